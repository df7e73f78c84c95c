"""Whose a contact value is: the person's, somebody else's, or not to be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from resume_parser.document import Line
from resume_parser.fields.context import OTHERS_KINDS, Context
from resume_parser.fields.name_agreement import agreement
from resume_parser.ownership import agency
from resume_parser.ownership.foreign import block_of
from resume_parser.ownership.labelled import is_labelled_as_others
from resume_parser.sections.kinds import SectionKind
from resume_parser.values.email import find_emails

_AGREES = 0.8
_WHOLE = 1.0
"""Of a domain: many a firm bears a surname alone."""


class Whose(Enum):
    OWN = 1.0
    UNKNOWN = 0.6
    OTHERS = 0.0


@dataclass(frozen=True)
class Owners:
    """Judges lines and addresses of one document. Without a name, only by their place."""

    context: Context
    foreign: frozenset[int]
    """Lines of letters and mail around the resume."""
    name: str | None = None

    @property
    def nameless(self) -> frozenset[int]:
        """Lines where the person's name does not stand."""
        return self.foreign | {index for index, line in enumerate(self._lines) if agency.names_agency(line.text)}

    def of_email(self, address: str, index: int, before: str) -> Whose:
        """Of an address on the line, with the text before it. What is made of the person's name is theirs, wherever it stands."""
        if self.agrees(address):
            return Whose.OWN
        if self.is_others_place(index, before) or agency.is_others_mailbox(address):
            return Whose.OTHERS
        if agency.is_agency_address(address) or agency.is_shared_mailbox(address):
            return Whose.UNKNOWN
        return Whose.OWN

    def of_phone(self, index: int, before: str) -> Whose:
        """Of a number on the line: as the place, and as the addresses beside it."""
        beside = [self.of_email(span.address, index, "") for span in find_emails(self._lines[index].text)]
        if Whose.OWN in beside and not is_labelled_as_others(self._lines, index, before):
            return Whose.OWN
        if Whose.OTHERS in beside or self.is_others_place(index, before):
            return Whose.OWN if index in self._signature else Whose.OTHERS
        return Whose.OWN

    def kind_of(self, index: int) -> SectionKind:
        """The kind of section that the line belongs to."""
        return self._kinds.get(index, SectionKind.OTHER)

    @property
    def _lines(self) -> Sequence[Line]:
        return self.context.document.lines

    @cached_property
    def _kinds(self) -> dict[int, SectionKind]:
        return {row.index: section.kind for section in self.context.sections for row in section.rows}

    @cached_property
    def _agency(self) -> frozenset[int]:
        return agency.agency_lines(self._lines, self.name)

    @cached_property
    def _signature(self) -> frozenset[int]:
        """Lines of a letter that stand in one block with an address made of the person's name."""
        own = [
            index
            for index in sorted(self.foreign)
            if any(self.agrees(span.address) for span in find_emails(self._lines[index].text))
        ]
        return frozenset(place for index in own for place in block_of(self._lines, index))

    def agrees(self, address: str) -> bool:
        """Whether the address is made of the person's name, before the sign or, with first and last, behind it."""
        if self.name is None:
            return False
        return agreement(self.name, address) >= _AGREES or agreement(self.name, address.partition("@")[2]) >= _WHOLE

    def is_others_place(self, index: int, before: str = "") -> bool:
        """Whether the line is a letter's, an agency's or a referee's, or labelled as another person's."""
        return (
            index in self.foreign
            or index in self._agency
            or self.kind_of(index) in OTHERS_KINDS
            or is_labelled_as_others(self._lines, index, before)
        )
