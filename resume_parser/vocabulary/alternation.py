"""A regular expression of many words that costs no more than one of a few."""

import re
from collections.abc import Iterable


class _Node(dict[str, "_Node"]):
    """Signs by what follows them; a word may end here where `ends` is set."""

    ends = False


def alternation(words: Iterable[str]) -> str:
    """A pattern of the words, with any white space between their parts and either apostrophe; the longest that fits is found.

    Common beginnings are written once.
    """
    root = _Node()
    for word in words:
        node = root
        for sign in " ".join(word.replace("’", "'").split()):
            node = node.setdefault(sign, _Node())
        node.ends = True
    return _pattern(root)


def _pattern(node: _Node) -> str:
    branches = [_SIGNS.get(sign, re.escape(sign)) + _pattern(node[sign]) for sign in sorted(node)]
    if not branches:
        return ""
    if len(branches) == 1 and not node.ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if node.ends else ''}"


_SIGNS = {" ": r"\s+", "'": "['’]"}
