"""What speaks for and against a skill."""

from resume_parser.confidence.clues import Clues, clues_of_value, letters
from resume_parser.confidence.document_clues import DocumentClues
from resume_parser.record import Skill
from resume_parser.vocabulary import has_company_cue, has_degree_word, is_place, match_language

_LONG = 5
"""Words."""
_LISTED = 0.7
_MANY = 8
"""Items on a line of a list."""


def clues_of_skill(skill: Skill, whole: DocumentClues) -> Clues:
    value = skill.name.value
    words = value.split()
    uses = [whole.uses[line] for line in skill.name.lines]
    edges = whole.skills.clues_of(skill)
    return {
        **clues_of_value(skill.name),
        "known": float(value in whole.skills.known),
        **edges,
        "one letter": float(letters(value) == 1),
        "bracketed": float(value[:1] in "([" or value[-1:] == ":"),
        "told": float(skill.name.confidence < _LISTED),
        "known between words": float(value in whole.skills.known) * edges["cut between words"],
        "long": float(len(words) >= _LONG),
        "very long": float(len(words) > 2 * _LONG),
        "lower inside": sum(word[:1].islower() for word in words[1:]) / max(1, len(words)),
        "many on its line": float(max(uses, default=0) > _MANY),
        "alone on its line": float(max(uses, default=0) == 1),
        "colon": float(":" in value),
        "place": float(is_place(value)),
        "language": float(match_language(value) is not None),
        "company cue": float(has_company_cue(value)),
        "degree word": float(has_degree_word(value)),
    }
