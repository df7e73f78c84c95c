"""What the language model tells apart."""

LABELS = ("TITLE", "COMPANY", "SCHOOL", "DEGREE", "FIELD", "LOCATION", "PERSON", "SKILL", "DATE", "OTHER")
"""OTHER: sentences and bullets, headings, grades, labels."""
