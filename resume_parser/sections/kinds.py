"""The kinds of section a resume has."""

from enum import StrEnum


class SectionKind(StrEnum):
    PROFILE = "profile"
    """What stands above the first heading: name, contact data, often a line about the person."""
    CONTACT = "contact"
    SUMMARY = "summary"
    WORK = "work"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    PUBLICATIONS = "publications"
    COURSES = "courses"
    VOLUNTEERING = "volunteering"
    AWARDS = "awards"
    REFERENCES = "references"
    INTERESTS = "interests"
    OTHER = "other"
