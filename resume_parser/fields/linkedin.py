"""The person's LinkedIn profile."""

import re
from collections.abc import Iterator, Sequence

from resume_parser.document import Line
from resume_parser.fields.context import Context
from resume_parser.ownership.owners import Owners
from resume_parser.record import Field
from resume_parser.values import linkedin
from resume_parser.vocabulary.text import plain

_HEAD = re.compile(r"[^\s|·•,;()<>@]+(?![^\s|·•,;()<>]*@)")
"""What may be the rest of an address, and is no e-mail address."""
_SHORT_WORD = 2
_SLUG = re.compile(r"(?:/?in/|@)?(?=[^\s]*[^\W\d_])[^\s/@]{3,60}/?")


def find_linkedin(context: Context, name: Field[str] | None, owners: Owners) -> Field[str] | None:
    """The first profile address: written out, behind a link, or by its slug; of several one that bears the person's name.

    Among what is others', and below the references, where a document's footer may stand, only such a one.
    """
    lines = context.document.lines
    words = [word for word in plain(name.value).split() if len(word) > _SHORT_WORD] if name else []
    places = [index for index, line in enumerate(lines) if _may_name(line)]
    own = [index for index in places if not owners.is_others_place(index, _before(lines[index].text))]
    found = _first(lines, own, words)
    if found is not None and not _bears(found, words):
        found = next((other for other in _all(lines, own, words) if _bears(other, words)), found)
    if found is None:
        found = next((other for other in _all(lines, places, words) if _bears(other, words)), None)
    return found


def _may_name(line: Line) -> bool:
    return bool(line.links) or "in/" in line.text or "inkedin" in line.text.lower()


def _before(text: str) -> str:
    return text[: max(0, text.lower().find("linkedin"))]


def _first(lines: tuple[Line, ...], places: Sequence[int], words: Sequence[str]) -> Field[str] | None:
    return next(_all(lines, places, words), None)


def _all(lines: tuple[Line, ...], places: Sequence[int], words: Sequence[str]) -> Iterator[Field[str]]:
    """Profiles written out first, then those behind links, then slugs."""
    for finder, confidence in ((_written, 0.98), (_linked, 0.97), (_short, 0.85)):
        for index in places:
            address, used = finder(lines, index)
            if address:
                yield Field(address, confidence, used)
    for index in places:
        address = _below_label(lines, index, words)
        if address:
            yield Field(address, 0.8, (index, index + 1))


def _bears(found: Field[str], words: Sequence[str]) -> bool:
    """Whether a word of the person's name stands in the profile's address."""
    slug = found.value.rpartition("/")[2].casefold()
    return any(word in slug for word in words)


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
    first = line.text.rstrip(" |·•,;\t")
    last = first.split()[-1] if first.split() else ""
    head = _HEAD.match(following.text.strip())
    lower = last.lower()
    if "inkedin" not in lower or head is None or head.group().lower().startswith(("http", "www", "github")):
        return None
    second = head.group()
    alone = head.end() == len(following.text.strip())
    slug = lower.partition("/in/")[2]
    cut = lower.endswith(("/", "-", ".", "/in", "linkedin")) or second.startswith(("/", "-"))
    if cut and (alone or lower.endswith(("/", "-", "/in"))):
        return first + second
    if (
        alone
        and slug
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
        return linkedin.find_short(text), (index,)
    return None, ()


def _below_label(lines: tuple[Line, ...], index: int, words: Sequence[str]) -> str | None:
    """A slug below a lone label: one that says it is, or is made of the person's name, for another row may stand there as well."""
    if index + 1 == len(lines) or lines[index].text.strip(" :|•").lower() != "linkedin":
        return None
    slug = lines[index + 1].text.strip()
    told = slug.startswith(("in/", "/in/", "@")) or any(word in plain(slug) for word in words)
    return linkedin.find_short(f"LinkedIn: {slug}") if told and _SLUG.fullmatch(slug) else None
