"""Skills, one item each, as written."""

import re
from collections.abc import Iterable

from resume_parser.fields.context import Context
from resume_parser.record import Field, Skill
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Row, Section
from resume_parser.vocabulary import is_language, is_soft_skill, match_skill

_SEPARATOR = re.compile(r"\t+|\s*[,;|•·●▪◦∙⋅‣]\s*|\s+[/–—-]\s+|\s{3,}")
_BULLET = re.compile(r"^\s*[•▪◦‣*·●○■□➢➤✓✔»❖–—-]+\s*")
_METER = re.compile(r"[●○◉◯★☆■□▮▯▰▱█▓▒░⬤⚫⚪◆◇•·]{2,}|\b(?:10|[0-9])\s*/\s*(?:10|5)\b|\b\d{1,3}\s?%")
_LEVEL_WORD = (
    r"(?:expert|advanced|intermediate|beginner|basic|basics|novice|proficient|fluent|native|professional|competent|"
    r"familiar|experienced|master|elementary|working knowledge|"
    r"good|very good|excellent|strong|fair|fundamentals?|proficiency|high|medium|low|skilled|upper[- ]intermediate|"
    r"lower[- ]intermediate|advanced user|daily use|\d+\+?\s*(?:years?|yrs?)(?:\s+(?:of\s+)?experience)?|since \d{4})"
)
_LEVEL = re.compile(
    rf"\s*(?:[(\[]\s*{_LEVEL_WORD}(?:\s+(?:level|user|knowledge))?\s*[)\]]|[:–—-]\s*{_LEVEL_WORD}(?:\s+(?:level|user|"
    rf"knowledge))?|\s{_LEVEL_WORD})\s*$",
    re.IGNORECASE,
)
_ONLY_LEVEL = re.compile(rf"^\W*{_LEVEL_WORD}(?:\s+(?:level|user|in|with))?\W*$", re.IGNORECASE)
_GROUP_LABEL = re.compile(r"^\s*([^:,;|]{2,45}?)\s*:\s*")
_LEAD = re.compile(
    r"^(?:and|&|etc\.?|including|such as|e\.g\.?|proficient (?:in|with)|experienced? (?:in|with)|knowledge of|"
    r"working knowledge of|familiar with|expert in|skilled in|fluent in|advanced|strong|ability to|solid)\s+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_GROUP_NAMES = frozenset(
    [
        "databases",
        "database",
        "languages",
        "programming",
        "languages",
        "frameworks",
        "libraries",
        "tools",
        "cloud",
        "platforms",
        "software",
        "hardware",
        "systems",
        "methods",
        "techniques",
        "technologies",
        "office",
        "testing",
        "design",
        "web",
        "mobile",
        "devops",
        "backend",
        "frontend",
        "skills",
        "other",
    ]
)
_MAX_WORDS = 6


def find_skills(context: Context) -> tuple[Skill, ...]:
    """Items of the skills sections."""
    found: dict[str, Skill] = {}
    for section in context.sections:
        if section.kind is SectionKind.SKILLS:
            for name, index, confidence in _read_section(section):
                key = re.sub(r"\s+", " ", name.casefold())
                if key not in found and not is_language(name):
                    found[key] = Skill(Field(name, confidence, (index,)), match_skill(name) or name)
    return tuple(found.values()) or _from_prose(context)


def _from_prose(context: Context) -> tuple[Skill, ...]:
    """Without a list of skills, those of the vocabulary that the running text names; they are less sure."""
    # Imported late: most resumes list their skills, and need no matcher.
    from resume_parser.nlp import find_skills as match_skills

    found: dict[str, Skill] = {}
    for row in context.rows(SectionKind.SUMMARY, SectionKind.WORK, SectionKind.PROJECTS):
        if _BULLET.match(row.text) or row.text.rstrip().endswith("."):
            for canonical in match_skills(row.text):
                if not is_soft_skill(canonical) and not is_language(canonical):
                    found.setdefault(canonical, Skill(Field(canonical, 0.3, (row.index,)), canonical))
    return tuple(found.values())


def _read_section(section: Section) -> Iterable[tuple[str, int, float]]:
    rows = [row for row in section.rows if row.text.strip() and not _is_contact(row)]
    joined = _join_wrapped(rows)
    labels = _group_labels(joined)
    for number, (row, text) in enumerate(joined):
        if number in labels:
            continue
        for item in split_items(text):
            yield item, row.index, 0.9


def _is_contact(row: Row) -> bool:
    """A link to a profile or an address that the reading order put below the skills."""
    return "@" in row.text or any(
        "linkedin.com/in/" in target or target.startswith("mailto:") for target in row.line.links
    )


def _join_wrapped(rows: list[Row]) -> list[tuple[Row, str]]:
    """Rows with their continuation: a comma list or a bracket that runs on to the next line."""
    joined: list[tuple[Row, str]] = []
    for row in rows:
        text = row.text.strip()
        if joined and not _BULLET.match(text) and not _GROUP_LABEL.match(text):
            above = joined[-1][1]
            runs_on = (
                above.endswith((",", " and", " &", "/", "-", ";"))
                or above.count("(") > above.count(")")
                or (text[:1].islower() and "," in above)
            )
            if runs_on or _fills_line(joined[-1][0], above, text):
                joined[-1] = (joined[-1][0], f"{above} {text}")
                continue
        joined.append((row, text))
    return joined


def _group_labels(joined: list[tuple[Row, str]]) -> set[int]:
    """Positions of the rows that name a group of skills: single words above lists, or set in bold above plain rows."""
    is_list = [text.count(",") >= 1 or text.count("•") > 1 or text.count("|") > 0 for _, text in joined]
    bold = [row.line.bold and not row.line.runs for row, _ in joined]
    labels = set()
    for number, (_, text) in enumerate(joined[:-1]):
        short = len(text.split()) <= 4 and not is_list[number] and not _BULLET.match(text) and "\t" not in text
        above_list = is_list[number + 1] and sum(is_list) >= 2
        above_plain = bold[number] and not bold[number + 1]
        if short and (above_list or above_plain):
            labels.add(number)
    return labels


def _fills_line(row: Row, above: str, text: str) -> bool:
    """A comma list cut by the right margin: an item may be broken in two."""
    return above.count(",") >= 3 and len(row.text) > 60 and row.line.gap < 0.3 and "," in text


def split_items(text: str) -> list[str]:
    """The skills of one line."""
    text = _METER.sub("\t", _BULLET.sub("", text))
    label = _GROUP_LABEL.match(text)
    if label and text[label.end() :].strip() and not _ONLY_LEVEL.match(text[label.end() :]):
        text = text[label.end() :]
    elif text.rstrip().endswith(":"):
        return []
    cells = text.split("\t")
    if len(cells) == 2 and "," in cells[1] and "," not in cells[0] and len(cells[0].split()) <= 4:
        text = cells[1]
    items: list[str] = []
    for piece in _split_outside_brackets(text):
        items.extend(_expand(piece))
    return [item for item in items if item]


def _split_outside_brackets(text: str) -> list[str]:
    hidden = re.sub(
        r"[(\[][^()\[\]]*[)\]]",
        lambda match: match.group().translate({ord(","): "\1", ord(";"): "\2", ord("/"): "\3", ord("|"): "\4"}),
        text,
    )
    pieces = _SEPARATOR.split(hidden)
    return [piece.translate({1: ",", 2: ";", 3: "/", 4: "|"}) for piece in pieces]


def _expand(piece: str) -> list[str]:
    """`Databases (PostgreSQL, MySQL)` holds two skills; `AWS (expert)` and `Adobe (Photoshop)` one."""
    piece = _LEVEL.sub("", piece).strip()
    match = _BRACKET.match(piece)
    if match:
        inner = [item.strip() for item in re.split(r"[,;/|]", match[2])]
        if len(inner) > 1:
            head = [match[1]] if match_skill(match[1]) and match[1].casefold() not in _GROUP_NAMES else []
            return [item for raw in (*head, *inner) if (item := _tidy(raw))]
    item = _tidy(piece)
    return [item] if item else []


def _tidy(text: str) -> str | None:
    item = _LEVEL.sub("", _LEAD.sub("", text.strip(" .;:,•*\t-–—")))
    item = re.sub(r"\s+", " ", item).strip(" .;:,") if not item.startswith(".") else item.strip()
    if (
        not item
        or _ONLY_LEVEL.match(item)
        or len(item.split()) > _MAX_WORDS
        or len(item) > 60
        or not any(c.isalpha() for c in item)
    ):
        return None
    return item
