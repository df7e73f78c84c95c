"""The marks that begin an item of a list."""

import re

ENUMERATOR = r"\(?\d{1,2}[.)]\s|\d{1,2}\.\d{1,2}[.)]?\s+(?=[A-ZÀ-Þ])|\(?(?:[ivx]{1,4}|[IVX]{1,4}|[a-k]|[A-K])\)\s"
"""`1.`, `2)`, `3.1`, `(a)`, `iv)`"""
BULLET = re.compile(rf"^\s*(?:[•▪◦‣*·●○■□➢➤✓✔»❖⁃∙]\ufe0e?|[-–—](?=\s)|{ENUMERATOR})\s*")
