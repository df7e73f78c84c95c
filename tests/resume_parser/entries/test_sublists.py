"""What stands inside an entry, below its header, is none of its names and no entry of its own."""

from resume_parser import Line
from tests.resume_parser.entries.read_entries import jobs, posts


def indented(text: str, by: float = 3.0, gap: float = 0.4) -> Line:
    return Line(text, indent=by, gap=gap, box=(50.0, 0.0, 300.0, 10.0))


def test_dated_items_within_the_time_of_an_entry_are_no_jobs() -> None:
    found = jobs(
        Line("Self-Employed\t02/2016 - 10/2019", box=(20.0, 0.0, 300.0, 10.0)), Line("Furniture Designer"),
        indented("May 2016: Drew a bench for a school yard, for Deepwell"),
        indented("2016-2017: Restored a walled orchard, for Lilt"),
        indented("Oct. 2018: Measured the halls of a public library, for Simplex.co"),
        Line("Osprey Joinery\t01/2011 - 12/2015", gap=1.5, box=(20.0, 0.0, 300.0, 10.0)), Line("Joiner"),
    )  # fmt: skip

    assert [job[:2] for job in found] == [("Furniture Designer", "Self-Employed"), ("Joiner", "Osprey Joinery")]


def test_an_indented_list_without_marks_names_no_employer() -> None:
    found = posts(
        Line("NKVR\tHydrologist"), Line("Mar 2014 - Apr 2016", indent=40.0), indented("Regional Flood Mapping", 1.2), indented("Weekly bulletin for farms", 1.2),
        Line("Feyer\tArchitect", gap=1.6), Line("Feb 2020 - Jun 2023", indent=40.0), indented("ArchiCAD", 1.2), indented("daylight studies", 1.2),
    )  # fmt: skip

    assert found == [("Hydrologist", "NKVR"), ("Architect", "Feyer")]


def test_the_title_may_stand_apart_below_the_box_of_the_employer() -> None:
    def bold(text: str, gap: float) -> Line:
        return Line(text, bold=True, size=1.2, gap=gap)

    found = jobs(
        bold("Tillbrook Finance", 1.9), Line("https://tillbrook.example/", gap=0.4), Line("Nov 2016 – Sep 2018", gap=0.3),
        bold("Senior Buyer (Dairy Category Lead)", 1.25), Line("Key deliverables", bold=True, gap=0.7), Line("Cheese", gap=1.2),
        bold("Lower Orrin Foods", 1.9), Line("https://orrin.example/", gap=0.4), Line("Jan 2012 – Oct 2016", gap=0.3),
        bold("Buyer", 1.25), Line("Key deliverables", bold=True, gap=0.7), Line("Butter", gap=1.2),
    )  # fmt: skip

    assert [job[:2] for job in found] == [
        ("Senior Buyer (Dairy Category Lead)", "Tillbrook Finance"),
        ("Buyer", "Lower Orrin Foods"),
    ]


def test_a_teaching_list_holds_no_jobs() -> None:
    assert (
        posts("• GEOL2105 Rocks and Soils", "• Demonstrating: 2017, 2018", "• GEOL3001 Maps", "• Marking: 2021") == []
    )
