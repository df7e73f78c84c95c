"""What a short piece of an entry's header is likely to be: the scorer's port, and one that goes by cue words alone."""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from resume_parser.vocabulary import (
    has_company_cue,
    has_company_suffix,
    has_degree_word,
    has_school_cue,
    has_title_modifier,
    has_title_word,
    is_degree,
    is_field_of_study,
    looks_like_location,
    looks_like_name,
    names_several,
)

Scores = dict[str, float]
_SURE = 0.45
_LEAST = 0.005
LABELS = ("TITLE", "COMPANY", "SCHOOL", "DEGREE", "FIELD", "LOCATION", "PERSON", "SKILL", "DATE", "OTHER")


class SegmentScorer(Protocol):
    """Probabilities over `LABELS` for each segment, in order."""

    def __call__(self, segments: Sequence[str], /) -> Sequence[Scores]: ...


_GRADE = re.compile(
    r"^(?:(?:c?gpa|grade|score|marks?|percentage|result|class|first class|second class|upper second|lower second|"
    r"distinction|merit|honou?rs|"
    r"dean's list|(?:summa |magna )?cum laude|2[:.][12]|order of the coif|phi beta kappa|"
    r"sigma theta tau|tau beta pi|valedictorian|salutatorian|law review|moot court|articles editor)(?!\s*(?:&|and\b))\b.*|[\d.,/% ]+(?:c?gpa)?)$",
    re.IGNORECASE,
)
_EMPLOYMENT = re.compile(
    r"^(?:(?:full|part)[- ]?time|contract(?:or)?|permanent|temporary|seasonal|internship|"
    r"intern|apprenticeship|fixed[- ]term|volunteer|casual|zero[- ]hours|hybrid|on-?site|remotely|"
    r"fixed[- ]term contract|maternity cover|graduate scheme|evenings?|weekends?|nights?|summers?|seasonally|dual role|"
    r"\d{1,2}\+? ?(?:h|hrs?|hours)(?: ?(?:/|per|a) ?week)?|\d{1,3} ?%)$",
    re.IGNORECASE,
)
_VARIOUS = re.compile(
    r"^(?:various|several|multiple|different)\s+(?!.*\b(?:agenc|compan|client|employer|firm))", re.IGNORECASE
)
_FIRM = re.compile(
    r"(?:&|\band\b)\s+(?:partner|son|co|associate|daughter|brother|colleague)s?\b|\w\s+(?:partners|associates)$",
    re.IGNORECASE,
)
"""Firms named for their people, whose words are titles elsewhere."""
_SELF = re.compile(
    r"^(?:self[- ]employed|self[- ]employment|freelance|freelancer|independent|own (?:business|practice))$",
    re.IGNORECASE,
)
"""What stands for an employer where there is none."""
LATER_TITLE = re.compile(r"^(?:and )?(?:later|then|subsequently|afterwards|finally)\s+(?=\w)", re.IGNORECASE)
"""`Audit Trainee, later Audit Senior`: the second title of one job."""
_HEADCOUNT = re.compile(
    r"^(?:about |approx\.? |ca\.? |~|over )?[\d.,']+\+?\s+(?:employees|staff|people|associates|students|pupils|beds|sites|stores|offices|branches)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"^\(?(?:career break|(?:parental|maternity|paternity|family|sick) leave|sabbatical|gap year|travel(?:l)?ing|"
    r"elternzeit|(?:at )?home (?:full[- ]time|with)|full[- ]time (?:parent|carer|mother|father|mum|mam|mom|dad)|arbeits?suchend|arbeitslos|mutterschutz|"
    r"pflege (?:eines|einer|von) angehörig|congé (?:parental|maternité|de maternité)|recherche d.emploi|baja maternal|"
    r"excedencia|maternità|disoccupat|ouderschapsverlof|urlop (?:macierzyński|wychowawczy)|raising (?:a |my )?"
    r"(?:family|children)|unemployed|between jobs|job search)\b",
    re.IGNORECASE,
)
"""What people put between two jobs."""
UNIT = re.compile(r"^(?:department|dept\.?|faculty|division|chair) of\s", re.IGNORECASE)
"""A part of an employer or school: its name only when no other stands beside it."""


def score_by_cues(segments: Sequence[str], /) -> list[Scores]:
    """Probabilities from vocabularies and cue words alone; what has none could be an employer, or anything."""
    return [_score(segment) for segment in segments]


def score_by_cues_and_model(segments: Sequence[str], /) -> list[Scores]:
    """As `score_by_cues`; what no list knows well is judged by the trained model and the cues in equal parts."""
    # Imported late: who only reads documents or records need not wait for spaCy.
    from resume_parser.nlp import score_segments

    scores = score_by_cues(segments)
    unsure = [place for place, score in enumerate(scores) if max(score.values()) < _SURE]
    for place, judged in zip(unsure, score_segments([segments[place] for place in unsure]), strict=True):
        scores[place] = _mean(scores[place], judged)
    return scores


def is_career_break(text: str) -> bool:
    return _BREAK.match(text) is not None


def is_note(text: str) -> bool:
    """Whether the text says how somebody is employed, or how many are, and names neither post nor employer."""
    return any(pattern.match(text) for pattern in (_EMPLOYMENT, _HEADCOUNT, _VARIOUS)) or is_career_break(text)


def _mean(first: Scores, second: Scores) -> Scores:
    """Geometric, so that both must find a label likely."""
    product = {label: math.sqrt((first[label] + _LEAST) * (second.get(label, 0.0) + _LEAST)) for label in LABELS}
    total = sum(product.values())
    return {label: value / total for label, value in product.items()}


@lru_cache(maxsize=8192)
def _score(segment: str) -> Scores:
    text = segment.strip()
    if UNIT.match(text):
        return {**dict.fromkeys(LABELS, _LEAST), "COMPANY": 0.3, "SCHOOL": 0.1, "OTHER": 0.6 - 8 * _LEAST}
    words = text.split()
    weights = dict.fromkeys(LABELS, 0.2)
    weights["COMPANY"] = 0.8
    if _FIRM.search(text):
        weights["COMPANY"] += 12.0
    elif names_several(text):
        weights["TITLE"] += 1.5
        weights["COMPANY"] += 4.0
    else:
        weights["TITLE"] += 6.0 * has_title_word(text) + 0.8 * has_title_modifier(text)
    if has_school_cue(text) and not is_degree(text):
        weights["SCHOOL"] += 7.0
        weights["COMPANY"] += 1.5
    if has_degree_word(text):
        weights["DEGREE"] += 8.0
    if is_field_of_study(text):
        weights["FIELD"] += 8.0
    weights["COMPANY"] += 7.0 * has_company_suffix(text) + 3.0 * has_company_cue(text)
    if not is_degree(text):
        weights["LOCATION"] += 14.0 * looks_like_location(text) ** 2
    weights["PERSON"] += 2.0 * looks_like_name(text)
    if _SELF.match(text):
        weights["COMPANY"] += 40.0
    if _VARIOUS.match(text) or _HEADCOUNT.match(text) or LATER_TITLE.match(text):
        weights["OTHER"] += 6.0
    if (_GRADE.match(text) and not has_title_word(text)) or _EMPLOYMENT.match(text) or is_career_break(text):
        weights["OTHER"] += 30.0
    if len(words) > 8 or (text.endswith(".") and not has_company_suffix(text)):
        weights["OTHER"] += 3.0
    if sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text)):
        weights["OTHER"] += 8.0
    total = sum(weights.values())
    return {label: weight / total for label, weight in weights.items()}
