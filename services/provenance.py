"""What a sender says of a resume beside the file: where it is from, and what its person has agreed to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from services.errors import BadUpload
from services.stored_text import fit

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Provenance:
    source_label: str | None = None
    """Such as the name of a job board or a fair."""
    consent: str | None = None
    """A date, or a code of the sender's own."""

    @classmethod
    def of_form(cls, fields: Mapping[str, str]) -> Self:
        """From the form's fields `source` and `consent`; empty ones say nothing. Raises BadUpload."""
        return cls(_checked(fields, "source"), _checked(fields, "consent"))


def _checked(fields: Mapping[str, str], name: str) -> str | None:
    """As it was written: what does not fit is refused rather than changed."""
    written = fields.get(name, "").strip()
    tidy = fit(written, LONGEST)
    if tidy is not None and tidy != written:
        raise BadUpload(
            f"The field `{name}` is not one line of at most {LONGEST} characters, single spaces between them."
        )
    return tidy


UNTOLD = Provenance()
