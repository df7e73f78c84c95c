"""What the skills of a resume have in common: a list that is cut wrong is wrong throughout."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.confidence.clues import Clues
from resume_parser.confidence.edges import clues_of_edges
from resume_parser.document import Document
from resume_parser.record import Skill
from resume_parser.vocabulary import match_skill

_LONG = 5


@dataclass(frozen=True, slots=True)
class Skills:
    document: Document
    count: int
    known: frozenset[str]
    """Names that the vocabulary knows."""
    long: int
    """How many are of so many words that they hardly are one."""
    between: int
    """How many were cut between two words."""
    edges: dict[str, Clues]
    on_line: Counter[int]
    known_on_line: Counter[int]

    def clues_of(self, skill: Skill) -> Clues:
        name = skill.name.value
        others = max(1, self.count - 1)
        own = self.edges[name]
        line = skill.name.lines[0] if skill.name.lines else -1
        return {
            **own,
            "others known": (len(self.known) - (name in self.known)) / others,
            "others known on its line": (self.known_on_line[line] - (name in self.known))
            / max(1, self.on_line[line] - 1),
            "others long": (self.long - _is_long(name)) / others,
            "others between words": (self.between - (own["cut between words"] > 0)) / others,
            "few": float(self.count < 4),
        }


def read_skills(skills: Sequence[Skill], document: Document) -> Skills:
    names = [skill.name.value for skill in skills]
    known = frozenset(name for name in names if match_skill(name) is not None)
    edges = {
        skill.name.value: clues_of_edges(skill.name.value, [document.lines[line].text for line in skill.name.lines])
        for skill in skills
    }
    on_line = Counter(line for skill in skills for line in skill.name.lines[:1])
    known_on_line = Counter(line for skill in skills if skill.name.value in known for line in skill.name.lines[:1])
    between = sum(one["cut between words"] > 0 for one in edges.values())
    return Skills(document, len(skills), known, sum(map(_is_long, names)), between, edges, on_line, known_on_line)


def _is_long(name: str) -> bool:
    return len(name.split()) >= _LONG
