"""Short rules typed over the headings in a page's margin: the heading begins where its rule stands."""

from collections.abc import Sequence

from resume_parser.layout.fragment import ASCENT, DESCENT, Fragment

RULES = frozenset("ㅡ―—─━_")
"""The first is a letter of Korean, of which templates make rules."""
SAME_LEFT = 3.0
BELOW = 2.5
"""Sizes from a rule to the heading under it, at the most."""


def lift_headings(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments without such rules, each heading on its rule's baseline, which is that of the text beside it."""
    rules = [fragment for fragment in fragments if _is_rule(fragment)]
    dropped: set[int] = set()
    for rule in rules:
        heading = _heading_under(rule, fragments)
        if heading is not None:
            heading.baseline = rule.baseline
            heading.top = rule.baseline - ASCENT * heading.size
            heading.bottom = rule.baseline + DESCENT * heading.size
            dropped.add(id(rule))
    return [fragment for fragment in fragments if id(fragment) not in dropped] if dropped else fragments


def _is_rule(fragment: Fragment) -> bool:
    text = fragment.text.strip()
    return bool(text) and RULES.issuperset(text)


def _heading_under(rule: Fragment, fragments: Sequence[Fragment]) -> Fragment | None:
    under = (
        fragment
        for fragment in fragments
        if abs(fragment.x0 - rule.x0) <= SAME_LEFT
        and 0 < fragment.baseline - rule.baseline <= BELOW * max(rule.size, fragment.size)
        and (fragment.spans[0].bold or fragment.text.isupper())
    )
    return next(under, None)
