"""Short forms whose full stop ends no sentence, in the languages of resumes."""

import re

from resume_parser.vocabulary.files import read_words

ABBREVIATIONS = read_words("words/abbreviations.txt")
"""In folded case, without the full stop."""
SENTENCE_STOP = r"(?=\.\s)" + "".join(rf"(?<!\b(?i:{re.escape(word)}))" for word in sorted(ABBREVIATIONS)) + r"\.\s+"
"""A pattern of the full stop that ends a sentence, and the white space behind it."""
