"""Words that write dates in the languages resumes mix in: months, seasons and the many ways of saying "still"."""

import re
from collections.abc import Iterable

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


class _Node(dict[str, "_Node"]):
    """Letters by what follows them; a word may end here where `ends` is set."""

    ends = False


def alternation(words: Iterable[str]) -> str:
    """A regular expression of the words, with any white space between their parts; the longest that fits is found.

    Common beginnings are written once, so that hundreds of words cost no more than a few.
    """
    root = _Node()
    for word in words:
        node = root
        for sign in " ".join(word.split()):
            node = node.setdefault(sign, _Node())
        node.ends = True
    return _pattern(root)


def _pattern(node: _Node) -> str:
    branches = [(r"\s+" if sign == " " else re.escape(sign)) + _pattern(node[sign]) for sign in sorted(node)]
    if not branches:
        return ""
    if len(branches) == 1 and not node.ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if node.ends else ''}"
