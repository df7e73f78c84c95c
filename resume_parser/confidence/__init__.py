"""How likely each value is right: from what is known of the value, of its entry and of the document, by weights that
`python -m training.calibrate` fits on documents which no rule was made from."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from resume_parser.confidence.clues import Clues
from resume_parser.confidence.contact_clues import clues_of_contact
from resume_parser.confidence.document_clues import DocumentClues, read_document_clues
from resume_parser.confidence.entry_clues import clues_of_education, clues_of_work
from resume_parser.confidence.skill_clues import clues_of_skill
from resume_parser.confidence.weights import probability_of
from resume_parser.document import Document
from resume_parser.record import Education, Field, ParsedResume, Skill, WorkExperience

Judge = Callable[[str, Clues], float]
"""Name of a field and the clues of one value to the probability that it is right."""


def calibrate(parsed: ParsedResume, document: Document, judge: Judge = probability_of) -> ParsedResume:
    """The same values, their extractors' own scores replaced by probabilities."""
    whole = read_document_clues(parsed, document)
    contact = partial(_contact, parsed, whole, judge)
    return replace(
        parsed,
        full_name=contact("full_name"),
        email=contact("email"),
        phone_number=contact("phone_number"),
        linkedin_url=contact("linkedin_url"),
        work_experience=tuple(_work(entry, parsed, whole, judge) for entry in parsed.work_experience),
        education=tuple(_education(entry, parsed, whole, judge) for entry in parsed.education),
        skills=tuple(
            Skill(_judged("skills", skill.name, clues_of_skill(skill, whole), judge), skill.canonical)
            for skill in parsed.skills
        ),
    )


def _contact(parsed: ParsedResume, whole: DocumentClues, judge: Judge, name: str) -> Field[str] | None:
    found: Field[str] | None = getattr(parsed, name)
    return found and _judged(name, found, clues_of_contact(name, found, parsed, whole), judge)


def _work(entry: WorkExperience, parsed: ParsedResume, whole: DocumentClues, judge: Judge) -> WorkExperience:
    clues = clues_of_work(entry, parsed, whole)
    part = partial(_part, "work_experience", clues, judge)
    return replace(
        entry,
        company=part("company", entry.company),
        job_title=part("job_title", entry.job_title),
        start_date=part("start_date", entry.start_date),
        end_date=part("end_date", entry.end_date),
    )


def _education(entry: Education, parsed: ParsedResume, whole: DocumentClues, judge: Judge) -> Education:
    clues = clues_of_education(entry, parsed, whole)
    part = partial(_part, "education", clues, judge)
    return replace(
        entry,
        institution=part("institution", entry.institution),
        degree=part("degree", entry.degree),
        end_date=part("end_date", entry.end_date),
    )


def _part(
    section: str, clues: Mapping[str, Clues], judge: Judge, name: str, found: Field[str] | None
) -> Field[str] | None:
    return found and _judged(f"{section}.{name}", found, clues[name], judge)


def _judged(name: str, found: Field[str], clues: Clues, judge: Judge) -> Field[str]:
    return Field(found.value, judge(name, clues), found.lines)
