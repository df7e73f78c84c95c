"""Whether the document is a resume at all: told only by clear signs of another kind, or where nothing of a resume is there."""

import re
from collections.abc import Sequence

from resume_parser.document import Finding, Line
from resume_parser.ownership.foreign import MAIN_KINDS
from resume_parser.ownership.letters import is_closing, is_salutation, mail_heads
from resume_parser.record import Education, WorkExperience
from resume_parser.sections.kinds import SectionKind
from resume_parser.sections.section import Section
from resume_parser.values.dates import find_dates
from resume_parser.vocabulary import has_degree_word, has_school_cue, has_title_word
from resume_parser.vocabulary.correspondence import finder, phrases

NOT_A_RESUME = "not_a_resume"
_TOP_LINES = 12
_LONGEST_TITLE = 5
_FEWEST_PARTS = 2
_FEWEST_PHRASES = 3
_FEWEST_WORDS = 30
_PROSE = 10
"""Words of a line of running text."""
_MOST_TOLD = 3
"""Dates that a letter may mention, taken for jobs."""
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.)\s+")
_SENTENCES = re.compile(r"[.;]\s")
_ABSTRACT = re.compile(r"(?:abstract|zusammenfassung|résumé|resumen|riassunto)\s*(?:$|[.:—–-])", re.IGNORECASE)


def find_other_kind(
    lines: Sequence[Line],
    sections: Sequence[Section],
    work: Sequence[WorkExperience],
    education: Sequence[Education],
) -> Finding | None:
    """`not_a_resume` with what it seems to be: an invoice, a paper, an advertisement, a letter or mail alone, or nothing known."""
    headings = {section.kind for section in sections if section.heading is not None}
    dated = sum(entry.start_date is not None for entry in work)
    empty = not work and not education
    kind: str | None = None
    if (
        (not dated and (found := _is_advertisement(lines)))
        or (dated < _FEWEST_PARTS and (found := _is_invoice(lines)))
        or (not headings & {SectionKind.WORK, SectionKind.EDUCATION} and (found := _is_paper(lines)))
    ):
        kind = found
    elif not headings & MAIN_KINDS:
        kind = (_is_letter(lines) if len(work) + len(education) <= _MOST_TOLD else None) or (
            _is_empty(lines) if empty else None
        )
    return Finding(NOT_A_RESUME, kind) if kind else None


def _is_invoice(lines: Sequence[Line]) -> str | None:
    titled = any(
        finder("invoice").match(line.text.strip()) and len(line.text.split()) <= _LONGEST_TITLE
        for line in lines[:_TOP_LINES]
    )
    return "an invoice or order" if titled and len(_distinct("invoice_part", lines)) >= _FEWEST_PARTS else None


def _is_advertisement(lines: Sequence[Line]) -> str | None:
    return "an advertisement of a job" if len(_distinct("advertisement", lines)) >= _FEWEST_PHRASES else None


def _is_paper(lines: Sequence[Line]) -> str | None:
    titles = {_NUMBERING.sub("", line.text.strip()).strip(" .:").casefold() for line in lines if len(line.text) < 40}
    abstract = any(_ABSTRACT.match(line.text.strip()) for line in lines)
    return "a paper or report" if abstract and len(titles & phrases("paper")) >= _FEWEST_PARTS else None


def _is_letter(lines: Sequence[Line]) -> str | None:
    greeted = any(is_salutation(line.text) for line in lines)
    closed = any(is_closing(line.text) for line in lines)
    told = any(len(line.text.split()) >= _PROSE for line in lines)
    return "a letter or mail alone" if (greeted and (closed or told)) or mail_heads(lines) else None


def _is_empty(lines: Sequence[Line]) -> str | None:
    words = sum(len(line.text.split()) for line in lines)
    told = sum(_tells_of_a_life(part) for line in lines for part in _SENTENCES.split(line.text))
    return "no section, job or degree of a resume" if words >= _FEWEST_WORDS and told < _FEWEST_PARTS else None


def _tells_of_a_life(text: str) -> bool:
    """Whether the line speaks of a job or of studies, though none was read."""
    return bool(find_dates(text)) and (has_title_word(text) or has_degree_word(text) or has_school_cue(text))


def _distinct(section: str, lines: Sequence[Line]) -> set[str]:
    return {match.group().casefold() for line in lines for match in finder(section).finditer(line.text)}
