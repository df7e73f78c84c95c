"""A parsed resume in the JSON Resume 1.0 schema (https://jsonresume.org/schema)."""

from typing import Any

from resume_parser.record import Education, ParsedResume, WorkExperience, value_of

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def to_json_resume(parsed: ParsedResume) -> dict[str, Any]:
    """The record as JSON Resume; keys without a value are left out, an ongoing end is no `endDate`."""
    extras = parsed.extras
    return {
        "$schema": _SCHEMA,
        "basics": _basics(parsed),
        "work": [_work(entry) for entry in parsed.work_experience],
        "education": [_education(entry) for entry in parsed.education],
        "skills": [{"name": skill.name.value} for skill in parsed.skills],
        "languages": [
            _present({"language": item["name"], "fluency": item.get("level")}) for item in extras.get("languages") or []
        ],
        "certificates": [
            _present({"name": item["name"], "date": item.get("date")}) for item in extras.get("certificates") or []
        ],
        "projects": [
            _present({"name": item["name"], "description": item.get("description"), "url": item.get("url")})
            for item in extras.get("projects") or []
        ],
        "publications": [{"name": text} for text in extras.get("publications") or []],
    }


def _basics(parsed: ParsedResume) -> dict[str, Any]:
    profiles = []
    linkedin = value_of(parsed.linkedin_url)
    if linkedin:
        profiles.append({"network": "LinkedIn", "username": linkedin.rsplit("/", 1)[-1], "url": linkedin})
    location = parsed.extras.get("location")
    return _present(
        {
            "name": value_of(parsed.full_name),
            "email": value_of(parsed.email),
            "phone": value_of(parsed.phone_number),
            "summary": parsed.extras.get("summary"),
            "location": {"address": location} if location else None,
            "profiles": profiles or None,
        }
    )


def _work(entry: WorkExperience) -> dict[str, Any]:
    return _present(
        {
            "name": value_of(entry.company),
            "position": value_of(entry.job_title),
            "location": value_of(entry.location),
            "startDate": value_of(entry.start_date),
            "endDate": _closed(value_of(entry.end_date)),
            "summary": value_of(entry.description),
        }
    )


def _education(entry: Education) -> dict[str, Any]:
    return _present(
        {
            "institution": value_of(entry.institution),
            "studyType": value_of(entry.degree),
            "startDate": value_of(entry.start_date),
            "endDate": _closed(value_of(entry.end_date)),
        }
    )


def _closed(end: str | None) -> str | None:
    return None if end == "present" else end


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
