"""Skills named in running text."""

from functools import lru_cache

from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from resume_parser.nlp.pipeline import get_pipeline
from resume_parser.vocabulary import is_soft_skill, skill_names
from resume_parser.vocabulary.files import read_words

_SHORTEST = 3


def find_skills(text: str) -> dict[str, str]:
    """Skills that stand in the text, in order: the canonical name, and how the text first writes it.

    Names that are also common words (`Go`, `Excel` as verb), soft skills, and names of one or two letters are left
    out: in prose they seldom are the skill.
    """
    nlp = get_pipeline()
    matcher = _matcher()
    with nlp.memory_zone():
        doc = nlp.tokenizer(text)
        spans = sorted(filter_spans(matcher(doc, as_spans=True)), key=lambda span: span.start)
        found: dict[str, str] = {}
        for span in spans:
            found.setdefault(nlp.vocab.strings[span.label], span.text)
    return found


@lru_cache(maxsize=1)
def _matcher() -> PhraseMatcher:
    nlp = get_pipeline()
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    common = read_words("words/prose.txt")
    by_canonical: dict[str, list[str]] = {}
    for name, canonical in skill_names().items():
        if len(name) >= _SHORTEST and name.casefold() not in common and not is_soft_skill(canonical):
            by_canonical.setdefault(canonical, []).append(name)
    for canonical, names in by_canonical.items():
        matcher.add(canonical, [nlp.tokenizer(name) for name in names])
    return matcher
