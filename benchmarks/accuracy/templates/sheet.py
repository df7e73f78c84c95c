"""A page to draw on: text is placed first and painted later, in any order a template likes."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

import pymupdf

WIDTH, HEIGHT = 595.0, 842.0
LEADING = 1.35
Colour = tuple[float, float, float]
BLACK, GREY, WHITE = (0.0, 0.0, 0.0), (0.4, 0.4, 0.4), (1.0, 1.0, 1.0)


@cache
def font(bold: bool) -> pymupdf.Font:
    """A sans serif with the letters of every name of the set where fontconfig knows one; else the built-in one."""
    if shutil.which("fc-match"):
        pattern = "DejaVu Sans:bold" if bold else "DejaVu Sans"
        found = subprocess.run(["fc-match", "-f", "%{file}", pattern], capture_output=True, text=True, check=True)
        return pymupdf.Font(fontfile=found.stdout)
    return pymupdf.Font("hebo" if bold else "helv")


@dataclass(frozen=True, slots=True)
class Placed:
    """One stretch of text or, with `box`, a filled rectangle, on its page."""

    page: int
    x: float
    y: float
    text: str = ""
    size: float = 9.5
    bold: bool = False
    colour: Colour = BLACK
    tracking: float = 0.0
    """Extra space after each letter, in points; letters are then painted one by one."""
    box: tuple[float, float] | None = None
    link: str | None = None

    @property
    def width(self) -> float:
        return float(font(self.bold).text_length(self.text, self.size)) + self.tracking * len(self.text)


@dataclass(slots=True)
class Column:
    """A cursor that runs down a column and over to the next page."""

    x: float
    width: float
    y: float = 60.0
    size: float = 9.5
    colour: Colour = BLACK
    page: int = 0
    bottom: float = HEIGHT - 50
    placed: list[Placed] = field(default_factory=list)

    def line(
        self,
        text: str,
        *,
        bold: bool = False,
        size: float | None = None,
        tracking: float = 0.0,
        indent: float = 0.0,
        link: str | None = None,
    ) -> None:
        """One stretch of text, wrapped at the column's edge."""
        size = size or self.size
        for part in self._wrap(text, bold, size, tracking, self.width - indent):
            self._break_page(size)
            self.placed.append(
                Placed(self.page, self.x + indent, self.y, part, size, bold, self.colour, tracking, link=link)
            )
            self.y += size * LEADING

    def split_line(self, left: str, right: str, *, bold: bool = False) -> None:
        """`left` at the column's left edge and `right` at its right edge, on one line."""
        self.line(left, bold=bold)
        last = self.placed[-1]
        end = replace(last, text=right, bold=False)
        self.placed.append(replace(end, x=self.x + self.width - end.width))

    def bullets(self, items: Iterable[str], mark: str) -> None:
        for item in items:
            self._break_page(self.size)
            self.placed.append(Placed(self.page, self.x + 4, self.y, mark, self.size, colour=self.colour))
            self.line(item, indent=16)

    def gap(self, points: float) -> None:
        self.y += points

    def _break_page(self, size: float) -> None:
        if self.y + size > self.bottom:
            self.page, self.y = self.page + 1, 60.0

    def _wrap(self, text: str, bold: bool, size: float, tracking: float, width: float) -> list[str]:
        """Lines that fit; a word longer than the column breaks inside, as addresses in narrow columns do."""
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if self._length(longer, bold, size, tracking) <= width:
                lines[-1] = longer
                continue
            if lines[-1]:
                lines.append("")
            for letter in word:
                if self._length(lines[-1] + letter, bold, size, tracking) > width:
                    lines.append("")
                lines[-1] += letter
        return lines

    @staticmethod
    def _length(text: str, bold: bool, size: float, tracking: float) -> float:
        return float(font(bold).text_length(text, size)) + tracking * len(text)


def paint(placed: Iterable[Placed]) -> bytes:
    """A PDF whose content stream has the stretches in the order given."""
    document = pymupdf.open()
    for one in placed:
        while document.page_count <= one.page:
            document.new_page(width=WIDTH, height=HEIGHT)
        _paint_one(document[one.page], one)
    document.subset_fonts()
    return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))


def _paint_one(page: pymupdf.Page, one: Placed) -> None:
    if one.box:
        width, height = one.box
        page.draw_rect(pymupdf.Rect(one.x, one.y, one.x + width, one.y + height), color=None, fill=one.colour)
        return
    writer = pymupdf.TextWriter(page.rect, color=one.colour)
    x = one.x
    for piece in one.text if one.tracking else [one.text]:
        writer.append((x, one.y), piece, font=font(one.bold), fontsize=one.size)
        x += font(one.bold).text_length(piece, one.size) + one.tracking
    writer.write_text(page)
    if one.link:
        area = pymupdf.Rect(one.x, one.y - one.size, one.x + one.width, one.y + 2)
        page.insert_link({"kind": pymupdf.LINK_URI, "from": area, "uri": one.link})
