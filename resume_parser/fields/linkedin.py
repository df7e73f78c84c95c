"""The person's LinkedIn profile."""

from collections.abc import Sequence

from resume_parser.document import Line
from resume_parser.fields.context import OTHERS_KINDS, Context
from resume_parser.record import Field
from resume_parser.values import linkedin
from resume_parser.vocabulary.text import plain


def find_linkedin(context: Context, name: Field[str] | None) -> Field[str] | None:
    """The first profile address: written out, behind a link, or by its slug.

    Below the references, where a document's footer may stand, only one that bears the person's name.
    """
    others = {row.index for section in context.sections if section.kind in OTHERS_KINDS for row in section.rows}
    own = [index for index in range(len(context.document.lines)) if index not in others]
    return _first(context.document.lines, own) or _named(_first(context.document.lines, sorted(others)), name)


def _first(lines: tuple[Line, ...], places: Sequence[int]) -> Field[str] | None:
    for finder, confidence in ((_written, 0.98), (_linked, 0.97), (_short, 0.85)):
        for index in places:
            address, used = finder(lines, index)
            if address:
                return Field(address, confidence, used)
    return None


def _named(found: Field[str] | None, name: Field[str] | None) -> Field[str] | None:
    if found is None or name is None:
        return None
    slug = found.value.rpartition("/")[2].casefold()
    words = [word for word in plain(name.value).split() if len(word) > 2]
    return found if any(word in slug for word in words) else None


def _written(lines: tuple[Line, ...], index: int) -> tuple[str | None, tuple[int, ...]]:
    text = lines[index].text
    if "inkedin" not in text.lower():
        return None, ()
    if index + 1 < len(lines):
        joined = _join(lines[index], lines[index + 1])
        address = linkedin.clean(joined) if joined else None
        if address:
            return _agree_with_link(address, lines, (index, index + 1)), (index, index + 1)
    address = linkedin.clean(text)
    return (_agree_with_link(address, lines, (index,)) if address else None), (index,)


def _join(line: Line, following: Line) -> str | None:
    """Text of an address broken at the line's end; None when the line is whole."""
    first, second = line.text.rstrip(), following.text.strip()
    last = first.split()[-1] if first.split() else ""
    lower = last.lower()
    if (
        "inkedin" not in lower
        or len(second.split()) != 1
        or "@" in second
        or second.lower().startswith(("http", "www", "github"))
    ):
        return None
    slug = lower.partition("/in/")[2]
    cut = lower.endswith(("/", "-", ".", "/in", "linkedin")) or second.startswith(("/", "-"))
    if cut or (
        slug
        and second.islower()
        and "." not in second
        and "/" not in second
        and len(lower) >= 18
        and line.column == following.column
        and _narrow(line)
    ):
        return first + second
    return None


def _narrow(line: Line) -> bool:
    """Whether the line fills a narrow column, where an address may well break."""
    return line.box is not None and len(line.text.split()) == 1 and line.box[2] - line.box[0] > 90 and line.column > 0


def _agree_with_link(address: str, lines: tuple[Line, ...], used: tuple[int, ...]) -> str:
    """A link's target knows the whole address where the text shows a part."""
    for index in used:
        for target in lines[index].links:
            linked = linkedin.clean(target)
            if linked and linked.lower().startswith(address.lower()):
                return linked
    return address


def _linked(lines: tuple[Line, ...], index: int) -> tuple[str | None, tuple[int, ...]]:
    for target in lines[index].links:
        address = linkedin.clean(target)
        if address:
            return address, (index,)
    return None, ()


def _short(lines: tuple[Line, ...], index: int) -> tuple[str | None, tuple[int, ...]]:
    text = lines[index].text
    if "inkedin" in text.lower() or "in/" in text:
        address = linkedin.find_short(text)
        if address is None and index + 1 < len(lines) and text.strip().lower().rstrip(":") == "linkedin":
            address = linkedin.find_short(f"LinkedIn: {lines[index + 1].text.strip()}")
        return address, (index,)
    return None, ()
