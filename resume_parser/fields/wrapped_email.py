"""An e-mail address that a narrow column, or a line's end, broke."""

import re
from collections.abc import Sequence

from resume_parser.document import Line
from resume_parser.values import email
from resume_parser.vocabulary.contact_labels import label_before
from resume_parser.vocabulary.top_level import is_top_level

_PIECE = re.compile(r"[^\s|·•,;()<>]+")
_MAY_GO_ON = re.compile(r"[a-z0-9@._-]")
_LONGEST = 70
_MOST_LINES = 3
_LABEL_REACH = 40


def find_wrapped(lines: Sequence[Line], index: int) -> tuple[str, tuple[int, ...]] | None:
    """The address that begins at the line's end and goes on at the start of the next or the next two, with its lines."""
    if index + 1 == len(lines) or "@" not in lines[index].text + lines[index + 1].text:
        return None
    if not _MAY_GO_ON.match(lines[index + 1].text):
        return None
    text = lines[index].text.rstrip(" |·•,;")[-_LONGEST * 2 :]
    last = next(iter(reversed(list(_PIECE.finditer(text)))), None)
    if last is None:
        return None
    before = label_before("email").search(text[max(0, last.start() - _LABEL_REACH) : last.start()]) is not None
    piece = last.group().rpartition(":")[2]
    alone = last.start() == 0
    best = None
    for following in range(index + 1, min(index + _MOST_LINES, len(lines))):
        head = _PIECE.match(lines[following].text)
        if head is None or lines[following].column != lines[index].column or len(piece) + len(head.group()) > _LONGEST:
            break
        ends_line = head.end() == len(lines[following].text.rstrip())
        if not _goes_on(piece, head.group(), labelled=before, alone=alone, ends_line=ends_line):
            break
        piece += head.group()
        address = email.clean(piece)
        if address:
            best = address, tuple(range(index, following + 1))
        if not ends_line:
            break
    return best


def _goes_on(piece: str, head: str, *, labelled: bool, alone: bool, ends_line: bool) -> bool:
    """Whether the next line's first piece belongs to the address, or to what may become one."""
    joined = email.clean(piece + head)
    if "@" not in piece:
        return joined is not None and _is_begin_of_name(piece, head, labelled=labelled, alone=alone)
    whole = email.clean(piece)
    if whole is None:
        return "@" not in head and (joined is not None or ends_line)
    if joined is None or "@" in head:
        return False
    if piece.endswith((".", "-", "_")) or head.startswith((".", "-")):
        return True
    sensible = is_top_level(email.top_level_of(joined))
    if is_top_level(email.top_level_of(whole)):
        return sensible and ends_line and head.isalpha() and head.islower() and len(head) <= 2
    return sensible and ends_line and head.islower()


def _is_begin_of_name(piece: str, head: str, *, labelled: bool, alone: bool) -> bool:
    """Whether `jane.verylongn` belongs before `ame@example.org`."""
    if head.startswith("@") or piece.endswith((".", "-", "_")):
        return "/" not in piece
    plain = piece.islower() and "/" not in piece and not is_top_level(piece.rpartition(".")[2])
    return plain and head[0].islower() and (labelled or (alone and ("." in piece or "_" in piece)))
