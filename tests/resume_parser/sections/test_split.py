"""Sections: found by words and look together."""

from dataclasses import replace

import pytest

from resume_parser import Line
from resume_parser.sections import SectionKind
from tests.resume_parser.sections.split_lines import PROSE, heading, kinds


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


def test_a_long_heading_and_one_with_commas() -> None:
    found = kinds(
        heading("Employment History"),
        Line(
            "Clerk, Acme Tools and Fittings Limited of Springfield and Shelbyville, with its yards and its boats, 2010 – 2012"
        ),
        heading("Institutions attended with dates and qualifications obtained"),
        Line("University of Oslo, 2009"),
        heading("Honors, Scholarships, and Fellowships"),
        Line("Second-Year Paper Prize, 2008"),
        heading("Position of Responsibility Held"),
        Line("Treasurer, Students' Union, 2007 – 2008"),
    )

    assert [kind for kind, _ in found] == [
        SectionKind.WORK, SectionKind.EDUCATION, SectionKind.AWARDS, SectionKind.VOLUNTEERING,
    ]  # fmt: skip


def test_a_heading_of_a_second_rank_stands_apart_in_plain_letters() -> None:
    found = kinds(
        heading("Education"),
        Line("PhD Economics, University of Oslo, 2009"),
        Line("References", gap=0.6),
        Line("Professor Kari Holm", gap=0.2),
        heading("Employment History"),
        Line("Clerk, Acme, 2010 – 2012"),
        heading("Languages Spoken"),
        Line("Norwegian"),
    )

    assert (SectionKind.REFERENCES, 1) in found


def test_table_headers_in_capitals_do_not_keep_unlisted_headings_from_being_seen() -> None:
    def capitals(text: str) -> Line:
        return Line(text, bold=True, gap=1.0)

    found = kinds(
        capitals("CURRICULUM VITAE"), capitals("OF"), capitals("KARI HOLM"),
        capitals("SUMMARY"), Line("A clerk of long standing, at home with ledgers, letters, stamps and with whoever comes to the counter."),
        capitals("EMPLOYMENT HISTORY"), capitals("ORGANIZATION\tPOSITION\tPERIOD"), Line("Acme\tClerk\t2010 – 2012"),
        capitals("WHAT THE VILLAGE SAYS"), Line("Always on time."),
    )  # fmt: skip

    assert found[-1] == (SectionKind.OTHER, 1)


def test_many_unlisted_headings_are_seen_by_what_follows_them() -> None:
    found = kinds(
        Line("Jules Lenoir", size=2.5),
        heading("About me"), Line("Cook trained in the old way, eleven years at the stove, three of them by the sea and two in the hills."),
        heading("Kitchens"), Line("Sous-chef\tOct. 2021 – today"), Line("Le Torchon"), Line("Commis\t2018 – 2020"), Line("Le Chaudron"),
        Line("Apprentice\t2015 – 2017"), Line("Chez Odile"),
        heading("At my best"), Line("Sauces"), Line("Pastry"), Line("Butchery"), Line("Wine"),
        heading("On the side"), Line("Bees."),
        heading("Languages spoken"), Line("French"),
        heading("Training"), Line("Brevet professionnel"), Line("Lycée des Bords"), Line("2011 – 2013"),
        heading("Referees"), Line("Odile Blanc"),
    )  # fmt: skip

    assert [kind for kind, _ in found][1:] == [
        SectionKind.SUMMARY, SectionKind.WORK, SectionKind.SKILLS, SectionKind.OTHER, SectionKind.LANGUAGES,
        SectionKind.EDUCATION, SectionKind.REFERENCES,
    ]  # fmt: skip


def test_employers_in_the_look_of_headings_are_none() -> None:
    found = kinds(
        heading("Summary"), Line("A clerk of long standing, at home with ledgers, letters, stamps and with whoever comes to the counter."),
        heading("Employment History"),
        heading("Acme"), Line("Clerk, 2018 – 2020"), heading("Initech"), Line("Clerk, 2015 – 2018"), heading("Hooli"), Line("Boy, 2012 – 2015"),
        heading("Education"), Line("BSc, University of Oslo, 2012"),
    )  # fmt: skip

    assert (SectionKind.WORK, 6) in found


def test_bold_headings_of_a_smaller_size_are_headings() -> None:
    def small(text: str) -> Line:
        return Line(text, size=0.85, bold=True, gap=1.0)

    found = kinds(
        small("where i've worked"), Line("Designer, Acme, 2018 – 2020, with all the types and colours that a town of that size has"),
        small("education"), Line("BFA, College of Art"), small("languages i speak"), Line("English"),
        small("things i am very good at"), Line("Type"),
    )  # fmt: skip

    assert found[-1] == (SectionKind.SKILLS, 1)


def test_a_degree_in_the_look_of_the_headings_is_an_entry() -> None:
    found = kinds(
        heading("Employment"), Line("Fjord Ferries, 2010 – 2012"), Line(PROSE), Line(PROSE),
        heading("Education"), heading("Certificate in Logistics Technology"), Line("Oslo School, 2009"),
        heading("Certifications"), heading("Forklift Certification"), Line("2014"),
    )  # fmt: skip

    assert found == [(SectionKind.WORK, 3), (SectionKind.EDUCATION, 2), (SectionKind.CERTIFICATES, 2)]


def test_the_look_of_entries_is_none_of_headings_though_one_heading_shares_it() -> None:
    entry = [Line("Clerk", bold=True), Line("Fjord Ferries, 2010 – 2012"), Line(PROSE)]
    found = kinds(
        heading("Employment"), *entry, *entry, *entry, *entry, heading("Skills"), Line("Bread"),
        heading("Licenses"), Line("Crane certification", bold=True), Line("2014"),
        Line("References", bold=True), Line("Ann"),
    )  # fmt: skip

    assert found[2:] == [(SectionKind.CERTIFICATES, 2), (SectionKind.REFERENCES, 1)]


def test_below_a_running_head_the_section_of_the_page_before_goes_on() -> None:
    found = kinds(
        Line("Jane Doe", size=2.0), heading("Employment"), Line("Fjord Ferries, 2012 – 2014"),
        Line("Jane Doe, MSc", page=1), Line("jane@example.com", page=1),
        Line("Harbour Mills, 2010 – 2012", page=1), Line("Packed flour.", page=1),
    )  # fmt: skip

    assert found == [(SectionKind.PROFILE, 1), (SectionKind.WORK, 1), (SectionKind.PROFILE, 2), (SectionKind.WORK, 2)]


def test_a_list_set_in_columns_goes_on_beside_its_first_row() -> None:
    def bullet(text: str, column: int, y: float) -> Line:
        return Line(text, page=1, column=column, box=(50.0 + 150 * column, y, 150.0 + 150 * column, y + 10))

    found = kinds(
        Line("Jane Doe", size=2.0), Line("42%", column=1), heading("Employment"), Line("Fjord Ferries, 2012 – 2014"),
        replace(heading("Skills"), page=1), bullet("Bread", 0, 120), bullet("Cake", 0, 134),
        replace(heading("Education"), page=1), bullet("BSc, Oslo School, 2009", 0, 180),
        bullet("Patience", 1, 120), bullet("Accounts", 1, 134),
    )  # fmt: skip

    assert found[-3:] == [(SectionKind.SKILLS, 2), (SectionKind.EDUCATION, 1), (SectionKind.SKILLS, 2)]


def test_capitals_that_a_line_breaks_off_are_no_heading() -> None:
    found = kinds(
        Line("Ann Doe", size=2.0), Line("EXPERIENCE", gap=1.0), Line("Fjord Ferries, 2012 – 2014"),
        Line("• " + PROSE + " for the"), Line("NRF", gap=0.2), Line("• " + PROSE), Line("EDUCATION", gap=1.0),
        Line("Oslo School, 2009"), Line("SKILLS", gap=1.0), Line("Bread"),
    )  # fmt: skip

    assert found[1] == (SectionKind.WORK, 4)


def test_an_unlisted_heading_over_the_jobs_above_the_first_listed_one() -> None:
    education = [heading("Education"), Line("BSc Physics, University of Oslo, 2009"), heading("Skills"), Line("Sums")]
    jobs = [Line("Sous Chef, Blue Door, 2012 – 2019"), Line("Line Cook, Old Mill, 2010 – 2012")]
    named = kinds(Line("Jane Doe", size=2.0), heading("Cooking & Baking"), *jobs, *education)
    employers = kinds(Line("Jane Doe", size=2.0), heading("Blue Door"), *jobs, heading("Old Mill"), *jobs, *education)

    assert named[1] == (SectionKind.WORK, 2)
    assert (SectionKind.WORK, 6) in employers


def test_a_heading_that_ends_in_a_short_form() -> None:
    found = kinds(
        heading("Education"), Line("BSc Physics, 2009"), heading("Work experience in the U.A.E."),
        Line("Clerk, Acme, 2010 – 2012"),
    )  # fmt: skip

    assert found == [(SectionKind.EDUCATION, 1), (SectionKind.WORK, 1)]


@pytest.mark.parametrize("number", ["1.0  ", "2.1. ", "3.\t", "(4) ", "SECTION B: ", "IV. "])
def test_numbered_headings(number: str) -> None:
    found = kinds(Line(f"{number}EDUCATION"), Line("BSc Physics, 2009"), Line(f"{number}SKILLS"), Line("Sums"))  # fmt: skip

    assert found == [(SectionKind.EDUCATION, 1), (SectionKind.SKILLS, 1)]
