"""Contact values in the person's own lines of which the record has none, and no finding says why."""

import re
from collections.abc import Iterator

from resume_parser.accounting.places import Lines, Place
from resume_parser.document import Document
from resume_parser.fields.context import CONTACT_KINDS
from resume_parser.record import ParsedResume, Unread
from resume_parser.values.dates import find_dates

_ADDRESS = re.compile(r"[\w.+-]+\s?@\s?\w")
"""Wider than an address that can be taken: cut and glued ones, too."""
_NUMBER = re.compile(r"\+?\d(?:[\s().\-–/]{0,3}\d){8,14}(?!\d)")


def spot_contacts(document: Document, lines: Lines, parsed: ParsedResume) -> Iterator[Unread]:
    told = {finding.code for finding in parsed.findings}
    wanted = []
    if parsed.email is None and "email_not_told" not in told:
        wanted.append(_ADDRESS)
    if parsed.phone_number is None and "phone_not_told" not in told:
        wanted.append(_NUMBER)
    for index, line in enumerate(document.lines):
        own = lines.kind(index) in CONTACT_KINDS and lines.places[index] is not Place.HEADING
        if own and any(pattern.search(line.text) for pattern in wanted) and not find_dates(line.text):
            yield Unread("contact", (index,))
