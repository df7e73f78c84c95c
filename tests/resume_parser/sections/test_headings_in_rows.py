"""Headings in the cells of tables and beside what they head, and labels that are none."""

from dataclasses import replace

from resume_parser import Line
from resume_parser.document import Run
from resume_parser.sections import SectionKind
from tests.resume_parser.sections.split_lines import PROSE, heading, kinds


def test_a_heading_in_the_head_of_its_table() -> None:
    found = kinds(
        heading("Resume"), Line("Year\tMonth\tEducation"), Line("2010\t3\tGraduated from Urawa High School"),
        Line("Year\tMonth\tWork history", bold=True), Line("2010\t4\tJoined Toyosaka Seiki Co., Ltd."),
        Line("Year\tMonth Licenses / Qualifications"), Line("2012\t6\tOrdinary motor vehicle licence"),
    )  # fmt: skip

    assert [kind for kind, _ in found][1:] == [SectionKind.EDUCATION, SectionKind.WORK, SectionKind.CERTIFICATES]


def test_the_names_of_a_tables_columns_are_no_heading() -> None:
    found = kinds(
        heading("Employment"), heading("Period\tEmployer\tPosition"), Line("2010 – 2012\tFjord Ferries\tClerk"),
        heading("Education"), heading("Qualification\tInstitution\tCompleted"), Line("BSc\tOslo School\t2009"),
    )  # fmt: skip

    assert found == [(SectionKind.WORK, 2), (SectionKind.EDUCATION, 2)]


def test_a_row_of_column_names_may_be_the_only_heading_of_its_table() -> None:
    found = kinds(
        heading("Skills"), Line("Bread"), heading("Qualifications\tInstitution\tYear"), Line("BSc\tOslo\t2009")
    )

    assert found == [(SectionKind.SKILLS, 1), (SectionKind.EDUCATION, 2)]


def test_a_label_of_rows_in_the_look_of_the_headings_is_none() -> None:
    found = kinds(
        heading("Employment"), Line("Fjord Ferries, 2010 – 2012"), heading("Responsibilities"), Line("Kept the log."),
        heading("Education"), Line("BSc, Oslo School, 2009"),
    )  # fmt: skip

    assert found == [(SectionKind.WORK, 3), (SectionKind.EDUCATION, 1)]


def test_labels_beside_their_text_are_headings_by_their_words_too() -> None:
    found = kinds(
        Line("Ann Doe", size=2.0),
        replace(heading("Experience\tFjord Ferries, 2012 – 2014"), runs=(Run(0, 10, True, False, 1.3),)), Line(PROSE), Line(PROSE),
        replace(heading("Education\tOslo School, 2009"), runs=(Run(0, 9, True, False, 1.3),)),
        replace(heading("Licences & Courses\tCrane, 2012"), runs=(Run(0, 18, True, False, 1.3),)),
        replace(heading("Computer\tExcel, Access"), runs=(Run(0, 8, True, False, 1.3),)),
    )  # fmt: skip

    assert found[1:] == [
        (SectionKind.WORK, 3), (SectionKind.EDUCATION, 1), (SectionKind.CERTIFICATES, 1), (SectionKind.SKILLS, 1),
    ]  # fmt: skip


def test_headings_of_two_columns_on_one_row() -> None:
    found = kinds(
        Line("Profile\tEXPERIENCE", size=1.3, bold=True, gap=1.0, box=(50, 100, 330, 112)),
        Line("Steers by the stars.", box=(50, 118, 180, 128)),
        Line("Interests", size=1.3, bold=True, column=1, box=(50, 150, 110, 162)),
        Line("Kites", column=1, box=(50, 168, 90, 178)),
        Line("Fjord Ferries AS", column=2, box=(250, 120, 340, 130)),
        Line("Mate, 2015 – 2019", column=2, box=(250, 134, 340, 144)),
    )

    assert found == [(SectionKind.SUMMARY, 1), (SectionKind.INTERESTS, 1), (SectionKind.WORK, 2)]


def test_unlisted_heading_in_capitals_in_a_label_cell() -> None:
    found = kinds(
        Line("WORK EXPERIENCE"), Line("Steers and keeps the log, Fjord Ferries AS, 2015 – 2019, on all routes of the coast."),
        Line("EDUCATION AND TRAINING"), Line("Oslo School, 2010"), Line("SOCIAL SKILLSS\tKnots"), Line("Signals"),
    )  # fmt: skip

    assert found[-1] == (SectionKind.SKILLS, 2)


def test_labels_in_capitals_over_the_duties_of_a_job_are_no_headings() -> None:
    job = [heading("EXPERIENCE"), Line("Clerk, Acme, 2010 – 2012")]
    duties = [Line("ANALYSIS: Built the tables."), Line("TRAINING: Taught them."), Line("SUPERVISION: Led two clerks.")]

    assert kinds(*job, *duties) == [(SectionKind.WORK, 4)]
    assert kinds(*job, *duties, Line("REFEREES: Jane Roe"))[-1] == (SectionKind.REFERENCES, 1)
