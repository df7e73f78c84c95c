"""Which lines of the document are no part of the person's resume."""

from collections.abc import Sequence

from resume_parser.document import Document, Line
from resume_parser.fields.name_words import clean_name
from resume_parser.ownership.letters import is_closing, is_rule, is_salutation, mail_heads, says_forwarded
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section
from resume_parser.values.email import find_emails
from resume_parser.values.phone_spans import find_phones

MAIN_KINDS = frozenset({SectionKind.WORK, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS})
_SIGNATURE = 4
"""Lines below a letter's closing that may be its signature."""
_WORDS_OF_PROSE = 6
_ABOVE_SALUTATION = 12
_APART = 0.9


def foreign_lines(document: Document, sections: Sequence[Section]) -> frozenset[int]:
    """Indices of the lines of letters and mail before and after the resume; nothing where the document has no other lines.

    The resume is what holds the headings of work, education or skills.
    """
    lines = document.lines
    headings = [section.heading for section in sections if section.heading is not None and section.kind in MAIN_KINDS]
    if not headings:
        return frozenset()
    before = _end_of_prelude(lines, min(headings))
    behind = _letters_behind(lines, min(headings), max(headings))
    return frozenset(range(before)) | behind


def block_of(lines: Sequence[Line], index: int) -> range:
    """The lines around this one without white space between them."""
    begin, stop = index, index + 1
    while begin > 0 and not is_apart(lines, begin):
        begin -= 1
    while stop < len(lines) and not is_apart(lines, stop):
        stop += 1
    return range(begin, stop)


def is_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether white space, a column's or a page's end stands before the line."""
    line, above = lines[index], lines[index - 1]
    return line.gap >= _APART or (line.page, line.column) != (above.page, above.column)


def _end_of_prelude(lines: Sequence[Line], first: int) -> int:
    """The index behind the letter or mail that stands before the first heading; 0 without one."""
    heads = [place for head in mail_heads(lines[:first]) for place in head]
    heads += [index for index in range(first) if says_forwarded(lines[index].text)]
    greeted = [index for index in range(first) if is_salutation(lines[index].text)]
    if not heads and not greeted:
        return 0
    closed = [index for index in range(first) if is_closing(lines[index].text)]
    ruled = [index for index in range(first) if is_rule(lines[index].text)]
    end = max([*heads, *greeted, *closed, *ruled]) + 1
    while end < first and (_is_prose(lines[end].text) or is_closing(lines[end].text)):
        end += 1
    end = _behind_note(lines, end, first)
    behind = _behind_signature(lines, end, first) if closed and end == max(closed) + 1 else end
    return behind if _can_be_head(lines[behind:first]) else end if _can_be_head(lines[end:first]) else 0


def _behind_note(lines: Sequence[Line], end: int, first: int) -> int:
    """Past what a forwarder wrote: blocks that do not begin with a name, as long as such a one follows."""
    while end < first and clean_name(lines[end].text) is None:
        following = next((place for place in range(end + 1, first) if is_apart(lines, place)), first)
        if not any(clean_name(lines[place].text) for place in range(following, first)):
            break
        end = following
    return end


def _behind_signature(lines: Sequence[Line], end: int, first: int) -> int:
    stop = end
    while stop < min(first, end + _SIGNATURE) and (stop == end or not is_apart(lines, stop)):
        stop += 1
    return stop


def _letters_behind(lines: Sequence[Line], first: int, last: int) -> frozenset[int]:
    """Letters that begin behind the first heading: from the top of their page, or a few lines above the salutation, to their end."""
    found: set[int] = set()
    for index in range(first + 1, len(lines)):
        if not is_salutation(lines[index].text):
            continue
        begin = index
        while begin > max(last + 1, index - _ABOVE_SALUTATION) and lines[begin - 1].page == lines[index].page:
            begin -= 1
        closed = next((place for place in range(index, len(lines)) if is_closing(lines[place].text)), None)
        if closed is not None and index > last:
            found.update(range(begin, min(len(lines), closed + 1 + _SIGNATURE)))
    return frozenset(found)


def _can_be_head(lines: Sequence[Line]) -> bool:
    """Whether the lines hold what a resume begins with: a name, an address or a number."""
    return any(clean_name(line.text) or find_emails(line.text) or find_phones(line.text) for line in lines)


def _is_prose(text: str) -> bool:
    words = text.split()
    lower = sum(word[:1].islower() for word in words)
    return "@" not in text and (
        (len(words) >= _WORDS_OF_PROSE and lower * 2 > len(words))
        or (text.rstrip().endswith(".") and lower * 2 > len(words) > 2)
    )
