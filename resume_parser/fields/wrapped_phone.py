"""A telephone number that a line's end broke."""

from resume_parser.document import Line
from resume_parser.fields.region import Home
from resume_parser.values import phone
from resume_parser.values.phone_spans import CUT_AT_END, DASHES, REST_AT_START, PhoneSpan, find_phones
from resume_parser.vocabulary.contact_labels import label_before

_FEWEST, _MOST = 9, 13
"""Digits of a whole national number, with its zero."""
_LABEL_REACH = 40


def find_wrapped(lines: tuple[Line, ...], index: int, home: Home) -> PhoneSpan | None:
    """The number that begins at the line's end and goes on at the start of the next; it ends where the line does.

    Only where the first part is no number alone: a dash at its end, too few digits behind a label, or a number given out
    only together with the second part.
    """
    text = lines[index].text.rstrip()
    if index + 1 == len(lines) or not text or not (text[-1].isdigit() or text[-1] in DASHES + ")"):
        return None
    rest = REST_AT_START.match(lines[index + 1].text)
    if rest is None or lines[index + 1].column != lines[index].column:
        return None
    head = CUT_AT_END.search(text)
    if head is None:
        return None
    first, second = head.group().strip(), rest.group().strip()
    joined = f"{first}{second}" if first[-1] in DASHES else f"{first} {second}"
    found = find_phones(joined)
    if len(found) != 1 or found[0].begin > 1 or found[0].stop < len(joined) - 1:
        return None
    if not _is_cut(text[: head.start()], first, found[0].written, home):
        return None
    begin = head.start() + head.group().index(first)
    return PhoneSpan(begin, len(text), found[0].written)


def _is_cut(before: str, first: str, joined: str, home: Home) -> bool:
    labelled = label_before("mobile", "phone", "home").search(before[-_LABEL_REACH:]) is not None
    begins = labelled or first.startswith(("+", "(", "0"))
    if first[-1] in DASHES:
        return begins
    if phone.is_valid(first, home.regions[:1]):
        return False
    if phone.is_valid(joined, home.regions):
        return begins
    return begins and phone.count_digits(first) < _FEWEST - 2 and _FEWEST <= phone.count_digits(joined) <= _MOST
