"""Labels of contact values in many languages, as parts of regular expressions."""

import re
from functools import lru_cache

from resume_parser.vocabulary.files import read_items

NUMBER_WORD = r"(?:[\W_]{0,3}(?:numbers?|nums?|nummer|numéro|número|numero|nos|no|nrs?|n[°ºo]|num|番号|号码|號碼|번호|#)(?![^\W\d_]))?"
"""A word for "number" behind a label: `Mobile No.`, `Tel.-Nr.`."""
MARKS = r"[\s.:：;=>#|&/+,)\]–—-]*[\s(\[]*"
"""What parts a label from its value."""


@lru_cache(maxsize=8)
def alternation(section: str) -> str:
    """The section's labels as one group, longest first; a label in Latin letters is no part of a longer word."""
    labels = sorted(
        {name for item in read_items("contact/labels.txt") if item.section == section for name in item.names}
    )
    labels.sort(key=len, reverse=True)
    whole_words = [label for label in labels if _has_case(label)]
    pieces = [label for label in labels if not _has_case(label)]
    # The look-behind stands once before all of them: at most places of a text it is all that is tried.
    words = rf"(?<![^\W\d_])(?:{'|'.join(map(_spaced, whole_words))})(?![^\W\d_])"
    return f"(?:{'|'.join([words, *map(_spaced, pieces)])})" if whole_words else f"(?:{'|'.join(map(_spaced, pieces))})"


@lru_cache(maxsize=8)
def label_before(*sections: str) -> re.Pattern[str]:
    """Finds a label of one of the sections at the end of the text before a value."""
    return re.compile(rf"(?:{'|'.join(map(alternation, sections))}){NUMBER_WORD}{MARKS}$", re.IGNORECASE)


@lru_cache(maxsize=8)
def label_behind(*sections: str) -> re.Pattern[str]:
    """Finds a label in brackets, or after a dash, at the beginning of the text behind a value."""
    words = "|".join(map(alternation, sections))
    return re.compile(
        rf"\s*(?:[(\[]\s*|[-–—]\s)(?:{words})(?:[^()\[\]\d]{{0,20}}[)\]]|\s*$|\s*[|·•,;\t])", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def label_at_start(section: str) -> re.Pattern[str]:
    """Finds a label at the beginning of a line, with the mark that parts it from what follows, or as the whole line."""
    return re.compile(rf"\W*{alternation(section)}\s*(?:[:：|–—=-]+|\t+|\.\s|$)\s*", re.IGNORECASE)


def _has_case(label: str) -> bool:
    """Whether it is written in letters that make words with spaces between them."""
    return label[0].isascii() or label[0].islower() or label[0].isupper()


def _spaced(label: str) -> str:
    return r"\s?".join(re.escape(part) for part in label.split()) if len(label) > 1 else re.escape(label)
