"""Letter-spaced words, which come out of files as letters with spaces between them, put together again."""

import itertools
from collections.abc import Sequence
from statistics import median
from typing import Any

from resume_parser.layout.fragment import Fragment, Span

FEWEST_LETTERS = 4
WORD_GAP = 1.3
"""From how many times the usual gap between letters on a gap parts words."""
SPACED_WORD_GAP = 1.8
"""The same, with all the space between two characters measured."""
FEWEST_SPACED_WORDS = 6
"""Fewer may be the names of programming languages or of grades."""
SHORT_WORD = 2
SPACED_SHARE = 0.7
"""What share of the words of letter-spaced text is short; kerned letters stick together."""
FARTHEST = 2.5
"""Sizes that spaced letters may stand apart."""
THIN_SPACE = 0.19
"""Sizes up to which a gap that the file has no space for is tracking, not a space."""

SYNTHETIC_SPACE = 512
"""The flag of a space that the file does not have."""


def join_spaced_letters(spans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A line's spans without the spaces that the extraction put where letters stand apart; real spaces stay."""
    added = [index for index, span in enumerate(spans) if span["char_flags"] & SYNTHETIC_SPACE]
    if not added:
        return spans
    letters = [span["text"] for span in spans if not span["char_flags"] & SYNTHETIC_SPACE]
    gaps = {index: _gap_around(spans, index) for index in added}
    single = sum(all(len(word) == 1 for word in text.split()) for text in letters)
    if len(letters) >= FEWEST_LETTERS and single >= 0.8 * len(letters):
        widest = WORD_GAP * median(gaps.values())
    else:
        widest = THIN_SPACE * max(span["size"] for span in spans)
    return [span for index, span in enumerate(spans) if index not in gaps or gaps[index] > widest]


def is_letter_spaced(text: str) -> bool:
    """Whether the text is hardly more than letters with spaces between them."""
    words = text.split()
    if len(words) < FEWEST_SPACED_WORDS:
        return False
    short = [word for word in words if len(word) <= SHORT_WORD]
    return len(short) >= SPACED_SHARE * len(words) and sum(word.isalpha() for word in short) > len(words) / 2


def respace(characters: Sequence[dict[str, Any]]) -> str:
    """The words of letter-spaced text, by the gaps between its characters; as it is, when the spaces are real."""
    text = "".join(character["c"] for character in characters)
    if not any(character["synthetic"] for character in characters):
        return text
    letters = [character for character in characters if not character["c"].isspace()]
    gaps = [after["bbox"][0] - before["bbox"][2] for before, after in itertools.pairwise(letters)]
    widest = SPACED_WORD_GAP * median(gaps)
    return "".join(
        (" " if gap > widest else "") + letter["c"] for gap, letter in zip([0.0, *gaps], letters, strict=True)
    )


def _gap_around(spans: Sequence[dict[str, Any]], index: int) -> float:
    if index == 0 or index == len(spans) - 1:
        return 0.0
    gap: float = spans[index + 1]["bbox"][0] - spans[index - 1]["bbox"][2]
    return gap


def join_lone_letters(fragments: list[Fragment]) -> list[Fragment]:
    """Letters so far apart that each is a fragment, joined to words where they follow each other on one baseline."""
    joined: list[Fragment] = []
    run: list[Fragment] = []
    for fragment in fragments:
        if run and not _continues(run[-1], fragment):
            joined.extend(_join(run))
            run = []
        if len(fragment.text.strip()) == 1:
            run.append(fragment)
        else:
            joined.append(fragment)
    joined.extend(_join(run))
    return joined


def _continues(last: Fragment, fragment: Fragment) -> bool:
    return (
        len(fragment.text.strip()) == 1
        and abs(fragment.baseline - last.baseline) < 1.0
        and abs(fragment.size - last.size) < 0.5
        and 0 < fragment.x0 - last.x1 < FARTHEST * last.size
    )


def _join(run: list[Fragment]) -> list[Fragment]:
    if len(run) < FEWEST_LETTERS or not all(fragment.text.strip().isalnum() for fragment in run):
        return run
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(run)]
    usual = median(gaps)
    text = run[0].text.strip()
    for gap, fragment in zip(gaps, run[1:], strict=True):
        text += (" " if gap > WORD_GAP * usual else "") + fragment.text.strip()
    first = run[0]
    style = first.spans[0]
    return [
        Fragment(first.x0, run[-1].x1, first.baseline, first.size, [Span(text, style.size, style.bold, style.italic)])
    ]
