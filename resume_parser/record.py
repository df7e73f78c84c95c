"""The parser's result: values with confidence and evidence, and the plain record made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from resume_parser.document import Finding

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A value found in the document."""

    value: T
    confidence: float
    """Probability, 0 to 1, that the value is right."""
    lines: tuple[int, ...] = ()
    """Indices into `Document.lines`: the evidence."""


@dataclass(frozen=True, slots=True)
class WorkExperience:
    company: Field[str] | None = None
    job_title: Field[str] | None = None
    start_date: Field[str] | None = None
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    end_date: Field[str] | None = None
    """As `start_date`, or `present`."""
    location: Field[str] | None = None
    description: Field[str] | None = None


@dataclass(frozen=True, slots=True)
class Education:
    institution: Field[str] | None = None
    degree: Field[str] | None = None
    """As written, with its field of study, without grades: `Bachelor of Science, Physics`."""
    start_date: Field[str] | None = None
    end_date: Field[str] | None = None
    location: Field[str] | None = None
    level: str | None = None
    """secondary, vocational, associate, bachelor, master, doctorate, or None when it cannot be told."""


@dataclass(frozen=True, slots=True)
class Skill:
    name: Field[str]
    """As written."""
    canonical: str
    """Its name in the vocabulary, or the written one tidied where the vocabulary does not know it."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What looks as if it belonged into the record and went nowhere."""

    kind: str
    """job, degree, period, contact, or section: a whole one whose content went nowhere."""
    lines: tuple[int, ...]
    """Indices into `Document.lines`."""


@dataclass(frozen=True, slots=True)
class ParsedResume:
    full_name: Field[str] | None = None
    email: Field[str] | None = None
    phone_number: Field[str] | None = None
    """As written; `phone_e164` stands beside it."""
    phone_e164: str | None = None
    linkedin_url: Field[str] | None = None
    """Canonical: `https://www.linkedin.com/in/...`."""
    education: tuple[Education, ...] = ()
    work_experience: tuple[WorkExperience, ...] = ()
    skills: tuple[Skill, ...] = ()
    extras: Mapping[str, Any] = field(default_factory=dict)
    """Further JSON-ready keys: location, summary, certificates, language (ISO 639-1), languages, projects, links, publications, total_experience_months."""
    findings: tuple[Finding, ...] = ()
    """What a person should know about the values: codes `not_a_resume`, `several_people`, `email_not_told`, `phone_not_told`."""
    unread: tuple[Unread, ...] = ()
    """In the document's order."""
    explained: float = 0.0
    """Share of the document's text, 0 to 1, that is in a value, a description, a heading or a section known for what it is."""
    parser_version: str = ""

    def to_record(self) -> dict[str, Any]:
        """The record in the shape of `extracted_data`: plain JSON values, absent is None."""
        return {
            "full_name": value_of(self.full_name),
            "email": value_of(self.email),
            "phone_number": value_of(self.phone_number),
            "phone_e164": self.phone_e164,
            "linkedin_url": value_of(self.linkedin_url),
            "education": [
                {
                    "institution": value_of(entry.institution),
                    "degree": value_of(entry.degree),
                    "start_date": value_of(entry.start_date),
                    "end_date": value_of(entry.end_date),
                    "location": value_of(entry.location),
                    "level": entry.level,
                }
                for entry in self.education
            ],
            "work_experience": [
                {
                    "company": value_of(entry.company),
                    "job_title": value_of(entry.job_title),
                    "start_date": value_of(entry.start_date),
                    "end_date": value_of(entry.end_date),
                    "location": value_of(entry.location),
                    "description": value_of(entry.description),
                }
                for entry in self.work_experience
            ],
            "skills": [skill.name.value for skill in self.skills],
            "canonical_skills": list(dict.fromkeys(skill.canonical for skill in self.skills)),
            **self.extras,
            "findings": [
                {"code": finding.code, "detail": finding.detail, "lines": list(finding.lines)}
                for finding in self.findings
            ],
            "unread": [{"kind": one.kind, "lines": list(one.lines)} for one in self.unread],
            "explained": self.explained,
        }


def value_of(found: Field[T] | None) -> T | None:
    return None if found is None else found.value
