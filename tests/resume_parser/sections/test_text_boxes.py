"""Text boxes that stand in the middle of the text of a Word document."""

from resume_parser import Line
from resume_parser.sections import SectionKind
from tests.resume_parser.sections.split_lines import heading, kinds


def box(text: str) -> Line:
    return Line(text, column=1)


def box_heading(text: str) -> Line:
    return Line(text, size=1.3, bold=True, column=1, gap=1.0)


def test_the_text_behind_a_box_goes_on_with_its_own_section() -> None:
    found = kinds(
        Line("Ilse Brandt", size=2.0),
        heading("Experience"),
        Line("Clerk, Acme Ltd, 2015 – 2019"),
        box_heading("Skills"),
        box("Excel"),
        Line("Porter, Bolt Ltd, 2010 – 2014"),
    )

    assert found == [(SectionKind.PROFILE, 1), (SectionKind.WORK, 1), (SectionKind.SKILLS, 1), (SectionKind.WORK, 1)]


def test_a_box_that_holds_a_heading_alone_heads_the_text_behind_it() -> None:
    found = kinds(
        Line("Ilse Brandt", size=2.0),
        box_heading("Experience"),
        Line("Clerk, Acme Ltd, 2015 – 2019"),
        box_heading("Education"),
        Line("Oslo School, 2010"),
    )

    assert found == [(SectionKind.PROFILE, 1), (SectionKind.WORK, 1), (SectionKind.EDUCATION, 1)]


def test_jobs_and_schools_under_unknown_headings_behind_a_box_of_contact_data() -> None:
    found = kinds(
        Line("Ilse Brandt", size=2.0),
        box_heading("Personal details"),
        box("ilse@example.org"),
        Line("Sailor with a liking for lists"),
        Line("My days at sea", size=1.3, gap=1.0),
        Line("Mate\t2015 / 2019"),
        Line("Fjord Ferries AS"),
        Line("My days ashore", size=1.3, gap=1.0),
        Line("HAVO\t2008 / 2012", gap=0.3),
        Line("Hogeschool Noord, Delfzijl"),
    )

    assert [kind for kind, _ in found] == [
        SectionKind.PROFILE, SectionKind.CONTACT, SectionKind.PROFILE, SectionKind.WORK, SectionKind.EDUCATION,
    ]  # fmt: skip
