"""One PDF page as fragments of text."""

import itertools
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pymupdf

from resume_parser.document import Box
from resume_parser.layout.cards import mark_cards
from resume_parser.layout.clean import (
    BULLET,
    UNMAPPED,
    clean_characters,
    compose_accents,
    is_bullet,
    raise_small_i,
)
from resume_parser.layout.fragment import RIGHT_TO_LEFT, Fragment, Span
from resume_parser.layout.label_rules import lift_headings
from resume_parser.layout.letters import is_letter_spaced, join_lone_letters, join_spaced_letters, respace
from resume_parser.layout.rows import group_into_rows, top_down
from resume_parser.layout.ruled_tables import Rules, join_table_rows
from resume_parser.layout.tags import find_tag_rows, set_framed_apart, tag_parts
from resume_parser.readers.pdf_hidden import HiddenText, Shape
from resume_parser.readers.pdf_links import attach_links
from resume_parser.readers.right_to_left import put_in_reading_order

FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_COLLECT_VECTORS
"""Ligatures taken apart, no images; filled shapes tell backgrounds from which text stands out, and drawn bullets."""

MAX_FRAGMENTS = 20_000
"""No page of a resume has a tenth of it."""

_EVERYWHERE = pymupdf.INFINITE_RECT()
"""Not the page alone, so that what is put beside it is seen to be hidden."""
_FONT_ITALIC = 2
_FONT_BOLD = 16
FARTHEST_BULLET = 3.0
"""Sizes up to which a bullet stands before its text."""
_BLANK_WIDTH = 0.27
"""Width of a space in sizes, to take those at the ends of a text off its box."""
_SOFT_HYPHEN = "\xad"
"""What is painted is seen, so in a PDF it is a hyphen: some fonts give no other code for it."""
_WIDE_SPACE = re.compile(r"(?:\s{3,}|\t\s*)")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|extrabd|-bd\b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|-it\b", re.IGNORECASE)
_UPRIGHT = 0.98
_TEXT_BLOCK = 0
_VECTOR_BLOCK = 3


@dataclass(slots=True)
class PageText:
    """What is written on a page, in the order of painting."""

    fragments: list[Fragment] = field(default_factory=list)
    rotated: list[Fragment] = field(default_factory=list)
    """Text along the page's edges, turned; of no place among the rows."""
    hidden: int = 0
    """Pieces of text that nobody sees."""
    unmapped: int = 0
    """Characters that the font does not tell."""
    left_out: int = 0
    """Pieces of text beyond `MAX_FRAGMENTS`."""


def read_page(page: Any) -> PageText:
    """The page's visible text."""
    extracted = page.get_textpage(flags=FLAGS, clip=_EVERYWHERE)
    content = page.get_text("dict", textpage=extracted, clip=_EVERYWHERE)
    _close_up_letters(page, content, extracted)
    put_in_reading_order(page, content, extracted, _EVERYWHERE)
    return read_blocks(page, content)


def _close_up_letters(page: Any, content: dict[str, Any], extracted: Any) -> None:
    """Puts words in place of spaced letters that the extraction gave without telling which spaces are its own."""
    spaced = [
        (block_number, line_number, line)
        for block_number, block in enumerate(content["blocks"])
        if block["type"] == _TEXT_BLOCK
        for line_number, line in enumerate(block["lines"])
        if _has_spaced_letters(line["spans"])
    ]
    if not spaced:
        return
    raw = page.get_text("rawdict", textpage=extracted, clip=_EVERYWHERE)["blocks"]
    for block_number, line_number, line in spaced:
        characters = [
            character for span in raw[block_number]["lines"][line_number]["spans"] for character in span["chars"]
        ]
        line["spans"] = [{**line["spans"][0], "text": respace(characters)}]


def _has_spaced_letters(spans: list[dict[str, Any]]) -> bool:
    mixed = any(" " in span["text"].strip() for span in spans)
    return mixed and is_letter_spaced("".join([span["text"] for span in spans]))


def read_blocks(page: Any, content: dict[str, Any], *, trust_invisible: bool = False) -> PageText:
    """As `read_page`, of what was extracted already; `trust_invisible` for a layer of recognised text under a scan."""
    text = PageText()
    shapes: list[Shape] = []
    rules = Rules()
    frames: list[Box] = []
    lines: list[tuple[int, dict[str, Any]]] = []
    for number, block in enumerate(content["blocks"]):
        if block["type"] == _TEXT_BLOCK:
            lines.extend((number, line) for line in block["lines"])
        elif block["type"] == _VECTOR_BLOCK:
            rules.add(block["bbox"], stroked=block["stroked"])
            frames.append(block["bbox"])
            if not block["stroked"]:
                shapes.append(Shape(number, block["bbox"], block["color"], block["alpha"]))
    hidden = HiddenText(page, shapes, lines, trust_invisible=trust_invisible)
    tags = find_tag_rows(line for _, line in lines)
    text.left_out = len(lines[MAX_FRAGMENTS:])
    for number, line in lines[:MAX_FRAGMENTS]:
        if hidden.is_hidden(number, line):
            text.hidden += 1
        elif id(line) in tags:
            _add_tags(text, line)
        else:
            _add_line(text, line)
    _add_drawn_bullets(text.fragments, shapes)
    text.fragments = _join_bullets(join_lone_letters(_without_repeats(text.fragments)))
    attach_links(page, text.fragments)
    set_framed_apart(text.fragments, frames)
    text.fragments = lift_headings(text.fragments)
    text.fragments = join_table_rows(text.fragments, rules)
    mark_cards(text.fragments, frames)
    return text


def _add_tags(text: PageText, line: dict[str, Any]) -> None:
    for index, part in enumerate(tag_parts(line["spans"])):
        (x0, y0, _, _), (_, _, x1, y1) = part[0]["bbox"], part[-1]["bbox"]
        before = len(text.fragments)
        _add_line(text, {**line, "spans": part, "bbox": (x0, y0, x1, y1)})
        for fragment in text.fragments[before : before + 1]:
            fragment.apart = index > 0


def _add_line(text: PageText, line: dict[str, Any]) -> None:
    spans = _spans(line["spans"])
    written = "".join(span.text for span in spans)
    if not written.strip():
        return
    text.unmapped += written.count(UNMAPPED)
    x0, _, x1, _ = line["bbox"]
    main = spans[0] if len(spans) == 1 else max(spans, key=lambda span: len(span.text.strip()))
    x0 += (len(written) - len(written.lstrip())) * _BLANK_WIDTH * main.size
    x1 -= (len(written) - len(written.rstrip())) * _BLANK_WIDTH * main.size
    fragment = Fragment(x0, max(x0, x1), line["spans"][0]["origin"][1], main.size, spans)
    if line["dir"][0] < _UPRIGHT:
        text.rotated.append(fragment)
    elif _WIDE_SPACE.search(written.strip()) and RIGHT_TO_LEFT.search(written) is None:
        text.fragments.extend(_split_at_wide_spaces(fragment, written))
    else:
        text.fragments.append(fragment)


def _spans(raw: list[dict[str, Any]]) -> list[Span]:
    """The line's spans, neighbours of one style made one."""
    if len(raw) > 1:
        raw = join_spaced_letters(raw)
    spans: list[Span] = []
    for span in raw:
        bold, italic = _style_of_font(span["font"], span["flags"])
        text = raise_small_i(compose_accents(clean_characters(span["text"].replace(_SOFT_HYPHEN, "-"))))
        last = spans[-1] if spans else None
        same = last is not None and (text == " " or (last.size, last.bold, last.italic) == (span["size"], bold, italic))
        if last is not None and same:
            spans[-1] = last._replace(text=last.text + text)
        else:
            spans.append(Span(text, span["size"], bold, italic))
    return spans


@lru_cache(maxsize=1024)
def _style_of_font(name: str, flags: int) -> tuple[bool, bool]:
    return (
        bool(flags & _FONT_BOLD or _BOLD_NAME.search(name)),
        bool(flags & _FONT_ITALIC or _ITALIC_NAME.search(name)),
    )


def _split_at_wide_spaces(fragment: Fragment, written: str) -> list[Fragment]:
    """Parts set apart by runs of spaces, each with its share of the box by its share of the characters."""
    width = (fragment.x1 - fragment.x0) / max(len(written.strip()), 1)
    lead = len(written) - len(written.lstrip())
    parts: list[Fragment] = []
    position = 0
    for gap in [*_WIDE_SPACE.finditer(written), None]:
        end = len(written) if gap is None else gap.start()
        spans = _cut(fragment.spans, position, end)
        if any(span.text.strip() for span in spans):
            x0 = fragment.x0 + (position - lead) * width
            x1 = fragment.x0 + (end - lead) * width
            parts.append(Fragment(x0, x1, fragment.baseline, fragment.size, spans, apart=bool(parts)))
        position = end if gap is None else gap.end()
    return parts


def _cut(spans: list[Span], start: int, end: int) -> list[Span]:
    found: list[Span] = []
    position = 0
    for span in spans:
        begin, stop = max(start - position, 0), min(end - position, len(span.text))
        if begin < stop:
            found.append(span._replace(text=span.text[begin:stop]))
        position += len(span.text)
    return found


def _without_repeats(fragments: list[Fragment]) -> list[Fragment]:
    """Each text once where it is painted twice in one place, as bold and shadows are faked."""
    seen: set[tuple[int, int, str]] = set()
    kept: list[Fragment] = []
    for fragment in fragments:
        text = fragment.text
        key = (round(fragment.x0 / 2), round(fragment.baseline / 2), text)
        if key not in seen:
            seen.add(key)
            kept.append(fragment)
    return kept


def _join_bullets(fragments: list[Fragment]) -> list[Fragment]:
    """Bullets that are pieces of their own become the beginning of the text beside them, lest they seem a column.

    Not before a figure: there a dash may stand for the time between two dates.
    """
    if not any(is_bullet(fragment.text) for fragment in fragments):
        return fragments
    rows = group_into_rows(top_down(fragments))
    joined: set[int] = set()
    for row in rows:
        for index, (bullet, item) in enumerate(itertools.pairwise(row)):
            alone = index == 0 or bullet.x0 - row[index - 1].x1 > FARTHEST_BULLET * bullet.size
            worded = not item.text.lstrip()[:1].isdigit()
            if is_bullet(bullet.text) and alone and worded and item.x0 - bullet.x1 < FARTHEST_BULLET * item.size:
                first = item.spans[0]
                item.spans[0] = first._replace(text=f"{BULLET} {first.text.lstrip()}")
                item.x0 = bullet.x0
                joined.add(id(bullet))
    return [fragment for fragment in fragments if id(fragment) not in joined]


def _add_drawn_bullets(fragments: list[Fragment], shapes: list[Shape]) -> None:
    """Browsers draw list bullets as small filled shapes: put back the sign on the text to their right.

    Larger ones, and those before bold text, are the dots of a timeline.
    """
    for shape in shapes:
        x0, y0, x1, y1 = shape.box
        width, height = x1 - x0, y1 - y0
        if not (1.0 < width < 6.0 and 0.8 < width / max(height, 0.01) < 1.25):
            continue
        middle = (y0 + y1) / 2
        for fragment in fragments:
            if (
                0 < fragment.x0 - x1 < 1.6 * fragment.size
                and fragment.baseline - 0.75 * fragment.size < middle < fragment.baseline
                and width < 0.45 * fragment.size
                and not fragment.spans[0].bold
            ):
                first = fragment.spans[0]
                if not first.text.startswith(BULLET):
                    fragment.spans[0] = first._replace(text=f"{BULLET} {first.text.lstrip()}")
                break
