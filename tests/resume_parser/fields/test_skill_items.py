import pytest

from resume_parser.fields.skill_items import split_items


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Languages: Python, Go (expert), C++", ["Python", "Go", "C++"]),
        ("Databases (PostgreSQL, MySQL)", ["PostgreSQL", "MySQL"]),
        ("Excel (macros, pivot tables), Word", ["Excel (macros, pivot tables)", "Word"]),
        ("Python ●●●○○", ["Python"]),
        ("Photoshop 80%", ["Photoshop"]),
        ("Excel – advanced", ["Excel"]),
        ("Buchhaltung (Grundkenntnisse), DATEV – sehr gut", ["Buchhaltung", "DATEV"]),
        ("Java (5 years), Go (since 2019), Reiki (30 hrs.)", ["Java", "Go", "Reiki"]),
        ("Java 4/5, Perl 3/5", ["Java", "Perl"]),
        ("Ubuntu, Windows 7/10", ["Ubuntu", "Windows 7/10"]),
        ("Scrum Master, Visual Basic, .NET", ["Scrum Master", "Visual Basic", ".NET"]),
        ("• Wound care | IV therapy • Triage", ["Wound care", "IV therapy", "Triage"]),
        ("✔ Audits ✔ Payroll", ["Audits", "Payroll"]),
        ("1. Welding", ["Welding"]),
        ("Tools\tGit, CI/CD, Node.js", ["Git", "CI/CD", "Node.js"]),
        ("Technical:", []),
        ("Languages: Go. Tools: Git, Docker", ["Go", "Git", "Docker"]),
        ("Typing speed: 70 wpm", ["Typing speed: 70 wpm"]),
        ("Word, Excel and Outlook", ["Word", "Excel", "Outlook"]),
        ("Sage and Xero", ["Sage and Xero"]),
        ("SQL, Jira and Confluence (daily use)", ["SQL", "Jira", "Confluence"]),
        ("Excel (yes, still), Perl (a bit)", ["Excel", "Perl"]),
        ("Cash up to £5,000, stock control", ["Cash up to £5,000", "stock control"]),
        ("a bit of Scala, proficient in SQL", ["Scala", "SQL"]),
        ("測量、CAD，構造解析；溶接", ["測量", "CAD", "構造解析", "溶接"]),
        ("☞ Felling ☞ Log scaling", ["Felling", "Log scaling"]),
        ("Budgeting & Forecasting, SAP", ["Budgeting & Forecasting", "SAP"]),
        ("Word and Excel; scaling", ["Word and Excel", "scaling"]),
        ("(b) Log scaling", ["Log scaling"]),
        ("Word, Excel - Felling - First aid - Log scaling", ["Word", "Excel", "Felling", "First aid", "Log scaling"]),
        ("Sawing (e.g. Logs, Planks, or by hand), CNC", ["Sawing (e.g. Logs, Planks, or by hand)", "CNC"]),
        ("Teamwork, typing 60 wpm", ["Teamwork", "typing"]),
        ("Sage 50, Dr. Tax, prawo jazdy kat. B", ["Sage 50", "Dr. Tax", "prawo jazdy kat. B"]),
        ("Carnet cat. C, Photoshop ver. CC. Figma", ["Carnet cat. C", "Photoshop ver. CC. Figma"]),
    ],
)
def test_one_item_a_skill(line: str, items: list[str]) -> None:
    assert split_items(line) == items


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Kronos / UKG, SAP Retail", ["Kronos / UKG", "SAP Retail"]),
        ("Excel / VBA", ["Excel / VBA"]),
        ("Java / Perl / Go", ["Java", "Perl", "Go"]),
        ("Sales - Branding - Events", ["Sales", "Branding", "Events"]),
    ],
)
def test_a_slash_or_dash_separates_only_where_it_is_the_separator(line: str, items: list[str]) -> None:
    assert split_items(line) == items
