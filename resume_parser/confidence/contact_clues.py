"""What speaks for and against a contact value and a name."""

from resume_parser.confidence.clues import Clues, clues_of_value
from resume_parser.confidence.document_clues import DocumentClues
from resume_parser.record import Field, ParsedResume
from resume_parser.values.email import find_emails
from resume_parser.vocabulary import has_company_cue, has_title_word, is_first_name, is_place, is_surname

_TOP = 6


def clues_of_contact(name: str, found: Field[str], parsed: ParsedResume, whole: DocumentClues) -> Clues:
    first = min(found.lines, default=0)
    clues = clues_of_value(found)
    clues |= {
        "not at the top": float(first > _TOP),
        "over lines": float(len(found.lines) > 1),
        "alone on its line": float(len(whole.document.lines[first].text) - len(found.value) < 3),
    }
    if name == "full_name":
        return clues | _of_name(found.value, parsed)
    if name == "email":
        others = {span.address for line in whole.document.lines if "@" in line.text for span in find_emails(line.text)}
        return clues | {"several": float(len(others) > 1)}
    if name == "phone_number":
        return clues | {"no country": float(parsed.phone_e164 is None)}
    return clues


def _of_name(value: str, parsed: ParsedResume) -> Clues:
    words = value.split()
    local = (parsed.email.value.partition("@")[0] if parsed.email else "").casefold()
    return {
        "known first name": float(any(is_first_name(word) for word in words)),
        "known surname": float(any(is_surname(word) for word in words)),
        "one word": float(len(words) == 1),
        "many words": float(len(words) > 4),
        "in the address": float(any(len(word) > 2 and word.casefold() in local for word in words)),
        "title word": float(has_title_word(value)),
        "place": float(is_place(value)),
        "company cue": float(has_company_cue(value)),
    }
