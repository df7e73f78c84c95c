"""What a section holds: by its heading, and by what stands beneath it and beside it."""

import pytest

from resume_parser import Line
from resume_parser.sections import SectionKind
from tests.resume_parser.sections.split_lines import PROSE, heading, kinds


def test_an_unlisted_heading_over_dates_without_roles_holds_no_jobs() -> None:
    found = kinds(
        heading("Experience"), Line("Clerk, Acme, 2010 – 2012"), heading("Education"), Line("BSc, University of Oslo"),
        heading("What I like to remember"), Line("The long summers at the lake"), Line("June 2018 to June 2023"),
    )  # fmt: skip

    assert found[-1] == (SectionKind.OTHER, 2)


def test_teaching_and_service_are_jobs_only_by_their_rows() -> None:
    appointments = [heading("Academic Appointments"), Line("Reader, University of Oslo, 2010 – 2012")]
    taught = kinds(*appointments, heading("Teaching"), Line("• Soil science, graduate course, Oslo, 2020 – 2024"))
    mixed = kinds(
        *appointments, heading("Teaching"), Line("2023\tStellar structure, Bergen"), Line("2021\tNumerical methods, Oslo"),
        Line("2016\tLecturer, summer school, Faial"),
    )  # fmt: skip
    held = kinds(*appointments, heading("Teaching"), Line("Lecturer, University of Bergen, 2020 – 2024"))
    served = kinds(*appointments, heading("Service"), Line("Organiser, Soil Conference, May 2019 – June 2019"))
    enlisted = kinds(*appointments, heading("Service"), Line("Royal Navy, Leading Cook, 2002 – 2009"))

    assert taught[-1] == (SectionKind.COURSES, 1)
    assert mixed[-1] == (SectionKind.COURSES, 3)
    assert held[-1] == (SectionKind.WORK, 1)
    assert served[-1] == (SectionKind.OTHER, 1)
    assert enlisted[-1] == (SectionKind.WORK, 1)


def test_professional_qualifications_beside_the_schooling_are_certificates() -> None:
    schooling = [heading("Education"), Line("LLB, University of Leeds, 2002")]
    beside = kinds(*schooling, heading("Professional Qualifications"), Line("2020\tCFA Charterholder, CFA Institute"))
    alone = kinds(heading("Professional Qualifications"), Line("2020\tCFA Charterholder, CFA Institute"))
    school = kinds(*schooling, heading("Professional Qualifications"), Line("PGCE, University of Bath, 2004"))

    assert beside[-1] == (SectionKind.CERTIFICATES, 1)
    assert alone[-1] == (SectionKind.EDUCATION, 1)
    assert school[-1] == (SectionKind.EDUCATION, 1)


@pytest.mark.parametrize("text", ["Clinical Rotations", "Placements", "Organizations"])
def test_rotations_and_organizations_are_no_jobs_beside_those(text: str) -> None:
    found = kinds(
        heading("Employment"), Line("Nurse, Fjord Clinic, 2010 – 2012"), Line(PROSE),
        heading(text), Line("Pediatric nurse, Hill Hospital, Spring 2009 – Fall 2009"),
    )  # fmt: skip

    assert found[1][0] not in {SectionKind.WORK, SectionKind.EDUCATION}


def test_residencies_are_jobs_and_what_is_taught_beside_appointments_is_none() -> None:
    found = kinds(
        Line("Ann Doe", size=2.0),
        heading("Postdoctoral Training"), Line("1996 – 1997\tIntern, Internal Medicine, Hill Hospital, Oslo"),
        Line("1997 – 1999\tResident, Internal Medicine, Hill Hospital, Oslo"),
        heading("Faculty Appointments"), Line("2004 – 2011\tAssistant Professor of Medicine, Fjord University"),
        heading("Teaching"), Line("2008 – 2017\tCourse Director, Pathophysiology of the Heart, 140 students"),
        heading("Training"), Line("Project manager, two days, 2015"), Line(PROSE),
    )  # fmt: skip

    assert [kind for kind, _ in found][1:] == [
        SectionKind.WORK, SectionKind.WORK, SectionKind.COURSES, SectionKind.COURSES,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Prix, bourses et résidences", SectionKind.AWARDS),
        ("Références professionnelles", SectionKind.REFERENCES),
        ("Competenze linguistiche", SectionKind.LANGUAGES),
        ("Competenze digitali", SectionKind.SKILLS),
        ("Corsi e attestati di sicurezza", SectionKind.CERTIFICATES),
        ("Ulteriori informazioni", SectionKind.OTHER),
        ("Exposiciones individuales", SectionKind.PROJECTS),
    ],
)
def test_headings_of_other_languages_by_their_words(text: str, kind: SectionKind) -> None:
    found = kinds(heading("Employment"), Line("Fjord Ferries, 2010 – 2012"), Line(PROSE), heading(text), Line("Oslo"))

    assert found[1] == (kind, 1)
