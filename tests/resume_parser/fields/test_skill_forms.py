"""Skills in the forms that they are printed in: groups, levels, labels, grids."""

import pytest

from resume_parser import Line
from resume_parser.document import Run
from tests.resume_parser.fields.skill_lines import HEADING, led_by_bold, skills


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


def test_a_tag_alone_on_its_row_names_no_group() -> None:
    tags = [
        Line("Timber frame design", box=(60, 30, 150, 40), gap=1.2),
        Line("Felling\tSkidding", box=(60, 50, 140, 60), gap=0.9),
        Line("Kiln operation", box=(60, 70, 130, 80), gap=0.9),
        Line("Grading\tEdging", box=(60, 90, 140, 100), gap=0.9),
    ]

    assert skills(HEADING, *tags) == [
        "Timber frame design", "Felling", "Skidding", "Kiln operation", "Grading", "Edging",
    ]  # fmt: skip


def test_groups_told_one_after_the_other() -> None:
    rows = [
        HEADING,
        Line("Languages: Rust, Haskell. Frameworks: Django, Vue; Tools: Git, Docker. Speaking:"),
        Line("Danish (native), Dutch."),
    ]

    assert skills(*rows) == ["Rust", "Haskell", "Django", "Vue", "Git", "Docker", "Danish", "Dutch"]


@pytest.mark.parametrize(
    "head",
    ["Competency\tYears\tLevel\tLast Used", "Kenntnis\tJahre\tStufe\tZuletzt", "Skill\tExperience\tRating\tLast used"],
)
def test_columns_that_tell_how_well_and_how_long(head: str) -> None:
    rows = [Line(head, bold=True), Line("Crane Inspection\t20\tWorking\t2024"), Line("SAP PM\t2\tExpert\t2022")]

    assert skills(HEADING, *rows) == ["Crane Inspection", "SAP PM"]
