"""Where a page's links lead, put to the text that they lie on."""

import math
import re
from collections.abc import Sequence
from typing import Any

from resume_parser.layout.clean import clean_characters
from resume_parser.layout.fragment import Fragment

MAX_LINKS = 300
MAX_LENGTH = 500
NEAR = 40.0
"""Points from an icon's link to the text that it goes to."""
_PERSONAL = re.compile(r"^(?:mailto|tel):|linkedin\.com/(?:in|pub)/", re.IGNORECASE)
"""Kept wherever they lie: over a picture or a row of icons far from all text."""


def attach_links(page: Any, fragments: Sequence[Fragment]) -> None:
    """Adds each link target to the fragment under it, or to the nearest one where only an icon is."""
    link = page.first_link
    for _ in range(MAX_LINKS):
        if link is None:
            return
        target = clean_target(link.uri) if link.is_external else None
        limit = math.inf if target and _PERSONAL.search(target) else NEAR
        fragment = _nearest(link.rect, fragments, limit) if target else None
        if target and fragment is not None and target not in fragment.links:
            fragment.links.append(target)
        link = link.next


def clean_target(uri: str | None) -> str | None:
    """The target as it may be kept; None when it is no web, mail or phone address."""
    target = clean_characters(uri or "").strip()[:MAX_LENGTH]
    scheme = target.partition(":")[0].lower()
    return target if scheme in ("http", "https", "mailto", "tel") else None


def _nearest(rect: Any, fragments: Sequence[Fragment], limit: float) -> Fragment | None:
    best, least = None, limit
    middle = (rect.y0 + rect.y1) / 2
    for fragment in fragments:
        aside = max(fragment.x0 - rect.x1, rect.x0 - fragment.x1, 0.0)
        above = max(fragment.top - middle, middle - fragment.bottom, 0.0)
        # Text in the row of an icon is more likely its own than the row above or below.
        distance = aside + 3 * above
        if distance < least:
            best, least = fragment, distance
        if not distance:
            break
    return best
