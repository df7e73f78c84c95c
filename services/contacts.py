"""A candidate's own columns, as a record tells them."""

from collections.abc import Mapping
from typing import Any

from db.candidates import Contact
from services.identity import normal_linkedin, normal_phone
from services.stored_text import fit


def contact_values(record: Mapping[str, Any]) -> dict[str, Any]:
    """Name, e-mail, telephone number and profile, made to fit; an address that does not fit is none."""
    email = fit(record.get("email"), 1000) or ""
    linkedin_url = normal_linkedin(fit(record.get("linkedin_url"), 1000))
    return {
        "full_name": fit(record.get("full_name"), 255),
        "email": email if 0 < len(email) <= 255 else None,
        "phone_number": fit(normal_phone(record.get("phone_e164") or record.get("phone_number")), 50),
        "linkedin_url": linkedin_url if linkedin_url and len(linkedin_url) <= 500 else None,
    }


def missing_values(known: Contact, told: Mapping[str, Any]) -> dict[str, Any]:
    """Those told values that the candidate does not have yet."""
    return {name: value for name, value in told.items() if value is not None and getattr(known, name) is None}
