"""Headings however they are spelt and whatever is drawn beside them."""

import pytest

from resume_parser import Line
from resume_parser.sections import SectionKind
from resume_parser.sections.heading_text import first_cell, rest_of
from resume_parser.sections.heading_words import kind_of_phrase
from tests.resume_parser.sections.split_lines import PROSE, heading, kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("WORK EXPERIANCE", SectionKind.WORK),
        ("Educatoin", SectionKind.EDUCATION),
        ("Tecnical Skils", SectionKind.SKILLS),
        ("Professional Carrier", SectionKind.WORK),
        ("EDUCACION", SectionKind.EDUCATION),
        ("EX PERIENCE", SectionKind.WORK),
        ("PROFESSIONALEXPERIENCE", SectionKind.WORK),
        ("Carer", None),
        ("Carrier", None),
        ("Patients", None),
        ("Tasks", None),
    ],
)
def test_a_slip_of_one_letter_and_lost_accents_or_spaces(text: str, kind: SectionKind | None) -> None:
    assert kind_of_phrase(text) is kind


@pytest.mark.parametrize(
    ("text", "cell", "rest"),
    [
        ("_______ Employment", "Employment", None),
        ("____\tSkills", "Skills", None),
        ("== SKILLS ==", "SKILLS", None),
        ("Education ..........", "Education", None),
        ("B.\tAcademic record", "Academic record", None),
        ("IV)\tSkills\tWeaving", "Skills", "Weaving"),
        ("Skills\tFelting, Weaving", "Skills", "Felting, Weaving"),
    ],
)
def test_rules_and_numbers_beside_a_heading_are_no_part_of_it(text: str, cell: str, rest: str | None) -> None:
    line = Line(text)
    begin = rest_of(line)

    assert first_cell(line) == cell
    assert (text[begin:] if begin is not None else None) == rest


def test_a_rule_on_the_line_of_a_heading_hides_no_jobs() -> None:
    found = kinds(
        Line("Education", gap=1.0), Line("BSc, University of Oslo, 2009"),
        Line("_________________________________________________________________ Employment History"),
        Line("2010 – 2012 Clerk, Fjord Bygg AS, Oslo"),
    )  # fmt: skip

    assert found[-1] == (SectionKind.WORK, 1)


@pytest.mark.parametrize(
    "above", ["Kept the books of the fair and, for the museum, the yearly", "Wrote letters to the Board of"]
)
def test_the_last_word_of_a_wrapped_sentence_is_no_heading(above: str) -> None:
    word = "exhibitions" if above.endswith("yearly") else "Education"
    found = kinds(
        Line("Experience", gap=1.0), Line("Clerk, Fjord Bygg AS"), Line("2010 – 2012"), Line(above), Line(word),
        Line("Porter, Hotel Nord"), Line("2008 – 2010"),
    )  # fmt: skip

    assert found == [(SectionKind.WORK, 6)]


def test_unlisted_headings_in_plain_text_stand_under_white_space() -> None:
    found = kinds(
        Line("Experience", gap=1.0), Line("Clerk, Fjord Bygg AS, 2010 – 2012"), Line(PROSE),
        Line("Special Knowledge", gap=1.0), Line("Skills\tWelding; Brazing"), Line("Languages\tSami"),
    )  # fmt: skip

    assert found[-1] == (SectionKind.SKILLS, 2)


def test_the_items_tell_what_highlights_and_qualifications_are() -> None:
    schooling = [heading("Education"), Line("BSc, University of Oslo, 2009")]
    items = [Line("• Net mending"), Line("• Rope work"), Line("• Ice reading")]
    told = [Line("• Saved 30 % of the fuel of four boats in 2019 by sailing slower on the way out")] * 2

    assert kinds(*schooling, heading("Highlights"), *items)[-1][0] is SectionKind.SKILLS
    assert kinds(*schooling, heading("Highlights"), *told)[-1][0] is SectionKind.SUMMARY
    assert kinds(*schooling, heading("Core Qualifications"), *items)[-1][0] is SectionKind.SKILLS
    assert kinds(*schooling, heading("Qualifications and Skills"), *items)[-1][0] is SectionKind.SKILLS
    assert kinds(heading("Qualifications"), Line("BSc, University of Oslo, 2009"))[-1][0] is SectionKind.EDUCATION


def test_languages_of_computers_and_groups_in_the_look_of_headings_are_skills() -> None:
    groups = [heading("Languages"), Line("Python · Perl"), heading("Drafting"), Line("AutoCAD"), Line("Revit")]
    found = kinds(heading("Experience"), Line("Clerk, Fjord Bygg AS, 2010 – 2012"), Line(PROSE), *groups)
    spoken = kinds(heading("Experience"), Line(PROSE), heading("Languages"), Line("Sami · Finnish"))

    assert [kind for kind, _ in found[1:]] == [SectionKind.SKILLS, SectionKind.SKILLS]
    assert spoken[-1][0] is SectionKind.LANGUAGES
