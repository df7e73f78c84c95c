"""A section's rows to facts: dates, labels and columns read, running text told from headers."""

import re
from dataclasses import replace

from resume_parser.entries.bullets import BULLET
from resume_parser.entries.facts import RowFacts, without_dates
from resume_parser.entries.forms import spell_labels
from resume_parser.entries.habits import (
    distrust_bullets,
    distrust_lone_dates,
    lift_periods,
    trust_first_items,
    trust_labelled_headers,
)
from resume_parser.entries.labelled import (
    is_client,
    label_of,
    names_projects,
    read_labels,
    read_table_row,
    says_what_happened,
)
from resume_parser.entries.mending import mend_rows
from resume_parser.entries.posts import split_posts
from resume_parser.entries.sentences import first_sentence
from resume_parser.entries.sublists import distrust_subitems
from resume_parser.entries.told import join_sentences, read_sentence, tells_of_work
from resume_parser.entries.wrapping import Margins, continues, runs_on
from resume_parser.sections.section import Row
from resume_parser.sections.style import style_of
from resume_parser.values.dates import DateSpan, find_dates
from resume_parser.vocabulary import begins_with_degree, has_company_suffix, has_degree_word, has_title_word
from resume_parser.vocabulary.labels import DATE, OF_A_HEADER, OTHER, is_entry_heading, read_columns

_ACTION = re.compile(
    r"^(?:I|[A-Z][a-z]+(?:ed|ing)|Led|Built|Ran|Wrote|Won|Made|Drove|Took|Set|Sold|Grew|Kept|Held|Oversaw|Taught|Gave|"
    r"Responsible|Duties|Key|Worked)\s+(?:[a-z]|\d)"
)
_OPENED = re.compile(r"since|seit|depuis|desde", re.IGNORECASE)
_FEW_WORDS = 6
_WORDS_OVER_A_PERIOD = 10
_MAX_HEADER_WORDS = 16
_MAX_WORDS_OF_AN_ITEM = 24
"""An item of a list that is longer, its dates included, is text: they need not be looked for."""
_LABELLED_BODY = re.compile(
    r"^(?:key |main |core |selected |notable )?(?:responsibilit|dut(?:y|ies)|achievements?|accomplishments?|"
    r"technolog|tech stack|tools|environment|description|role description|"
    r"skills|stack|highlights|projects?\b|clients\b|reason for leaving|supervisor|salary|hours|references?\b|"
    r"modules|thesis|dissertation|coursework|relevant course|relevant modules|subjects|courses|activities|awards?|"
    r"honou?rs|gpa|grade|cgpa|percentage|minor\b|focus|advisor|specialization)"
    r"[^:\t]{0,45}:", re.IGNORECASE
)  # fmt: skip


def read_rows(rows: tuple[Row, ...], day_first: bool) -> list[RowFacts]:
    """Facts of every row that has text."""
    facts: list[RowFacts] = []
    margins = Margins(rows)
    columns: tuple[str, ...] = ()
    for_clients = names_projects(row.text for row in rows)
    mended = [
        post
        for row in mend_rows(join_sentences(spell_labels(rows)), margins, day_first)
        if any(map(str.isalnum, row.text))
        for post in split_posts(row, day_first)
    ]
    for row, below in zip(mended, [*mended[1:], None], strict=False):
        named = read_columns(row.text)
        if named:
            columns = named
            continue
        fact = _read(row, facts[-1] if facts else None, below, day_first, margins)
        if for_clients and is_client(fact.text):
            fact = replace(fact, body=True, dates=(), known=(), rest=fact.text)
        facts.append(_in_table(fact, columns, day_first) if columns else fact)
    facts = trust_first_items(trust_labelled_headers(lift_periods(facts)))
    return distrust_lone_dates(distrust_subitems(distrust_bullets(facts)))


def _in_table(fact: RowFacts, columns: tuple[str, ...], day_first: bool) -> RowFacts:
    """The row read by the columns of its table."""
    known = read_table_row(fact.row.text, columns)
    if not known:
        return fact
    dates = find_dates(fact.text, day_first)
    rest = tuple(
        (without_dates(text, find_dates(text, day_first)) if kind != "DEGREE" else text, kind) for text, kind in known
    )
    return replace(fact, body=False, bullet=False, dates=dates, known=rest)


def _read(row: Row, before: RowFacts | None, below: Row | None, day_first: bool, margins: Margins) -> RowFacts:
    text = row.text.strip()
    mark = BULLET.match(text)
    text = text[mark.end() :].strip() if mark else text
    style = style_of(row.line)
    heads_period = not mark and _heads_period(before, text, below, day_first)
    goes_on = before is not None and before.body and not (mark or heads_period or label_of(text) in OF_A_HEADER)
    if goes_on and before is not None and runs_on(before.row, row, text, margins):
        return RowFacts(row, text, bullet=False, dates=(), body=True, style=style, rest=text)
    if mark and len(text.split()) > _MAX_WORDS_OF_AN_ITEM:
        return RowFacts(row, text, bullet=True, dates=(), body=True, style=style, rest=text)
    dates = tuple(span for span in find_dates(text, day_first) if _speaks_of_the_entry(text, span))
    rest = without_dates(text, dates)
    body = (
        (":" in text and _LABELLED_BODY.match(text) is not None)
        or is_entry_heading(text)
        or (not dates and _is_running_text(text) and not begins_with_degree(text))
    )
    if mark and not (dates and len(rest.split()) <= _MAX_HEADER_WORDS and not _ACTION.match(rest)):
        body = True
    body = body and not (heads_period and has_title_word(text))
    if not body and not dates and goes_on and before is not None:
        body = continues(before.row, before.text, before.bullet, row, text)
    if dates and (
        len(first_sentence(rest).split()) > _MAX_HEADER_WORDS or (_ACTION.match(rest) and len(rest.split()) > 6)
    ):
        body = True
    told = read_sentence(rest)
    if told:
        return RowFacts(row, text, bullet=False, dates=dates, body=False, style=style, rest=rest, known=told, told=True)
    known = () if mark else read_labels(rest)
    if known:
        body = (body and known[0][1] == OTHER) or (says_what_happened(known) and not dates)
        rest = "\t".join(text for text, kind in known if kind not in {DATE, OTHER})
    return RowFacts(row, text, bool(mark), () if body else dates, body, style, text if body else rest, known)


def _heads_period(above: RowFacts | None, text: str, below: Row | None, day_first: bool) -> bool:
    """Whether a few words behind a finished sentence stand right above a period that is alone on its row."""
    if below is None or not text[:1].isupper() or text.endswith(".") or len(text.split()) > _WORDS_OVER_A_PERIOD:
        return False
    spans = find_dates(below.text, day_first)
    lone = bool(spans) and not spans[0].single and not without_dates(below.text, spans[:1]).strip(" \t().|")
    return lone and (above is None or not above.body or above.text.endswith((".", "!", "?")))


def _opens_cell(text: str, begin: int) -> bool:
    """Whether a period such as `since 2019` stands at the edge of a few words, and not in the middle of a sentence."""
    before = text[:begin].rstrip(" ")
    return (
        not before
        or before.endswith(("\t", "(", "[", ",", "|", "–", "-", ":", ";"))
        or len(before.split()) <= _FEW_WORDS
    )


def _speaks_of_the_entry(text: str, span: DateSpan) -> bool:
    """A period does anywhere in a header; a single date only at an edge, not inside a sentence."""
    if not span.single:
        return not _OPENED.match(text, span.begin) or _opens_cell(text, span.begin) or tells_of_work(text)
    before, after = text[: span.begin].strip(" ,.;|()–—-\t"), text[span.stop :].strip(" ,.;|()–—-\t")
    if not before or not after:
        return len((before or after).split()) <= 14
    if has_degree_word(before) and len(text.split()) <= _MAX_HEADER_WORDS + _FEW_WORDS:
        return True
    return text[span.begin - 1] in "\t(|," or text[span.begin - 2 : span.begin] in {
        "| ",
        "· ",
        "• ",
        ", ",
        "– ",
        "— ",
        "- ",
    }


def _is_running_text(text: str) -> bool:
    words = text.split()
    if _ACTION.match(text) and len(words) > 3:
        return True
    if text[:1].islower() and len(words) > 3:
        return True
    if "\t" in text:
        return len(words) > 24
    if has_company_suffix(text):
        return False
    lower = sum(word[:1].islower() for word in words)
    if len(words) >= 8 and (text.endswith(".") or lower * 2 > len(words)):
        return True
    return (len(words) > _MAX_HEADER_WORDS and lower * 4 > len(words)) or (
        text.endswith(".") and len(words) >= 5 and lower * 2 >= len(words)
    )
