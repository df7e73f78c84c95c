"""The regular expressions that find dates, periods and the words around them."""

import re

from resume_parser.values.date_words import ERAS, MONTHS, PRESENT_WORDS, SEASONS
from resume_parser.vocabulary.alternation import alternation

YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
MONTH = rf"(?:{alternation(list(MONTHS))})"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
ERA = rf"(?:{'|'.join(ERAS)})"
APOSTROPHE = r"['’‘`´]"
YEAR_WORD = r"(?:\s?(?:r|rok|roku|г|год|года|гг|р|року)(?![\w&])\.?)?"
"""What some languages set behind the year: `2015 r.`, `2015 г.`"""
SEASON = rf"(?:{alternation(SEASONS)})"
GUARD_LEFT = r"(?<![\w$€£#@])(?<!\d[.,/])"

BEGINNING = rf"(?=[\dQH{APOSTROPHE[1:-1]}]|{ERA}|{MONTH}|{SEASON})"
"""Asked first: most words begin no date, and need not be held against each way to write one."""
TOKEN = re.compile(
    GUARD_LEFT
    + BEGINNING
    + "(?:"
    + "|".join(
        (
            rf"(?P<iso_year>{YEAR})[-/.](?P<iso_month>{MONTH_NUMBER})[-/.](?P<iso_day>{DAY})(?!\d)",
            rf"(?P<cjk_year>{YEAR})\s?[年년]度?\s?(?:(?P<cjk_month>{MONTH_NUMBER})\s?[月월](?:\s?(?P<cjk_day>{DAY})\s?[日일])?)?",
            rf"(?P<era>{ERA})\s?(?P<era_year>\d{{1,2}}|元)\s?年\s?(?:(?P<era_month>{MONTH_NUMBER})\s?月(?:\s?(?P<era_day>{DAY})\s?日)?)?",
            rf"(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark)(?P<dmy_year>{YEAR})(?!\d)",
            rf"(?P<day_before>{DAY})(?:st|nd|rd|th|º|er)?[.,]?[\s-](?:of\s|"
            rf"de\s)?(?P<day_month>{MONTH})\b\.?,?[\s-]*(?:de\s|of\s)?(?P<day_year>{YEAR})(?!\d)",
            rf"(?P<us_month>{MONTH})\b\.?\s*(?P<us_day>{DAY})(?:st|nd|rd|th)?,?\s+(?P<us_year>{YEAR})(?!\d)",
            rf"(?P<name_month>{MONTH})\b\s*[.,/'’‘`–-]{{0,2}}\s*(?:of\s+|de\s+|del\s+)?(?P<name_year>{YEAR})(?!\d)",
            rf"(?P<short_month>{MONTH})\b\.?,?\s*(?P<short_mark>{APOSTROPHE}|"
            rf"[-/ ])\s*(?P<short_year>\d\d)(?!\d)(?!(?:st|nd|rd|th)\b)",
            rf"(?P<rev_year>{YEAR})[\s,./-]+(?P<rev_month>{MONTH})\b\.?(?!\s*\d{{4}})",
            rf"{SEASON}\b(?:\s+semester|\s+term|\s+of|"
            rf"\s+de)*[\s,/]*(?P<season_year>{YEAR})(?:\s?/\s?(?:{YEAR}|\d\d))?(?!\d)",
            rf"{SEASON}\b,?\s*{APOSTROPHE}(?P<season_short>\d\d)(?!\d)",
            rf"(?:(?:Q[1-4]|[1-4]Q|H[12])[\s/,-]*(?P<quarter_year>{YEAR})|(?P<year_quarter>{YEAR})[\s/-]*(?:Q[1-4]|"
            rf"H[12]))",
            rf"(?P<compact_year>{YEAR})(?P<compact_month>0[1-9]|1[0-2])(?P<compact_day>0[1-9]|[12]\d|3[01])?(?!\d)",
            rf"(?P<first_month>0?[1-9]|1[0-2])\.?(?=\s?[-–—]\s?{MONTH_NUMBER}[./]{YEAR}(?!\d))",
            rf"(?P<ym_year>{YEAR})\s?[-/.]\s?(?P<ym_month>0[1-9]|1[0-2]|[1-9])(?!\d)(?![/.]{YEAR})",
            rf"(?P<my_month>{MONTH_NUMBER})\s?[-/.]\s?(?P<my_year>{YEAR})(?!\d)",
            rf"(?P<sh_month>0[1-9]|1[0-2]|[1-9])/{APOSTROPHE}?(?P<sh_year>\d\d)(?!\d)",
            rf"(?P<dash_month>{MONTH_NUMBER})-{APOSTROPHE}?(?P<dash_year>\d\d)(?=\s*$|\s*\)|\s+(?:to|thru|through|until|till|[-–—])\s)",
            rf"(?P<year>{YEAR})(?![\w%@])",
            rf"{APOSTROPHE}(?P<apostrophe_year>\d\d)(?!\d)",
            rf"(?P<bare_month>{MONTH})\b\.?",
        )
    )
    + ")",
    re.IGNORECASE,
)
SEPARATOR = re.compile(
    rf"{YEAR_WORD}\s*\t?\s*(?:[-–—‒―−‐‑~～〜→⟶➔›»=>]+|/|\b(?:to|until|till|til|through|thru|bis(?:\s+zu[mr])?|à|au|a[dl]?|até(?:\s+[aà]o?)?|"
    r"hasta(?:\s+el)?|jusqu['’]?(?:à|au|en)?|fino\s+(?:ad?|al)|sino\s+(?:ad?|al)|do|tot(?:\s+en\s+met)?|t\s?/\s?m|t\.e\.m\.?|til|till|"
    r"do\s+dnia|až|po|and|et|und|&|до|по|إلى|الى|حتى|עד)(?!\w)|\bup\s+to\b|至|から)(?:(?<=\w)\s?:)?\s*\t?\s*|\s*(?=至今|現在に至る|至现在|迄今|현재)",
    re.IGNORECASE,
)
LOOSE_SEPARATOR = re.compile(r"\s*\t\s*|\s{2,}")
STILL = re.compile(rf"(?:{alternation(PRESENT_WORDS)})(?!\w)\.?", re.IGNORECASE)
_ARTICLE = r"(?:\s+(?:the|dem|der|le|el|il|lo|o|a|de))?"
AFTER_YEAR = re.compile(YEAR_WORD, re.IGNORECASE)
ONGOING_BEFORE = re.compile(
    rf"(?:\b(?:since|from|seit|depuis|desde|starting|started|joined|dall?['’]?|dalla|dallo|as of|sinds|sedert|vanaf|od|ab|à\s+partir\s+d[eu]|"
    rf"a\s+partir\s+d[aeo]l?|à\s+compter\s+d[eu]|sedan|siden|från|počínaje|с|з|від|منذ|من|מאז|מ){_ARTICLE}[\s:]*)$",
    re.IGNORECASE,
)
CLOSED_BEFORE = re.compile(
    rf"(?:\b(?:until|till|to|through|bis(?:\s+zu[mr])?|jusqu['’]?(?:à|en|au)|hasta|até|ended|ending|do|tot|t/m|fino\s+(?:ad?|al)|до|по|"
    rf"حتى|עד){_ARTICLE}[\s:]*)$",
    re.IGNORECASE,
)
PERIOD_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(,;:|]))(?:von|vom|de|du|des|del|d['’]|da|dal|dalla|dall['’]|od|van|vanaf|desde|depuis|seit|sinds|sedert|ab|per|från|fra|с|со|з|من|"
    rf"מ){_ARTICLE}\s*$",
    re.IGNORECASE,
)
"""Words that open a period of two dates: `von`, `od`, `dal`."""
EXPECTED_BEFORE = re.compile(
    r"\(?\b(?:expected|anticipated|projected|prospective|estimated|est\.?|due|graduating|exp\.?|planned|"
    r"voraussichtlich(?:es\s+Ende)?|prévue?|previs[ãt][oa]|verwacht|planowan[eya]|przewidywan[eya])"
    r"(?:\s+(?:to\s+)?(?:graduat(?:ion|e)|completion|complete|degree|conferral|date|in|by|on|of))*[\s:,.–-]*\(?$",
    re.IGNORECASE,
)
LABEL_BEFORE = re.compile(
    r"\b(?:(?:inclusive\s+)?dates?(?:\s+(?:of\s+)?(?:employment|attended|attendance|graduation|awarded|from|worked))?|grad\.|graduat(?:ed|"
    r"ion)(?:\s+date)?(?:\s+in)?|"
    r"completed(?:\s+in|\s+on)?|conferred(?:\s+in|\s+on)?|awarded(?:\s+in|\s+on)?|obtained(?:\s+in)?|"
    r"received(?:\s+in)?|passed(?:\s+in)?|"
    r"(?:conclu[ií]d[oa]|conclusão|finalizad[oa]|terminad[oa]|titulad[oa]|licenciad[oa]|obtenue?|délivrée?|diplômée?|conseguit[oa]|"
    r"abgeschlossen|behaald|ukończon[aey])(?:\s+(?:e[mn]|nel|im|in|w))?|"
    r"period|duration|year(?:\s+of\s+(?:passing|completion|graduation))?|class\s+of|as\s+of|from|in|employed|tenure|"
    r"batch|session|ws|ss|wise|sose|étés|estates|veranos|jahr|année|año|ano|anno|jaar|rok|zeitraum|période|periodo|período|datum)\s*:?\s*\(?$",
    re.IGNORECASE,
)
EXPECTED_AFTER = re.compile(
    r"\s*[,(–-]*\s*\(?\s*(?:expected|anticipated|projected|exp\.?|est\.?|graduation|in "
    r"progress)(?!\w)(?:\s+graduation)?\s*\)?",
    re.IGNORECASE,
)
NUMBER_WORD = r"(?:\d{1,2}(?:[.,]\d)?\+?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HOURS = r"(?:hours?|hrs?\.?|h|stunden|std\.?|heures|horas|ore|uur)\s*(?:/|per|a|each|pro|par|por|alla|a la)?\s*(?:week|wk|woche|semaine|semana|settimana|semanales)"
UNIT = r"(?:years?|yrs?\.?|y|months?|mos?\.?|mths?\.?|m|weeks?|wks?|ans?|mois|jahre?n?|monate?n?|años?|mes(?:es)?|mês|anos?|ann[io]|mes[ei]|jaar|jaren|maand(?:en)?|lata?|rok|miesi[ąę]c[ye]?|miesięcy|г|лет|мес)"
DURATION = re.compile(
    rf"[\s,·•|–-]*[(\[]?\s*(?:(?:approx\.?|about|ca\.?|total:?)\s*)?{NUMBER_WORD}\s*[-–]?\s*{UNIT}(?!\w)"
    rf"(?:[\s,&]*(?:and\s+)?{NUMBER_WORD}\s*{UNIT}(?!\w))?\s*(?:contract|fixed[- ]term)?\s*[)\]]?"
    rf"|[\s,·•|–—-]*[(\[]?\s*\d{{1,2}}(?:[.,]\d)?\+?\s*{_HOURS}(?!\w)\s*[)\]]?",
    re.IGNORECASE,
)
HOUSE_NUMBER = re.compile(
    rf"{YEAR} (?:[NSEW]\.? )?(?:[A-Z][\w.'’-]* ){{1,3}}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Parkway|Pkwy|Highway|Hwy|Way|Place|Pl|Terrace|Circle)"
    r"\b\.?(?=\s*(?:[,#\d]|$)|\s+(?:Apt|Suite|Ste|Unit|Floor|[NSEW][EW]?\b))"
)
"""A year's look at the beginning of an address: `2000 River Rd`."""
DAY_MONTH_YEAR = re.compile(rf"(?<!\d)(\d{{1,2}})[-/.](\d{{1,2}})[-/.]{YEAR}(?!\d)")
ANY_DATE_CHARACTER = re.compile(rf"\d\d|{ERA}")
