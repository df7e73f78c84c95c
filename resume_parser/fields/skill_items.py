"""One line of a skill list, cut into its items."""

import re

from resume_parser.fields.skill_levels import is_level, strip_level, strip_meters, strip_ratings
from resume_parser.vocabulary import is_language, match_skill
from resume_parser.vocabulary.abbreviations import SENTENCE_STOP

BULLET = re.compile(
    r"^\s*(?:[•▪◦‣*·●○■□➢➤▶✓✔»❖⁃∙・☞☛☑★✦✧✪✱❯\-–—]+\ufe0e?|o(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?=\s)|\d{1,2}\.(?:\d{1,2})?(?=\s))\s*"
)
_STRONG = re.compile(r"\t+|\s*(?:[;|•·●▪◦∙⋅‣■□➢➤▶✓✔»❖・、，；｜☞☛☑★✦✧✪✱❯]\ufe0e?|,(?!\d{3}\b))\s*|\s{3,}")
_WEAK = re.compile(r"\s+[/–—-]\s+")
_DASH = re.compile(r"\s+[–—-]\s+")
_FEWEST_DASHES = 3
_SENTENCE_END = re.compile(rf"(?<=[a-z)\d]){SENTENCE_STOP}(?=[A-Z])")
_LABEL = re.compile(r"^\s*([^:;|\t]{2,45}?)\s*:(?!//)\s*")
_MEASURE = re.compile(r"[\d<>~]")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_BRACKET_AT_END = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]+)[)\]]$")
_IN_BRACKET = re.compile(r"[,;/|]")
_LEAD = re.compile(
    r"^(?:(?:and|&|etc\.?|including|such as|e\.g\.?|(?:highly )?proficien(?:t|cy) (?:in|with)|experienced? (?:in|with)|"
    r"(?:(?:basic|(?:very )?good|working|sound|strong|solid|advanced|excellent|in-depth) )?(?:knowledge|understanding|command) of|"
    r"(?:over )?\d+\+? years(?: of)? (?:experience )?(?:in|with)|"
    r"familiar(?:ity)? with|expert in|skilled in|fluent in|"
    r"a (?:bit|little)(?: of)?|some)\s+)+",
    re.IGNORECASE,
)
_PAIR = re.compile(r"^(.+?)\s+(?:and|und|et|y|e|en|i)\s+(.+)$")
_GROUP_NAMES = frozenset({
    "databases", "database", "languages", "programming", "frameworks", "libraries", "tools", "cloud",
    "platforms", "software", "hardware", "systems", "methods", "techniques", "technologies", "testing",
    "design", "web", "mobile", "devops", "backend", "frontend", "skills", "other",
})  # fmt: skip
_MARKS = ",;/|–—-•·."
_PRIVATE = "".join(chr(0xE000 + place) for place in range(len(_MARKS)))
_HIDDEN, _SHOWN = str.maketrans(_MARKS, _PRIVATE), str.maketrans(_PRIVATE, _MARKS)
_MOST_WORDS, _MOST_WORDS_ALONE = 6, 10
_LONGEST = 80


def split_items(text: str) -> list[str]:
    """The skills of one line: `Languages: Python, Go (expert)` gives two, `Kronos / UKG` one."""
    text = strip_meters(BULLET.sub("", text)).strip()
    body = _without_label(text)
    if body is None:
        return []
    cells = body.split("\t")
    if len(cells) == 2 and "," in cells[1] and "," not in cells[0] and len(cells[0].split()) <= 4:
        body = cells[1]
    sentences = _SENTENCE_END.split(_BRACKETS.sub(_hide, body))
    pieces = [_without_own_label(piece) for part in sentences for piece in split_list(part.translate(_SHOWN))]
    expanded = [
        item for piece in _split_pairs(strip_ratings(pieces), between_commas=";" not in body) for item in _expand(piece)
    ]
    most = _MOST_WORDS if len(pieces) > 1 else _MOST_WORDS_ALONE
    return [item for piece in expanded if (item := _tidy(piece, most))]


def whole_item(text: str) -> str | None:
    """The line as one skill, however it is marked inside and introduced."""
    return _tidy(strip_ratings([strip_meters(BULLET.sub("", text)).strip()])[0], _MOST_WORDS_ALONE, lead=True)


def split_label(text: str) -> tuple[str, str]:
    """The group's name before a colon and what follows; no name where there is no colon."""
    label = _LABEL.match(text)
    return (label[1], text[label.end() :]) if label else ("", text)


def split_list(text: str) -> list[str]:
    """Parts between commas, bars, bullets and wide gaps outside brackets.

    A slash or a dash between spaces separates only where nothing else does, and more than once: alone it stands inside
    a name, or before an explanation.
    """
    hidden = _BRACKETS.sub(_hide, text)
    pieces = [piece for piece in _STRONG.split(hidden) if piece.strip()]
    if len(pieces) == 1 and len(_WEAK.findall(hidden)) > 1:
        pieces = _WEAK.split(hidden)
    elif len(_DASH.findall(hidden)) >= _FEWEST_DASHES:
        pieces = [part for piece in pieces for part in _DASH.split(piece)]
    return [piece.translate(_SHOWN).strip() for piece in pieces]


def _hide(match: re.Match[str]) -> str:
    return match.group().translate(_HIDDEN)


def strip_lead(text: str) -> str:
    """Without the words that introduce a skill: `proficient in`, `knowledge of`."""
    return _LEAD.sub("", text)


def _without_label(text: str) -> str | None:
    """What the group's name introduces; None for the name alone."""
    label, rest = split_label(text)
    if not label:
        return text
    if not rest.strip():
        return None
    return text if is_level(rest) or _MEASURE.match(rest) else rest


def _without_own_label(piece: str) -> str:
    """A piece of a list may begin the next group: `Python, R; Cloud: AWS`."""
    label, rest = split_label(piece)
    return rest if label and rest and not is_level(rest) and not _MEASURE.match(rest) else piece


def _split_pairs(pieces: list[str], *, between_commas: bool) -> list[str]:
    """In a list `Word and Excel` is two skills when both are known ones, unless semicolons part its items; two languages always are."""
    parted = between_commas and len(pieces) > 1
    return [half for piece in pieces for half in _split_pair(piece, parted=parted)]


def _split_pair(piece: str, *, parted: bool) -> tuple[str, ...]:
    name = strip_level(piece)
    pair = _PAIR.match(name)
    if pair is None or match_skill(name):
        return (piece,)
    halves = pair.groups()
    languages = all(is_language(strip_level(strip_lead(half))) for half in halves)
    return halves if languages or (parted and all(match_skill(half) for half in halves)) else (piece,)


def _expand(piece: str) -> list[str]:
    """`Databases (PostgreSQL, MySQL)` names a group and holds two skills; `Excel (macros, pivot tables)` is one."""
    match = _BRACKET_AT_END.match(strip_level(piece))
    if match and match[1].casefold() in _GROUP_NAMES:
        return _IN_BRACKET.split(match[2])
    return [piece]


def _tidy(text: str, most_words: int, *, lead: bool = False) -> str | None:
    bare = text.strip(" ;:,•*\t-–—").rstrip(".")
    item = strip_level(bare if lead else strip_lead(bare))
    item = re.sub(r"\s+", " ", item).strip(" ;:,")
    words = len(_BRACKETS.sub("", item).split())
    if not item or is_level(item) or words > most_words or len(item) > _LONGEST:
        return None
    return item if any(character.isalpha() for character in item) else None
