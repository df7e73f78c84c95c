"""Words that write dates in the languages resumes mix in: months, seasons and the many ways of saying "still"."""

import re

_MONTH_WORDS = (
    "january jan janvier janv januar jän jänner enero ene janeiro gennaio gen januari",
    "february feb febr février fevrier févr fevr fév februar febrero fevereiro fev febbraio febuary februari",
    "march mar mars märz maerz mrz marzo março marco maart",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mei",
    "june jun juin juni junio junho giugno giu",
    "july jul juillet juil juli julio julho luglio lug",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre setembro set settembre",
    "october oct octobre oktober okt octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec décembre decembre déc dezember dez diciembre dic dezembro dicembre",
)

MONTHS: dict[str, int] = {word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()}

SEASONS = (
    "spring", "summer", "summers", "winters", "fall", "autumn", "winter", "printemps", "été", "automne", "hiver",
    "frühjahr", "frühling", "sommer", "herbst", "primavera", "verano", "otoño", "invierno", "verão", "outono", "inverno",
    "michaelmas", "hilary", "trinity", "wintersemester", "sommersemester", "semester", "academic year",
)  # fmt: skip

PRESENT_WORDS = (
    "present", "the present", "present day", "current", "currently", "now", "today", "ongoing", "on-going", "on going",
    "to date", "todate", "date", "till date", "till now", "until now", "up to now", "up to date", "up to present",
    "till present", "till today", "until today", "until present", "till the date", "continuing", "continue",
    "in progress", "in post", "still employed", "still working", "this day", "here", "pres", "curr", "currently employed",
    "heute", "jetzt", "aktuell", "laufend", "aujourd'hui", "aujourd’hui", "actuel", "actuellement", "présent", "en cours",
    "ce jour", "maintenant", "actualidad", "la actualidad", "actualmente", "actual", "presente", "el presente", "hoy", "la fecha",
    "atual", "atualmente", "o presente", "o momento", "hoje", "oggi", "attuale", "heden", "现在", "至今", "現在",
)  # fmt: skip


def alternation(words: tuple[str, ...] | list[str]) -> str:
    """A regular expression of the words, longest first, with any white space between their parts."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)
