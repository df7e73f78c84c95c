import pytest

from resume_parser.fields.skills import split_items


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Languages: Python, Go (expert), C++", ["Python", "Go", "C++"]),
        ("Databases (PostgreSQL, MySQL)", ["PostgreSQL", "MySQL"]),
        ("Python ●●●○○", ["Python"]),
        ("Photoshop 80%", ["Photoshop"]),
        ("Excel – advanced", ["Excel"]),
        ("• Wound care | IV therapy • Triage", ["Wound care", "IV therapy", "Triage"]),
        ("Tools\tGit, CI/CD, Node.js", ["Git", "CI/CD", "Node.js"]),
        ("Technical:", []),
    ],
)
def test_one_item_a_skill(line: str, items: list[str]) -> None:
    assert split_items(line) == items
