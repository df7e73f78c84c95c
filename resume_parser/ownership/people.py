"""Whether the document holds the resumes of several people."""

import re
from collections.abc import Iterator, Sequence

from resume_parser.document import Finding, Line
from resume_parser.fields.context import OTHERS_KINDS
from resume_parser.fields.name_agreement import agreement
from resume_parser.fields.name_words import clean_name
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section
from resume_parser.values.email import find_emails
from resume_parser.vocabulary import has_title_word
from resume_parser.vocabulary.text import plain

SEVERAL_PEOPLE = "several_people"
_OWN_SECTIONS = frozenset({SectionKind.WORK, SectionKind.EDUCATION})
_NO_NAME = re.compile(r"[\d,;:()|\t]")
_LARGE = 1.25
_BELOW_NAME = 4
_LONGEST_NAME = 45


def find_several(lines: Sequence[Line], sections: Sequence[Section], foreign: frozenset[int]) -> Finding | None:
    """`several_people` where another name with another address stands over jobs or schools of its own, below the first one's."""
    headings = [
        section.heading for section in sections if section.heading is not None and section.kind in _OWN_SECTIONS
    ]
    others = {row.index for section in sections if section.kind in OTHERS_KINDS for row in section.rows}
    starts = [start for start in _starts(lines) if start[0] not in foreign | others]
    people: list[tuple[int, str, str]] = []
    for position, (index, name, address) in enumerate(starts):
        stop = starts[position + 1][0] if position + 1 < len(starts) else len(lines)
        if any(index < heading < stop for heading in headings) and all(
            _differ(name, address, other) for other in people
        ):
            people.append((index, name, address))
    if len(people) < 2:
        return None
    return Finding(
        SEVERAL_PEOPLE,
        f"{len(people)} names, each with an address and sections below",
        tuple(index for index, *_ in people),
    )


def _starts(lines: Sequence[Line]) -> Iterator[tuple[int, str, str]]:
    """Lines that are a name with an e-mail address close below: index, name, address."""
    addresses = [find_emails(line.text) for line in lines]
    for index, line in enumerate(lines):
        if not any(addresses[index + 1 : index + 1 + _BELOW_NAME]):
            continue
        name = clean_name(line.text) if len(line.text) <= _LONGEST_NAME and not _NO_NAME.search(line.text) else None
        if name is None or has_title_word(name):
            continue
        for place in range(index + 1, min(index + 1 + _BELOW_NAME, len(lines))):
            found = addresses[place]
            if found and (line.size >= _LARGE or agreement(name, found[0].address) > 0):
                yield index, name, found[0].address.casefold()
                break
            if lines[place].page != line.page:
                break


def _differ(name: str, address: str, other: tuple[int, str, str]) -> bool:
    """Whether no word of the names and not the address is the same."""
    return address != other[2] and not set(plain(name).split()) & set(plain(other[1]).split())
