"""How resumes write telephone numbers."""

import random

import phonenumbers
from phonenumbers import PhoneNumberFormat

STYLES = ("international", "national", "dotted", "trunk", "plain", "tel")


def write_phone(e164: str, style: str, rng: random.Random) -> str:
    number = phonenumbers.parse(e164)
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    match style:
        case "national":
            return national
        case "dotted":
            return international.replace(" ", ".").replace("-", ".")
        case "trunk" if national.startswith("0"):
            return f"+{number.country_code} (0){national[1:]}"
        case "plain":
            return e164 if rng.random() < 0.5 else f"00{e164[1:]}"
        case "tel":
            return phonenumbers.format_number(number, PhoneNumberFormat.RFC3966).removeprefix("tel:")
        case _:
            return international
