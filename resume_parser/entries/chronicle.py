"""The Japanese form, which tells each school and post in two dated events: `2010 4 Joined Acme`, `2016 9 Resigned from Acme`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.entries.broken_periods import with_text
from resume_parser.sections.section import Row
from resume_parser.values.dates import find_dates

_COLUMNS = re.compile(r"^\s*((?:19|20)\d\d)(?:[\t./\s]+|年\s*)(1[0-2]|0?[1-9])(?:月|\t|\s)\s*(?=\S)")
_ERA = re.compile(r"^\s*(?:令和|平成|昭和)\s?\S{1,2}?\s?年?[\t\s]*(?:1[0-2]|[1-9])\s?月?[\t\s]+(?=\S)")
_FIRST_SIGNS = frozenset("12令平昭")
_BEGIN = re.compile(
    r"^(?:entered|enrolled (?:in|at)|joined|started at|admitted to)\s+|\s*(?:入学|編入学|入社|入職|入行|入所|勤務開始)\s*",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?:graduated from|completed|resigned from|left|retired from|finished)\s+|\s*(?:卒業見込み?|卒業|修了見込み?|修了|中途退学|退社|退職|退行|退所|満了)\s*",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"^(?:transferred to|appointed(?: as)?|promoted to|assigned to)\s+(?:[^,]{0,60}?\bas\s+)?(?:an?\s+)?|\s*(?:異動|転属|昇進|昇格|就任|配属)\s*",
    re.IGNORECASE,
)
"""Another post at the same employer."""
_REASON = re.compile(
    r"\s*(?:for (?:personal|family|health) reasons|due to .{3,40}|一身上の都合(?:により|で)?|契約期間満了(?:により)?|会社都合により)\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"^\s*(?:以\s*上|現在に至る|至\s*現在|to (?:the )?present|end|that is all)\s*\.?$", re.IGNORECASE)
_POST = re.compile(r"^\s*(?:current position|position|present post|現職|役職)\s*[:：]\s*", re.IGNORECASE)
_AS = re.compile(r"\s+as\s+(?:an?\s+)?(?=\S)", re.IGNORECASE)
_DEPARTMENT = re.compile(r"\S+(?:部|課|室|科|局|支店|支社|事業部|センター)\s+(?=\S)")
_LEAST = 2
"""Events that make a chronicle."""


_Event = tuple[str, bool | None, str]


@dataclass(slots=True)
class _Stay:
    """A school or an employer with what is told of it."""

    row: Row
    what: str
    begin: str | None = None
    end: str | None = None


def join_events(rows: Sequence[Row], day_first: bool) -> list[Row]:
    """The rows with each pair of events as one row with its period; all others, and rows of no such form, as they are."""
    events = [_read(row, day_first) for row in rows]
    if sum(event is not None and event[1] is not None for event in events) < _LEAST:
        return list(rows)
    result: list[Row | _Stay] = []
    for row, event in zip(rows, events, strict=True):
        if event is None:
            _take_remark(row, result)
        else:
            _take_event(row, event, result)
    last = next((entry for entry in reversed(result) if isinstance(entry, _Stay)), None)
    return [_told(entry, entry is last) if isinstance(entry, _Stay) else entry for entry in result]


def _take_event(row: Row, event: _Event, result: list[Row | _Stay]) -> None:
    """Begins a stay, ends the one it belongs to, or ends one with another post at the same employer."""
    when, begins, what = event
    stays = [entry for entry in reversed(result) if isinstance(entry, _Stay)]
    if begins is None:
        if stays and stays[0].end is None and _MOVE.search(what):
            stays[0].end = when
            employer = stays[0].what.partition("\t")[0]
            result.append(_Stay(row, f"{employer}\t{_tidy(_MOVE.sub(' ', what))}", when))
        else:
            result.append(row)
        return
    open_stay = next((stay for stay in stays if stay.end is None and _same(stay.what, what)), None)
    if begins or open_stay is None:
        result.append(_Stay(row, what, when if begins else None, None if begins else when))
    else:
        open_stay.end = when
        open_stay.what = max(open_stay.what, what, key=len)


def _take_remark(row: Row, result: list[Row | _Stay]) -> None:
    """A closing word is dropped, a post goes to the last employer, all else stays."""
    post, last = _POST.match(row.text), result[-1] if result else None
    if post and isinstance(last, _Stay) and last.end is None:
        last.what += "\t" + re.sub(r"\s*\([^)]*\)\s*$", "", row.text[post.end() :])
    elif not _CLOSING.match(row.text):
        result.append(row)


def _read(row: Row, day_first: bool) -> _Event | None:
    """When, whether it begins a stay (None: neither begins nor ends one), and where; None for a row without year and month."""
    if row.text.lstrip()[:1] not in _FIRST_SIGNS:
        return None
    match = _COLUMNS.match(row.text) or _ERA.match(row.text)
    if match is None:
        return None
    spans = find_dates(_spelt(match), day_first)
    if len(spans) != 1 or spans[0].end is None:
        return None
    text = _REASON.sub(" ", row.text[match.end() :]).strip()
    for pattern, begins in ((_END, False), (_BEGIN, True)):
        if pattern.search(text):
            return str(spans[0].end), begins, _tidy(pattern.sub("\t", text, count=1))
    return str(spans[0].end), None, text


def _spelt(match: re.Match[str]) -> str:
    if match.re is _COLUMNS:
        return f"{match[1]}-{int(match[2]):02d}"
    return re.sub(r"[\t\s]+", "", match.group()).removesuffix("月") + "月"


def _tidy(text: str) -> str:
    """Company and post, school and course, parted by a tab."""
    text = _AS.sub("\t", text, count=1).strip("\t ")
    head, tab, tail = text.partition("\t")
    if tab:
        return f"{head.strip()}\t{_DEPARTMENT.sub('', tail).strip()}"
    school = re.match(r"^(\S*(?:大学院|大学|学校|高校|学院))[\s　]+(?=\S)", text)
    return f"{school[1]}\t{text[school.end() :]}" if school else text


def _same(first: str, second: str) -> bool:
    names = [text.partition("\t")[0].partition(",")[0].strip() for text in (first, second)]
    return names[0].startswith(names[1]) or names[1].startswith(names[0])


def _told(stay: _Stay, is_last: bool) -> Row:
    """The stay in one row; the last that has begun goes on."""
    period = " – ".join(date for date in (stay.begin, stay.end or ("present" if is_last else None)) if date)
    return with_text(stay.row, f"{stay.what}\t{period}")
