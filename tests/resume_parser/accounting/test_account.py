"""What went nowhere is said so, and what is where it belongs is not."""

import json
from dataclasses import replace

import pytest

from resume_parser import Document, parse
from resume_parser.accounting.entries import Recorded
from resume_parser.accounting.places import Lines, Place
from resume_parser.accounting.siblings import spot_siblings
from resume_parser.confidence import calibrate
from resume_parser.document import Finding
from resume_parser.record import Unread
from resume_parser.sections import Section, SectionKind, split_sections
from tests.resume_parser.accounting.resumes import NURSE, TODAY, document_of, kinds, lines_of, read, read_without


def test_a_record_that_holds_everything_has_nothing_unread() -> None:
    parsed = read(NURSE)
    assert len(parsed.work_experience) == 2
    assert parsed.unread == ()
    assert parsed.explained > 0.9


def test_jobs_under_an_unknown_heading_without_its_look_are_reported() -> None:
    text = NURSE.replace("\nExperience\n", "\nObjective\nWards and homes\n")
    parsed = read(text)
    assert not {"Larkspur General Hospital", "Fernhill Nursing Home Ltd"} & {
        job.company.value for job in parsed.work_experience if job.company
    }
    assert "job" in kinds(parsed)
    assert any("Larkspur" in line for line in lines_of(parsed, text))


@pytest.mark.parametrize(
    "section",
    [
        "Volunteering\nTreasurer, Larkspur Rowing Club, 2016 - 2019\n",
        "Projects\nWard planner, 2019 - 2020\nA rota for forty nurses.\n",
        "Certificates\nAdvanced Life Support Provider, Resuscitation Council, 2021 - 2025\n",
        "Publications\nAchterberg R. Nurse staffing at the University of Tilbrook, 2015-2018. Ward Journal 4, 2019.\n",
        "References\nDr Odile Brandt, Head Physician, Larkspur General Hospital, +1 503 555 0177\n",
        "Memberships\nMember, Royal Society of Nurses, 2015 - present\n",
        "Languages\nDutch (native), German (two years in Bremen, 2010 - 2012)\n",
    ],
)
def test_sections_that_hold_dates_of_their_own_are_no_alarm(section: str) -> None:
    assert read(f"{NURSE}\n{section}").unread == ()


@pytest.mark.parametrize(
    "bullet",
    [
        "- Led the move to paper-free notes from 2019 to 2020 with the hospital's engineers",
        "- Nurse of the year 2019 and 2021",
        "- Deputy ward manager since 2020",
    ],
)
def test_dates_in_the_text_of_a_job_are_no_alarm(bullet: str) -> None:
    told = "Looks after twelve patients on a surgical ward."
    assert read(NURSE.replace(told, f"{told}\n{bullet}")).unread == ()


def test_a_time_between_two_jobs_is_no_alarm() -> None:
    text = NURSE.replace("Care Assistant", "Parental leave\nJanuary 2018 - February 2018\nCare Assistant")
    assert "job" not in kinds(read(text))


def test_reports_hold_no_text_and_are_in_the_record() -> None:
    text = NURSE.replace("\nExperience\n", "\nObjective\nWards and homes\n")
    record = read(text).to_record()
    assert record["unread"]
    assert all(set(one) == {"kind", "lines"} for one in record["unread"])
    assert "Larkspur" not in json.dumps(record["unread"])
    assert 0 <= record["explained"] <= 1


def test_the_stored_document_gives_the_same_account() -> None:
    document = document_of(NURSE.replace("\nExperience\n", "\nObjective\nWards and homes\n"))
    stored = Document.from_stored(document.raw_text, json.loads(json.dumps(document.layout)))
    parsed = parse(document, TODAY)
    assert parsed.unread
    assert parse(stored, TODAY).unread == parsed.unread


def test_a_value_beside_something_unread_is_less_sure() -> None:
    parsed = read(NURSE)
    document = document_of(NURSE)
    school = parsed.education[0].institution
    assert school is not None
    beside = replace(parsed, unread=(Unread("degree", school.lines),))
    sure, unsure = (calibrate(one, document).education[0].institution for one in (parsed, beside))
    assert sure is not None
    assert unsure is not None
    assert unsure.confidence < sure.confidence


@pytest.mark.parametrize(("value", "line"), [("email", 1), ("phone_number", 2)])
def test_a_contact_value_that_the_record_lacks_is_reported(value: str, line: int) -> None:
    assert read_without(NURSE).unread == ()
    assert read_without(NURSE, **{value: None}).unread == (Unread("contact", (line,)),)


def test_a_contact_value_of_which_a_finding_tells_is_not_reported_again() -> None:
    told = (Finding("email_not_told", "only contact data of others"),)
    assert read_without(NURSE, email=None, findings=told).unread == ()


def test_a_cut_address_is_reported() -> None:
    parsed = read(NURSE.replace("rosalind.achterberg@example.com", "rosalind.achterberg @ example"))
    assert parsed.email is None
    assert Unread("contact", (1,)) in parsed.unread


@pytest.mark.parametrize("heading", ["EXPEIRENCES OF MINE", "EMPLOYMNETS SO FAR"])
def test_a_misspelt_heading_in_the_middle_of_another_section_is_reported(heading: str) -> None:
    text = NURSE.replace("\nExperience\n", f"\nAwards\nNurse of the year 2020\n{heading}\n")
    text = text.replace("Hospital\nMarch", "Hospital, March").replace("Ltd\nJune", "Ltd, June")
    parsed = read_without(text, work_experience=())
    assert "section" in kinds(parsed)
    assert heading in lines_of(parsed, text)


def test_a_column_of_dates_that_no_entry_took_up_is_reported() -> None:
    text = NURSE.replace("March 2018 - Present\n", "").replace("June 2014 - February 2018\n", "")
    text = text.replace("\nEducation\n", "\n03/2018 - present\n06/2014 - 02/2018\nEducation\n")
    parsed = read_without(text, work_experience=())
    assert "period" in kinds(parsed)
    assert {"03/2018 - present", "06/2014 - 02/2018"} <= lines_of(parsed, text)


def test_a_dated_bullet_between_the_bullets_that_are_jobs_is_reported() -> None:
    text = "Experience\n• Process worker – Manu Foods – 2001–2003\n• Led nothing of note\n• Odd things – Tall Cold Stores – 2004–2009"
    document = document_of(text)
    lines = Lines([Place.HEADING, Place.VALUE, Place.TOLD, Place.TOLD], _work_section(document))
    entry = Recorded(True, frozenset({1}), frozenset({1}), frozenset({2, 3}), frozenset(), frozenset())
    assert [one.lines for one in spot_siblings(document, lines, [entry], frozenset())] == [(3,)]


@pytest.mark.parametrize(
    "line",
    ["• Parental leave – 2004–2009", "• Won the prize of 2009", "Odd things – Tall Cold Stores – 2004–2009", "• 2009"],
)
def test_breaks_and_lines_of_another_look_are_no_siblings(line: str) -> None:
    document = document_of(f"Experience\n• Process worker – Manu Foods – 2001–2003\n{line}")
    lines = Lines([Place.HEADING, Place.VALUE, Place.TOLD], _work_section(document))
    entry = Recorded(True, frozenset({1}), frozenset({1}), frozenset({2}), frozenset(), frozenset())
    assert list(spot_siblings(document, lines, [entry], frozenset())) == []


def _work_section(document: Document) -> list[Section | None]:
    section = next(one for one in split_sections(document) if one.kind is SectionKind.WORK)
    return [section] * len(document.lines)


def test_a_break_with_its_years_on_the_next_line_is_no_alarm() -> None:
    text = NURSE.replace("Care Assistant", "Career break, raising three children\n2001 - 2005\nCare Assistant")
    assert "period" not in kinds(read(text))


def test_soft_skills_told_in_sentences_are_no_unread_section() -> None:
    prose = "Skills\nWorks well in a team, as the ward has\nseen for years. Explains a case to people\nwho know none of its words.\n"
    text = NURSE.replace("Skills\nWound care, Triage, Phlebotomy\n", prose)
    assert "section" not in kinds(read(text))


def test_jobs_below_a_heading_of_books_are_reported_where_the_record_has_no_job() -> None:
    text = NURSE.replace("\nExperience\n", "\nPublications\n")
    parsed = read(text)
    assert parsed.work_experience == ()
    assert "job" in kinds(parsed)


def test_a_dated_post_that_was_taken_for_a_skill_is_reported() -> None:
    text = NURSE.replace("Wound care, Triage", "Ward Trainee\t2012-07 - 2012-09\nWound care, Triage")
    parsed = read(text)
    assert any("Trainee" in skill.name.value for skill in parsed.skills)
    assert any("Ward Trainee" in line for line in lines_of(parsed, text))
