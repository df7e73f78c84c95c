"""Signs of a letter or of a forwarded mail among the lines."""

import re
from collections.abc import Sequence

from resume_parser.document import Line
from resume_parser.vocabulary.correspondence import finder, phrases

_LONGEST_SALUTATION = 70
_MOST_WORDS = 8
_MAIL_LINE = re.compile(r"^(?:>\s*|\*)*([^\W\d][^\W\d]*(?:[ -][^\W\d]+){0,2})\*?\s?[:：]\*?\s*(\S.*)?$")
_WROTE = re.compile(
    r"(?:\bwrote|\bschrieb|\ba écrit|\bescribió|\bescreveu|\bha scritto|\bschreef|\bskrev|\bnapisał\w*)\s?:\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_=*]{8,}")
_SURELY_A_HEAD = 3
"""Labels that make a head even where no address stands in it."""
_MOST_BETWEEN = 2
"""Lines that a long subject or list of addressees wraps into."""


def is_salutation(text: str) -> bool:
    """`Dear Ms. Grey,`; of greetings that may be else only those that end like one."""
    short = text.strip()
    if len(short) > _LONGEST_SALUTATION or len(short.split()) > _MOST_WORDS:
        return False
    match = finder("salutation").match(short)
    if match is None:
        return False
    ends = short.endswith((",", ":", "!", "，", "：", ";"))
    named = short[match.end() :].strip()
    return ends or (match.group().casefold() not in phrases("salutation_with_comma") and named[:1].isupper())


def is_closing(text: str) -> bool:
    return text.strip(" ,.!–-\t").casefold() in phrases("closing")


def is_rule(text: str) -> bool:
    """A line between a mail and the one that it passes on."""
    return _RULE.fullmatch(text.strip()) is not None or says_forwarded(text)


def says_forwarded(text: str) -> bool:
    """`On Monday … wrote:`, `Forwarded message`."""
    return _WROTE.search(text) is not None or (
        len(text) < _LONGEST_SALUTATION and finder("mail_rule").search(text) is not None
    )


def mail_heads(lines: Sequence[Line]) -> list[range]:
    """The lines of `From: … To: … Subject: …`, one range a head."""
    heads: list[range] = []
    index = 0
    while index < len(lines):
        stop = _end_of_head(lines, index)
        if stop > index:
            heads.append(range(index, stop))
        index = max(stop, index + 1)
    return heads


def _end_of_head(lines: Sequence[Line], begin: int) -> int:
    """The index behind the head that begins here; `begin` when none does."""
    labels: list[str] = []
    stop = begin
    place = begin
    while place < len(lines) and place - stop <= _MOST_BETWEEN:
        label = _label(lines[place].text)
        if label is not None:
            labels.append(label)
            stop = place + 1
        elif place == begin:
            return begin
        place += 1
    text = " ".join(line.text for line in lines[begin:stop])
    senders = sum(label in phrases("mail_from") for label in labels)
    others = sum(label in phrases("mail_other") for label in labels)
    told = "@" in text or len(labels) >= _SURELY_A_HEAD
    return stop if senders and others and told else begin


def _label(text: str) -> str | None:
    """The label of a line of a mail's head; that of `From: 2015` in a form is none."""
    match = _MAIL_LINE.match(text)
    label = match[1].casefold() if match else ""
    if match is None or label not in phrases("mail_from") | phrases("mail_other"):
        return None
    value = match[2] or ""
    is_date = label in phrases("mail_from") and "@" not in value and any(map(str.isdigit, value))
    return None if is_date else label
