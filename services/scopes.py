"""What somebody may do. Each route asks for one scope; keys and users have some of them."""

from collections.abc import Iterable
from enum import StrEnum

from services.errors import UnknownScope


class Scope(StrEnum):
    UPLOAD = "upload"
    """Send resumes, and follow what becomes of them."""
    READ = "read"
    """Look at resumes and candidates."""
    REVIEW = "review"
    """Enter and change candidates, decide what waits for a person."""
    EXPORT = "export"
    """Take data out in bulk, or as a person's own."""
    ERASE = "erase"
    """Remove people for good."""
    ADMIN = "admin"
    """Runs of the system, the audit log. It does not hold the other scopes."""


ALL_SCOPES = frozenset(Scope)


def parse_scopes(names: Iterable[str]) -> frozenset[Scope]:
    """Raises UnknownScope, which names those that there are."""
    try:
        return frozenset(Scope(name.strip().lower()) for name in names if name.strip())
    except ValueError:
        raise UnknownScope(f"The scopes are {', '.join(Scope)}.") from None
