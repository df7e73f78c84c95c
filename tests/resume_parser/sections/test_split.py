"""Sections: found by words and look together."""

from resume_parser import Document, Line
from resume_parser.sections import SectionKind, split_sections


def kinds(*lines: Line) -> list[tuple[SectionKind, int]]:
    return [(section.kind, len(section.rows)) for section in split_sections(Document(lines, "application/pdf"))]


def heading(text: str) -> Line:
    return Line(text, size=1.3, bold=True, gap=1.0)


def test_unlisted_words_in_the_look_of_headings() -> None:
    found = kinds(
        Line("Jane Doe", size=2.0), heading("Summary"), Line("A baker of thirty years, at home with sourdough, rye and all that rises slowly."), heading("Education"), Line("Oslo School, 2010"),
        heading("The bread I love"), Line("Rye."),
    )  # fmt: skip

    assert [kind for kind, _ in found][:3] == [SectionKind.PROFILE, SectionKind.SUMMARY, SectionKind.EDUCATION]
    assert len(found) == 4


def test_a_label_inside_a_section_is_no_heading() -> None:
    found = kinds(
        heading("Experience"), Line("Acme, 2010 – 2012"), heading("Skills"), Line("Languages"), Line("Python, Go")
    )

    assert found == [(SectionKind.WORK, 1), (SectionKind.SKILLS, 2)]


def test_a_heading_broken_by_a_narrow_column() -> None:
    found = kinds(
        heading("Experience"),
        Line("Clerk, Acme Tools and Fittings Limited, Springfield, 2010 – 2012"),
        heading("Professional"),
        Line("References", size=1.3, bold=True, gap=0.3),
        Line("Ann"),
    )

    assert found == [(SectionKind.WORK, 1), (SectionKind.REFERENCES, 1)]


def test_a_contact_column_beside_the_first_section_takes_no_rows_of_it() -> None:
    found = kinds(
        heading("Experience"), Line("jane@example.com", column=1), Line("Acme, 2010 – 2012", column=2), Line("Clerk", column=2)
    )  # fmt: skip

    assert (SectionKind.WORK, 2) in found


def test_letter_spaced_headings() -> None:
    assert kinds(Line("W O R K   H I S T O R Y"), Line("Acme"))[0][0] is SectionKind.WORK
    assert kinds(Line("E MP L O Y ME NT"), Line("Acme"))[0][0] is SectionKind.WORK


def test_without_headings_entries_are_still_found() -> None:
    found = kinds(Line("Jane Doe"), Line("Clerk, Acme, 2010 – 2012"), Line("BSc Physics, University of Oslo, 2009"))

    assert [kind for kind, _ in found] == [SectionKind.PROFILE, SectionKind.WORK, SectionKind.EDUCATION]
