"""Words that write dates in the languages resumes mix in: months, seasons and the many ways of saying "still"."""

from resume_parser.vocabulary.files import read_items

MONTHS: dict[str, int] = {
    word: number for number, item in enumerate(read_items("words/months.txt"), start=1) for word in item.names
}

SEASONS = (
    "spring", "summer", "summers", "winters", "fall", "autumn", "winter", "printemps", "été", "automne", "hiver",
    "frühjahr", "frühling", "sommer", "herbst", "primavera", "verano", "otoño", "invierno", "verão", "outono", "inverno",
    "lente", "zomer", "herfst", "wiosna", "lato", "jesień", "zima", "estate", "autunno", "primavera", "inverno",
    "michaelmas", "hilary", "trinity", "wintersemester", "sommersemester", "semester", "academic year",
)  # fmt: skip

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""Japanese eras with the year before their first."""

PRESENT_WORDS = tuple(name for item in read_items("words/present.txt") for name in item.names)
