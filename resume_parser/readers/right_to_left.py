"""Arabic and Hebrew text of a page in the order in which it is read, which is not the order of places from left to right."""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from resume_parser.layout.fragment import RIGHT_TO_LEFT

_INSIDE = frozenset(".@-_/:+&#%',~=?")
"""Signs that stand inside of an address or a number without spaces around them."""
_NUMBERS = re.compile(r"[+(]?\d[\d()+./:–—-]*(?:\s+[–—-]?\s*[\d()+./:–—-]+)+[+)]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WIDE = 1.2
"""Heights of a line from which on a gap parts two cells."""
_SPACES = re.compile(r"(?<=\S) {1,2}(?=\S)")
_BEFORE_MARK = re.compile(r"\s+([:،؛,.])(?=\s|$)")
_TEXT_BLOCK = 0
_NO_WIDTH = 0.1
_LAM, _ALEFS = "ل", "اأإآ"


def put_in_reading_order(page: Any, content: dict[str, Any], extracted: Any, clip: Any) -> None:
    """Rewrites the lines that hold right-to-left text; on a page of mostly such text those of figures alone as well."""
    places = [
        (number, place, "".join(span["text"] for span in line["spans"]))
        for number, block in enumerate(content["blocks"])
        if block["type"] == _TEXT_BLOCK
        for place, line in enumerate(block["lines"])
    ]
    turned = [not text.isascii() and RIGHT_TO_LEFT.search(text) is not None for *_, text in places]
    if not any(turned):
        return
    mostly = sum(turned) * 2 > len(turned)
    raw = page.get_text("rawdict", textpage=extracted, clip=clip)["blocks"]
    for (number, place, text), right_to_left in zip(places, turned, strict=True):
        if right_to_left or (mostly and not any(map(str.isalpha, text))):
            line = content["blocks"][number]["lines"][place]
            characters = [character for span in raw[number]["lines"][place]["spans"] for character in span["chars"]]
            main = max(line["spans"], key=lambda span: len(span["text"]))
            line["spans"] = [{**main, "text": logical_order(characters)}]


def logical_order(characters: Sequence[dict[str, Any]]) -> str:
    """The text of one line: from the right to the left, words of other scripts and numbers the other way round."""
    signs = list(_from_the_right(characters))
    text = "".join(_with_runs_turned(signs))
    if 0 <= text.find(")") < text.find("("):
        text = text.translate(str.maketrans("()", ")("))
    text = _NUMBERS.sub(lambda match: in_written_order(match.group()), text)
    text = re.sub(r" +(?=[\u064b-\u0652])", "", re.sub(r" *\t *", "\t", text))
    return _BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", text)).strip()


def in_written_order(numbers: str) -> str:
    """Groups of figures as a person writes them: a plus or the zero of the area first, the earlier year first.

    Groups that the page sets from left to right come out turned round, others do not.
    """
    groups = re.split(r"(\s+)", numbers.strip())
    turned = "".join(reversed(groups))
    years = _YEAR.findall(numbers)
    if len(years) > 1:
        return turned if years[0] > years[-1] else numbers
    if groups[-1].endswith("+") or groups[-1].startswith("+"):
        return "+" + turned.replace("+", "")
    first, last = groups[0].lstrip("("), groups[-1].lstrip("(")
    return (
        turned if last.startswith("0") and not first.startswith(("0", "+")) and not groups[0].endswith("+") else numbers
    )


def _from_the_right(characters: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The signs as they stand from right to left, an accent with its letter; a tab where there is a wide gap."""
    placed: list[tuple[float, float, str]] = []
    for character in characters:
        x0, _, x1, _ = character["bbox"]
        sign = character["c"]
        accent = unicodedata.combining(sign) and placed
        if sign == _LAM and placed and placed[-1][2] in _ALEFS and placed[-1][1] - placed[-1][0] < _NO_WIDTH:
            # One sign for both letters, told in the wrong order.
            placed.insert(-1, (x0, x1, sign))
        else:
            placed.append((*placed[-1][:2], sign) if accent else (x0, x1, sign))
    placed.sort(key=lambda item: -item[1])
    height = max(character["bbox"][3] - character["bbox"][1] for character in characters)
    left = None
    for x0, x1, sign in placed:
        if left is not None and left - x1 > _WIDE * height:
            yield "\t"
        yield sign
        left = x0


def _with_runs_turned(signs: Sequence[str]) -> Iterator[str]:
    """The signs, with each run of letters of other scripts, or of figures, in its own order."""
    place = 0
    while place < len(signs):
        stop = _end_of_run(signs, place)
        if stop > place:
            yield "".join(reversed(signs[place:stop]))
        else:
            yield signs[place]
        place = max(stop, place + 1)


def _end_of_run(signs: Sequence[str], begin: int) -> int:
    """The place behind the last sign of the left-to-right run that begins here; `begin` when none does."""
    stop = begin
    place = begin
    while place < len(signs):
        if _is_left_to_right(signs[place]):
            place += 1
            stop = place
            continue
        between = list(itertools.takewhile(lambda sign: not _is_left_to_right(sign), signs[place : place + 4]))
        following = place + len(between)
        if stop == begin or following >= len(signs) or not _joins(signs[place - 1], between, signs[following]):
            break
        place = following
    return stop


def _joins(before: str, between: Sequence[str], behind: str) -> bool:
    if all(sign in _INSIDE for sign in between):
        return True
    # Between two numbers a space parts groups that are set from the right; beside a letter it does not.
    return all(sign in _INSIDE or sign == " " for sign in between) and not (before.isdigit() and behind.isdigit())


def _is_left_to_right(sign: str) -> bool:
    return sign.isdigit() or (sign.isalpha() and RIGHT_TO_LEFT.match(sign) is None)
