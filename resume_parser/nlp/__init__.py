"""The language work on one spaCy pipeline a process: tokens, the trained segment classifier, the skills matcher."""

import resume_parser.nlp.quick_import  # noqa: F401  before the first import of spaCy
from resume_parser.nlp.labels import LABELS
from resume_parser.nlp.pipeline import get_pipeline
from resume_parser.nlp.segments import score_segments
from resume_parser.nlp.skill_matcher import find_skills

__all__ = ["LABELS", "find_skills", "get_pipeline", "load", "score_segments"]


def load() -> None:
    """Reads the model and the word lists; does nothing the second time."""
    score_segments(["Staff Nurse"])
