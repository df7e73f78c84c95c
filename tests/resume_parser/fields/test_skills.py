"""Which rows of a document are lists of skills, and what of a list is skills."""

from datetime import date

from resume_parser import Document, Line, parse
from resume_parser.document import Run


def skills(*lines: Line | str) -> list[str]:
    made = tuple(line if isinstance(line, Line) else Line(line) for line in ("Jane Doe", *lines))
    found = parse(Document(made, "text/plain"), date(2026, 1, 1)).to_record()["skills"]
    assert isinstance(found, list)
    return found


def led_by_bold(name: str, rest: str) -> Line:
    end = len(name)
    return Line(name + rest, runs=(Run(0, end, True, False, 1.0), Run(end, end + len(rest), False, False, 1.0)))


HEADING = Line("SKILLS", bold=True, size=1.2)


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


def test_group_names_in_bold_above_long_lists() -> None:
    listed = [
        Line("FOREST", bold=True), "Felling, Skidding, Thinning, Planting, Fire watch, Harvester, Forwarder",
        Line("SAWMILL", bold=True), "Grading, Edging, Kiln drying, Sharpening, Log scaling, Stacking, Packing",
    ]  # fmt: skip

    assert skills(HEADING, *listed)[:3] == ["Felling", "Skidding", "Thinning"]
    assert len(skills(HEADING, *listed)) == 14


def test_levels_below_names_of_groups() -> None:
    groups = [
        Line("Forest", bold=True), "Expert", "• Felling", "• Skidding", "• Thinning",
        Line("Sawmill", bold=True), "4 years", "• Grading", "• Edging",
    ]  # fmt: skip

    assert skills(HEADING, *groups) == ["Felling", "Skidding", "Thinning", "Grading", "Edging"]


def test_group_names_in_larger_type() -> None:
    groups = [Line("Forest\tSawmill", size=1.25), "Felling\tGrading", "Skidding\tEdging"]

    assert skills(HEADING, *groups) == ["Felling", "Grading", "Skidding", "Edging"]


def test_lines_set_flush_right_are_items_of_their_own() -> None:
    column = [
        Line("Felling", box=(70, 10, 110, 20), gap=0.2),
        Line("Skidding", box=(60, 22, 110, 32), gap=0.2),
        Line("Thinning", box=(64, 34, 110, 44), gap=0.2),
    ]

    assert skills(HEADING, *column) == ["Felling", "Skidding", "Thinning"]


def test_issuer_before_a_dash_belongs_to_the_skill() -> None:
    assert skills(HEADING, "NPTC - Chainsaw Handling", "Tools – Axe, Peavey", "Databases – PostgreSQL") == [
        "NPTC - Chainsaw Handling",
        "Axe",
        "Peavey",
        "PostgreSQL",
    ]


def test_label_cells_of_lists() -> None:
    assert skills(HEADING, "Skills\tFelling; Skidding; chain filing", "Languages\tSami; Finnish") == [
        "Felling",
        "Skidding",
        "chain filing",
    ]


def test_levels_behind_names_of_groups_in_bold() -> None:
    def group(name: str, level: str) -> Line:
        end = len(name)
        return Line(name + level, runs=(Run(0, end, True, False, 1.0), Run(end, end + len(level), False, False, 1.0)))

    groups = [
        group("Forest", " — Master"), Line("Felling\tSkidding\tThinning", bold=True),
        group("Sawmill", "\tAdvanced"), Line("Grading\tEdging", bold=True),
    ]  # fmt: skip

    assert skills(HEADING, *groups) == ["Felling", "Skidding", "Thinning", "Grading", "Edging"]


def test_groups_beside_each_other_with_their_levels_below() -> None:
    beside = ["Forest\tSawmill", "Expert\tAdvanced", "Felling · Skidding\tGrading · Edging"]
    bold = [Line(beside[0], bold=True), *beside[1:]]
    plain = [*beside, "Roads", "Basic", "Ditching · Grading of gravel"]

    assert skills(HEADING, *bold) == ["Felling", "Skidding", "Grading", "Edging"]
    assert skills(HEADING, *plain) == ["Felling", "Skidding", "Grading", "Edging", "Ditching", "Grading of gravel"]


def test_heading_and_list_in_the_cells_of_a_grid() -> None:
    grid = [
        led_by_bold("Contact", "\tjane@example.org"), led_by_bold("Qualifications and Skills", "\tfelling; log scaling; chain filing"),
        led_by_bold("Licences", "\tClass B"), led_by_bold("References", "\ton request"),
    ]  # fmt: skip

    told = "Kept the saws of the northern district sharp and its roads open in all weathers, with a crew of eight, for years."

    assert skills(grid[0], told, told, told, *grid[1:]) == ["felling", "log scaling", "chain filing"]


def test_rows_of_the_old_europass_form() -> None:
    form = [
        "Mother tongue(s)\tEstonian", "Other language(s)\tFinnish (C1), Swedish (B1)",
        "Social skills and competences\tPatience; calm with frightened horses",
        "Organisational skills and competences\tCoordination of 5 loggers per shift; stock of chains",
        "Driving licence(s)\tB, C",
    ]  # fmt: skip

    assert skills(HEADING, *form) == [
        "Patience", "calm with frightened horses", "Coordination of 5 loggers per shift", "stock of chains",
    ]  # fmt: skip


def test_label_cells_of_bulleted_lists_and_bullets_in_two_columns() -> None:
    labelled = ["Forest\t• Felling, Skidding", "Sawmill\t• Grading, Edging"]
    columns = ["• Fire drills\t• Word, Excel", "• First aid\t• Access"]

    assert skills(HEADING, *labelled) == ["Felling", "Skidding", "Grading", "Edging"]
    assert skills(HEADING, *columns) == ["Fire drills", "Word", "Excel", "First aid", "Access"]


def test_labels_in_columns_made_of_spaces() -> None:
    assert skills(HEADING, "forest       felling, skidding", "sawmill      grading, edging") == [
        "felling",
        "skidding",
        "grading",
        "edging",
    ]
