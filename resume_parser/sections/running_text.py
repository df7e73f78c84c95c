"""Words that stand on a line of their own only because the text above them found no more room there."""

import re

from resume_parser.document import Line

_MOST_LEADING = 0.45
"""White space above the next line of running text, in body line heights, at the most."""
_OTHER_SIZE = 0.06
_ENDED = re.compile(r"[.!?:;]\W*$")
_UNFINISHED = re.compile(
    r"(?:[,&]|\b(?:and|or|the|a|an|of|for|with|to|in|on|at|by|from|as|into|under|their|our|und|der|die|des|de|du|la|le|et|y|e|do|da|di))$"
)
_FEWEST_WORDS = 3


def goes_on(above: Line, line: Line) -> bool:
    """Whether the line, in the look of the one above and close to it, ends a sentence or list that was left open there."""
    alike = (
        (line.page, line.column) == (above.page, above.column)
        and line.gap <= _MOST_LEADING
        and abs(line.size - above.size) <= _OTHER_SIZE
        and line.bold == above.bold
    )
    if not alike or len(above.text.split()) < _FEWEST_WORDS:
        return False
    text = line.text.lstrip()
    opened = not _ENDED.search(above.text) and text[:1].islower()
    return opened or (_UNFINISHED.search(above.text.rstrip()) is not None and not text.isupper())
