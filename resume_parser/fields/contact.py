"""Name and contact values together: each tells whose the others are."""

from dataclasses import dataclass

from resume_parser.document import Finding
from resume_parser.fields.context import Context
from resume_parser.fields.email import find_email, written_emails
from resume_parser.fields.linkedin import find_linkedin
from resume_parser.fields.location import address_lines
from resume_parser.fields.name import find_name
from resume_parser.fields.phone import find_phone
from resume_parser.fields.region import home_of
from resume_parser.ownership.foreign import foreign_lines
from resume_parser.ownership.owners import Owners
from resume_parser.record import Field

EMAIL_NOT_TOLD = "email_not_told"
PHONE_NOT_TOLD = "phone_not_told"


@dataclass(frozen=True, slots=True)
class Contact:
    """What says who the person is and how to reach them, and what could not be told."""

    name: Field[str] | None
    email: Field[str] | None
    phone: Field[str] | None
    phone_e164: str | None
    linkedin: Field[str] | None
    foreign: frozenset[int]
    """Lines of letters and mail around the resume."""
    findings: tuple[Finding, ...]


def find_contact(context: Context) -> Contact:
    """The name by the likeliest address, then the address by the name, and all else by both."""
    foreign = foreign_lines(context.document, context.sections)
    written = written_emails(context.document.lines)
    by_place = Owners(context, foreign)
    likeliest = find_email(context, written, by_place).field
    name = find_name(context, likeliest.value if likeliest else None, by_place.nameless)
    owners = Owners(context, foreign, name.value if name else None)
    email = find_email(context, written, owners)
    home = home_of(address_lines(context, name), email.field.value if email.field else None)
    phone = find_phone(context, home, email.field, owners)
    findings = [
        Finding(code, "only contact data of others, or of nobody that can be told", lines)
        for code, lines in ((EMAIL_NOT_TOLD, email.others), (PHONE_NOT_TOLD, phone.others))
        if lines
    ]
    return Contact(
        name, email.field, phone.field, phone.e164, find_linkedin(context, name, owners), foreign, tuple(findings)
    )
