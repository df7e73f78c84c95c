"""What the parser found in one document, in the shape the scorer compares."""

from dataclasses import dataclass, fields

from resume_parser import Education, Field, ParsedResume, WorkExperience


@dataclass(frozen=True, slots=True)
class Guess:
    value: str
    confidence: float


Entry = dict[str, Guess]


@dataclass(frozen=True, slots=True)
class Prediction:
    contact: dict[str, Guess]
    education: list[Entry]
    work: list[Entry]
    skills: list[Guess]


def predict(parsed: ParsedResume) -> Prediction:
    contact = {
        "full_name": _guess(parsed.full_name),
        "email": _guess(parsed.email),
        "phone_number": _guess(parsed.phone_number, parsed.phone_e164),
        "linkedin_url": _guess(parsed.linkedin_url),
    }
    return Prediction(
        contact={name: guess for name, guess in contact.items() if guess},
        education=[_entry(entry) for entry in parsed.education],
        work=[_entry(entry) for entry in parsed.work_experience],
        skills=[Guess(skill.name.value, skill.name.confidence) for skill in parsed.skills],
    )


def _guess(found: Field[str] | None, normal_form: str | None = None) -> Guess | None:
    return None if found is None else Guess(normal_form or found.value, found.confidence)


def _entry(entry: Education | WorkExperience) -> Entry:
    found = {one.name: getattr(entry, one.name) for one in fields(entry)}
    return {name: Guess(value.value, value.confidence) for name, value in found.items() if isinstance(value, Field)}
