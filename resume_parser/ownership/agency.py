"""Lines and addresses of an agency or job board that passes the resume on."""

from collections.abc import Sequence
from functools import lru_cache

from resume_parser.document import Line
from resume_parser.ownership.foreign import block_of
from resume_parser.vocabulary import has_company_suffix, has_title_word
from resume_parser.vocabulary.correspondence import finder, phrases
from resume_parser.vocabulary.text import key

_SHORTEST_NAME = 5
_LONGEST_NAME = 60


def agency_lines(lines: Sequence[Line], name: str | None) -> frozenset[int]:
    """Indices of the lines of blocks that an agency's name stands in, and the person's does not."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if names_agency(line.text) and not _speaks_of(name, line.text):
            block = block_of(lines, index)
            if not any(_speaks_of(name, lines[place].text) for place in block):
                found.update(block)
    return frozenset(found)


def is_agency_address(address: str) -> bool:
    """Whether the host is named like one that finds people work."""
    host = address.rpartition("@")[2].rpartition(".")[0].casefold()
    return any(cue in host for cue in phrases("agency_host"))


def is_others_mailbox(address: str) -> bool:
    """An address that applications are sent to."""
    return _mailbox(address) in phrases("others_mailbox")


def is_shared_mailbox(address: str) -> bool:
    """An address that says no one's name."""
    return _mailbox(address) in phrases("mailbox")


def _mailbox(address: str) -> str:
    return address.partition("@")[0].partition("+")[0].casefold().rstrip("0123456789.")


@lru_cache(maxsize=4096)
def names_agency(text: str) -> bool:
    """Whether the line is the name of a firm that finds people work."""
    head = text.partition("|")[0].partition("\t")[0].strip()
    if len(head) > _LONGEST_NAME or finder("agency").search(head) is None:
        return False
    words = [word for word in head.split() if word.casefold().strip(".,") not in phrases("agency_firm")]
    is_firm = len(words) < len(head.split()) or has_company_suffix(head)
    return is_firm and not has_title_word(" ".join(words))


def _speaks_of(name: str | None, text: str) -> bool:
    return name is not None and len(key(name)) >= _SHORTEST_NAME and key(name) in key(text)
