"""What a paragraph and a run look like, through all that styles inherit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

MAX_INHERITANCE = 12
TWIPS = 20.0
"""Twentieths of a point, Word's unit of length."""
DEFAULT_SIZE = 10.0

_OFF = ("0", "false", "off", "none")
VAL = qn("w:val")


@dataclass(frozen=True, slots=True)
class Look:
    """None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    """In points."""
    hidden: bool | None = None
    color: str | None = None
    shaded: bool | None = None
    indent: float | None = None
    hanging: float | None = None
    before: float | None = None
    after: float | None = None
    """Indents and spaces in points."""
    list_item: bool | None = None
    heading: bool | None = None
    right_aligned: bool | None = None

    def over(self, base: "Look") -> "Look":
        """What this look says, and for the rest what `base` says."""
        said = {name: value for name in _NAMES if (value := getattr(self, name)) is not None}
        return replace(base, **said) if said else base


_NAMES = tuple(Look.__slots__)


class Styles:
    """The document's styles by their ids."""

    def __init__(self, element: Any) -> None:
        self._elements = {style.get(qn("w:styleId")): style for style in element.iterchildren(qn("w:style"))}
        self._looks: dict[str, Look] = {}
        defaults = Look()
        for properties in element.iterfind(f"{qn('w:docDefaults')}/*/*"):
            defaults = read_look(properties).over(defaults)
        default = next(
            (
                name
                for name, style in self._elements.items()
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) not in (None, *_OFF)
            ),
            None,
        )
        self.plain = self.look(default).over(defaults)

    def look(self, style_id: str | None) -> Look:
        """What the style says, with what it is based on."""
        if style_id is None:
            return Look()
        if style_id not in self._looks:
            self._looks[style_id] = self._inherited(style_id)
        return self._looks[style_id]

    def _inherited(self, style_id: str | None) -> Look:
        look = Look()
        for _ in range(MAX_INHERITANCE):
            style = self._elements.get(style_id)
            if style is None:
                break
            look = look.over(_own_look(style))
            based = style.find(qn("w:basedOn"))
            style_id = None if based is None else based.get(VAL)
        return look


def _own_look(style: Any) -> Look:
    look = Look()
    for tag in ("w:pPr", "w:rPr"):
        properties = style.find(qn(tag))
        if properties is not None:
            look = read_look(properties).over(look)
    name = style.find(qn("w:name"))
    written = "" if name is None else (name.get(VAL) or "").lower()
    if written.startswith(("heading", "title")):
        look = replace(look, heading=True)
    elif written.startswith("list"):
        look = replace(look, list_item=True if look.list_item is None else look.list_item)
    return look


def read_look(properties: Any) -> Look:
    """What a `w:pPr` or `w:rPr` element says itself."""
    said: dict[str, Any] = {}
    for child in properties:
        reader = _READERS.get(child.tag)
        if reader is not None:
            said.update(reader(child))
    return Look(**said)


def is_on(element: Any) -> bool:
    return (element.get(VAL) or "true").lower() not in _OFF


def _number(element: Any, *names: str) -> float | None:
    for name in names:
        value = element.get(qn(name))
        if value is not None:
            try:
                return float(value)
            except ValueError:
                return None
    return None


def _size(element: Any) -> dict[str, Any]:
    half_points = _number(element, "w:val")
    return {} if half_points is None else {"size": half_points / 2}


def _indent(element: Any) -> dict[str, Any]:
    left, hanging = _number(element, "w:left", "w:start"), _number(element, "w:hanging")
    said = {"indent": left, "hanging": hanging}
    return {name: value / TWIPS for name, value in said.items() if value is not None}


def _spacing(element: Any) -> dict[str, Any]:
    said = {"before": _number(element, "w:before"), "after": _number(element, "w:after")}
    return {name: value / TWIPS for name, value in said.items() if value is not None}


def _shading(element: Any) -> dict[str, Any]:
    fill = (element.get(qn("w:fill")) or "auto").lower()
    return {"shaded": fill not in ("auto", "ffffff")}


def _list_item(element: Any) -> dict[str, Any]:
    number = element.find(qn("w:numId"))
    return {"list_item": number is not None and number.get(VAL) != "0"}


_READERS: dict[str, Callable[[Any], dict[str, Any]]] = {
    qn("w:b"): lambda element: {"bold": is_on(element)},
    qn("w:i"): lambda element: {"italic": is_on(element)},
    qn("w:vanish"): lambda element: {"hidden": is_on(element)},
    qn("w:color"): lambda element: {"color": (element.get(VAL) or "").lower()},
    qn("w:sz"): _size,
    qn("w:ind"): _indent,
    qn("w:spacing"): _spacing,
    qn("w:shd"): _shading,
    qn("w:numPr"): _list_item,
    qn("w:jc"): lambda element: {"right_aligned": element.get(VAL) in ("right", "end")},
    qn("w:outlineLvl"): lambda element: {"heading": element.get(VAL) != "9"},
}
