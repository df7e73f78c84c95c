"""How a person's contact data are written at the top of a resume."""

import random
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy.people.person import Person
from benchmarks.accuracy.writing.options import Options
from benchmarks.accuracy.writing.phones import STYLES, write_phone
from benchmarks.accuracy.writing.words import CREDENTIALS

OBFUSCATIONS = ((" at ", " dot "), (" [at] ", " [dot] "), ("(at)", "."), (" (at) ", " (dot) "))
PROFILE_TEXTS = (
    "linkedin.com/in/{}",
    "https://www.linkedin.com/in/{}",
    "www.linkedin.com/in/{}",
    "linkedin.com/in/{}/",
)


@dataclass(frozen=True, slots=True)
class Contact:
    shown: dict[str, Any]
    truth: dict[str, Any]


def write_contact(person: Person, options: Options, rng: random.Random) -> Contact:
    style = rng.choice(STYLES)
    second = write_phone(person.second_phone_e164, style, rng) if options.two_phones and rng.random() < 0.6 else None
    shown = {
        "name_shown": _name_with_letters(person, options, rng),
        "email": person.email,
        "email_text": _hidden_email(person.email, rng) if options.hides_email else person.email,
        "email_linked": not options.hides_email and rng.random() < 0.5,
        "phone": write_phone(person.phone_e164, style, rng),
        "second_phone": second,
        "linkedin": _profile(person, options, rng),
        "location": person.city if person.region == "US" else f"{person.city}, {person.country}",
    }
    truth = {
        "full_name": [person.full_name],
        "email": person.email,
        "phone_number": person.phone_e164,
        "linkedin_url": person.linkedin_slug,
    }
    return Contact(shown, truth)


def _name_with_letters(person: Person, options: Options, rng: random.Random) -> str:
    return f"{person.full_name}, {rng.choice(CREDENTIALS)}" if options.credentials else person.full_name


def _hidden_email(email: str, rng: random.Random) -> str:
    at, dot = rng.choice(OBFUSCATIONS)
    local, _, host = email.partition("@")
    return f"{local}{at}{host.replace('.', dot)}"


def _profile(person: Person, options: Options, rng: random.Random) -> dict[str, Any] | None:
    """`text` is None where only a link behind a word leads to the profile."""
    if person.linkedin_slug is None:
        return None
    written_out = options.linkedin == "text" or (options.linkedin == "either" and rng.random() < 0.75)
    return {
        "text": rng.choice(PROFILE_TEXTS).format(person.linkedin_slug) if written_out else None,
        "url": f"https://www.linkedin.com/in/{person.linkedin_slug}",
        "linked": not written_out or rng.random() < 0.5,
    }
