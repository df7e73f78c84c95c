"""What is known of the document as a whole: computed once, used for each of its values."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resume_parser.confidence.form_clues import Forms, parts_of, read_forms
from resume_parser.confidence.skill_lists import Skills, read_skills
from resume_parser.document import Document
from resume_parser.record import Field, ParsedResume


@dataclass(frozen=True, slots=True)
class DocumentClues:
    document: Document
    uses: Counter[int]
    """How many values of the record stand on a line."""
    values_on: Mapping[int, Sequence[Field[str]]]
    """The values whose evidence a line is, descriptions left out."""
    unread: frozenset[int]
    """Lines of what went nowhere."""
    jobs: Forms
    studies: Forms
    skills: Skills


def read_document_clues(parsed: ParsedResume, document: Document) -> DocumentClues:
    values = _values(parsed)
    descriptions = [entry.description for entry in parsed.work_experience if entry.description is not None]
    values_on: dict[int, list[Field[str]]] = {}
    for found in values:
        for line in found.lines:
            values_on.setdefault(line, []).append(found)
    uses = Counter(line for found in (*values, *descriptions) for line in found.lines)
    unread = frozenset(line for one in parsed.unread for line in one.lines)
    jobs, studies = (
        read_forms([parts_of(entry) for entry in entries], document)
        for entries in (parsed.work_experience, parsed.education)
    )
    return DocumentClues(document, uses, values_on, unread, jobs, studies, read_skills(parsed.skills, document))


def _values(parsed: ParsedResume) -> list[Field[str]]:
    entries = [
        value
        for entry in parsed.work_experience
        for value in (entry.company, entry.job_title, entry.start_date, entry.end_date, entry.location)
    ]
    studies = [
        value
        for entry in parsed.education
        for value in (entry.institution, entry.degree, entry.end_date, entry.location)
    ]
    contact = [parsed.full_name, parsed.email, parsed.phone_number, parsed.linkedin_url]
    skills = [skill.name for skill in parsed.skills]
    return [value for value in (*contact, *entries, *studies, *skills) if value is not None]
