"""Which rows of a document are lists of skills, and what of a list is skills."""

import pytest

from resume_parser import Line
from tests.resume_parser.fields.skill_lines import HEADING, led_by_bold, skills


def test_group_named_in_bold_without_a_colon() -> None:
    assert skills(HEADING, led_by_bold("Cloud", " AWS, Vault"), led_by_bold("Coding", " Go, C")) == [
        "AWS",
        "Vault",
        "Go",
        "C",
    ]


def test_group_names_above_tags() -> None:
    tags = [Line("Coding\tData", bold=True), "Go\tSQL\tKafka", "Redis", Line("Operations", bold=True), "Docker\tAWS"]

    assert skills(HEADING, *tags) == ["Go", "SQL", "Kafka", "Redis", "Docker", "AWS"]


def test_group_names_above_bullets() -> None:
    assert skills(HEADING, "Technical", "• Welding", "• Brazing", "Personal", "• Teamwork") == [
        "Welding",
        "Brazing",
        "Teamwork",
    ]


def test_levels_below_skills_in_bold() -> None:
    cards = [Line("SAP\tPower BI", bold=True), "CO, FI\tadvanced"]

    assert skills(HEADING, *cards) == ["SAP", "Power BI"]


def test_details_and_levels_below_skills_in_bold() -> None:
    cards = [Line("SAP\tDATEV", bold=True), "CO, FI", "advanced", Line("Payroll", bold=True), "HGB, IFRS"]

    assert skills(HEADING, *cards) == ["SAP", "DATEV", "Payroll"]


def test_group_names_in_the_first_column() -> None:
    table = ["Methods\tScrum, BPMN", "IT\tJira, SQL", "Tools\tVisio"]

    assert skills(HEADING, *table) == ["Scrum", "BPMN", "Jira", "SQL", "Visio"]


def test_dots_beside_skills() -> None:
    rated = ["Perl\t●●●●●", "SQL\t●●●●●", "Scala\t●●○○○", Line("TOOLS", bold=True), "Git, Docker"]

    assert skills(HEADING, *rated) == ["Perl", "SQL", "Scala", "Git", "Docker"]


def test_other_lists_among_skills() -> None:
    mixed = ["Technical: Stata, R", "Language: Fluent in Swedish and Twi", "Interests: ferries, sourdough"]

    assert skills(HEADING, *mixed) == ["Stata", "R"]


def test_sentences_below_skills_in_bold() -> None:
    told = [
        Line("Customer care", bold=True),
        "• Ran the front desk of a clinic with three doctors, booking sixty patients a day",
        Line("Payroll", bold=True),
        "• Paid fourteen people a week without an error, from paper time sheets",
    ]

    assert skills(Line("Key Skills", bold=True, size=1.2), *told) == ["Customer care", "Payroll"]


def test_explanation_behind_a_skill() -> None:
    assert skills(
        HEADING, "Leadership: led a team of nine through two moves", "Audit – closed the books in three days"
    ) == [
        "Leadership",
        "Audit",
    ]


def test_bullets_of_one_item_each_are_kept_whole() -> None:
    bullets = ["Conduit – steel, tray and basket", "Fault finding", "Ability to work alone at night in all weathers"]

    assert skills(HEADING, *(f"• {bullet}" for bullet in bullets)) == bullets


@pytest.mark.parametrize("marks", [("(i)\t", "(ii)\t", "(iii)\t"), ("a) ", "b) ", "c) "), ("6.1 ", "6.2 ", "6.3 ")])
def test_numbered_items(marks: tuple[str, ...]) -> None:
    items = ["Welding", "Fault finding", "Filing"]

    assert skills(HEADING, *(f"{mark}{item}" for mark, item in zip(marks, items, strict=True))) == items


def test_comma_inside_a_bullet_of_one_item() -> None:
    bullets = ["Excellent English communication skills, both oral and written", "Filing", "Typing speed of 55 wpm"]

    assert skills(HEADING, *(f"• {bullet}" for bullet in bullets)) == bullets


def test_item_wrapped_in_a_narrow_column() -> None:
    column = [
        Line("Budgeting", box=(10, 10, 60, 20), gap=0.6),
        Line("Sales and Operations", box=(10, 26, 110, 36), gap=0.6),
        Line("Planning", box=(10, 38, 50, 48), gap=0.2),
        Line("Procurement", box=(10, 54, 70, 64), gap=0.6),
    ]

    assert skills(HEADING, *column) == ["Budgeting", "Sales and Operations Planning", "Procurement"]


def test_list_wrapped_inside_an_item() -> None:
    column = [
        Line("Milling • Turning • Laser and plasma", box=(10, 10, 110, 20), gap=0.3),
        Line("cutting", box=(10, 24, 40, 34), gap=0.3),
        Line("AutoCAD • Fusion", box=(10, 38, 60, 48), gap=0.3),
    ]

    assert skills(HEADING, *column) == ["Milling", "Turning", "Laser and plasma cutting", "AutoCAD", "Fusion"]


def test_foot_of_the_page_is_no_skill() -> None:
    assert skills(HEADING, "Welding", "Brazing", "Powered by Acme Resumes", "Page 1 of 2") == ["Welding", "Brazing"]


def test_head_of_a_table_is_no_skill() -> None:
    assert skills(HEADING, "Skill\tLevel\tYears", "Welding\tAdvanced\t12", "Brazing\tBasic\t3") == [
        "Welding",
        "Brazing",
    ]


def test_list_inside_another_section() -> None:
    other = ["Driving licence: B", "Computer skills: Excel (macros), Access", "Awards: none"]

    assert skills(Line("ADDITIONAL INFORMATION", bold=True, size=1.2), *other) == ["Excel (macros)", "Access"]


def test_spoken_languages_are_skills_only_without_a_label_of_their_own() -> None:
    assert skills(HEADING, "Excel, Spanish", "Languages: German (mother tongue), Danish (B2)") == ["Excel", "Spanish"]
    assert skills(HEADING, "Languages\tThai, Lao", "Languages: Python, Go") == ["Python", "Go"]


def test_list_inside_a_sentence() -> None:
    assert skills(HEADING, "I am a confident user of Arbor, Excel, ArcGIS Online and Acme Rota.") == [
        "Arbor",
        "Excel",
        "ArcGIS Online",
        "Acme Rota",
    ]


def test_bullet_of_known_skills_among_single_ones() -> None:
    bullets = ["Proficiency in Word and Excel", "Word, Excel", "Line insertion, dressing changes", "Triage"]

    assert skills(HEADING, *(f"• {bullet}" for bullet in ["Filing", "Intake", *bullets])) == [
        "Filing",
        "Intake",
        "Proficiency in Word and Excel",
        "Word",
        "Excel",
        "Line insertion, dressing changes",
        "Triage",
    ]


def test_list_behind_a_heading_in_capitals_on_its_line() -> None:
    other = ["SKILLS Excel; report writing", "AWARDS none"]

    assert skills(Line("ADDITIONAL INFORMATION", bold=True, size=1.2), *other) == ["Excel", "report writing"]


def test_skills_section_in_running_text() -> None:
    text = "I have built web shops with Django and PostgreSQL for three years and like it."

    assert skills(HEADING, text) == ["Django", "PostgreSQL"]


def test_work_told_in_sentences_is_no_list() -> None:
    work = [Line("EXPERIENCE", bold=True, size=1.2), "Developer, Acme Ltd, 2019 – 2021", "• Built shops with Django."]

    assert skills(*work) == []
