"""A degree as written, without grades, honours classes and years."""

import re
from functools import lru_cache

_HONOURS = (
    r"(?:with\s+)?(?:(?:first|second|third|upper|lower)[\s-]+)+(?:class|division|"
    r"distinction)(?:\s+(?:with\s+)?(?:honou?rs|hons\.?|distinction|degree|upper|lower|division|\(?upper division\)?|"
    r"\(?lower division\)?))*|"
    r"(?:upper|lower)\s+second(?:[\s-]+class)?(?:\s+honou?rs)?|(?:with\s+)?(?:high(?:est)?\s+|"
    r"great(?:est)?\s+)?(?:distinction|merit|honou?rs)|pass with \w+|"
    r"(?:summa|magna|insigni)?\s*cum\s+(?:maxima\s+)?laude|first[\s-]class(?:\s+honou?rs)?|2[:.]1|2[:.]2|"
    r"1st(?:\s+class)?(?:\s+(?:hons|honou?rs))?|"
    r"dean'?s\s+list|valedictorian|salutatorian|gold medal(?:list)?|distinction|merit"
)
_GRADE = (
    r"(?:(?:overall\s+|cumulative\s+|major\s+|final\s+)?(?:c?gpa|cpi|sgpa|grade|marks?|percentage|average|score|note|"
    r"ects|result|rank(?:ed)?|class rank|classification|aggregate|mention)\b\s*(?:of|:|=|-|–)?\s*[\w.,/% +-]{1,22}?(?:\s*(?:/|out of|"
    r"of)\s*\d+(?:[.,]\d+)?)?"
    r"|\d{1,3}(?:[.,]\d{1,2})?\s?%(?:\s*(?:aggregate|marks))?|"
    r"\d[.,]\d{1,2}\s*/\s*\d{1,2}(?:[.,]\d{1,2})?(?:\s*c?gpa)?|\d[.,]\d{1,2}\s*(?:c?gpa)|"
    r"(?:diploma|getuigschrift|certificaat)\s*:?\s*(?:ja|nee|behaald|gehaald|verkregen))"
)
_MODE = (
    r"(?:(?:part|full)[- ]time|evenings?|weekends?|online|on[- ]campus|distance(?: learning)?|day release|by correspondence|"
    r"berufsbegleitend|dual|\d[- ]year[\w -]*|\d[\d.,/ ]*%?)"
)
"""How and how long it was studied, or a number alone."""
_TAIL = re.compile(rf"\s*(?:[,;:|–—-]|\band\b)?\s*[(\[]?\s*(?:{_HONOURS}|{_GRADE})\s*[)\]]?\s*$", re.IGNORECASE)
_INNER = re.compile(
    rf"\s*[(\[]\s*(?:{_GRADE}|(?:first|second|third|upper|lower)[\s-]+(?:class|second)[^()\]]*(?:\([^)]*\)\s*)?|2[:.][12]|"
    rf"(?:with\s+)?distinction|(?:with\s+)?merit|(?:summa|magna)?\s*cum laude|{_MODE})\s*[)\]]",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:degree|qualification|course|program(?:me)?|major|field of study|specialization)\s*:\s*", re.IGNORECASE
)
_TOLD = re.compile(
    r"(?<![\s.,;(–—-])[\s.,;(–—-]*[.,;(–—-]\s*(?:(?:thesis )?advis[eo]rs?|supervisors?|(?:bachelor|master)?thesis|dissertation|betreuer(?:in)?|doktorvater|"
    r"direct(?:eur|rice) de thèse|direct(?:or|ora) de tesis|relatore|orientador(?:a)?|promotor)\s*:.*$",
    re.IGNORECASE,
)
"""Who supervised it, or on what."""
_KEEPS_HONOURS = re.compile(
    r"\b(?:ba|bsc|b\.a\.?|b\.sc\.?|bachelor[^,]*|beng|llb|ma|msc|mchem|mphys|meng)\s*\(?\s*(?:hons\.?|"
    r"honou?rs)\)?\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"^(?:{_HONOURS})\s*(?:[,:;–-]|in|\s)\s*(?=[A-Z(])", re.IGNORECASE)


@lru_cache(maxsize=512)
def tidy_degree(text: str) -> str | None:
    """The degree without grades; None when nothing else was there. `BSc (Hons) Physics` keeps its `(Hons)`, a part of the name."""
    tidy = _TOLD.sub("", _INNER.sub("", _LABEL.sub("", text))).strip()
    while True:
        match = _TAIL.search(tidy)
        if match is None or _KEEPS_HONOURS.search(tidy):
            break
        if match.start() == 0:
            return None
        tidy = tidy[: match.start()].rstrip(" ,;:|–—-(")
    tidy = _LEAD.sub("", tidy).strip(" ,;:|–—-\t")
    if tidy.count("(") != tidy.count(")"):
        tidy = tidy.rstrip(" (") if tidy.endswith("(") else tidy + ")" * (tidy.count("(") - tidy.count(")"))
    return re.sub(r"\s+", " ", tidy) or None
