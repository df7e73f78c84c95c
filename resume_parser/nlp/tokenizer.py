"""Tokens of resume text: `B.Sc.`, `co-founder`, `C++`, `.NET`, `O'Brien` stay whole and carry what word lists say."""

import re
from collections.abc import Callable
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from resume_parser.nlp.lists import word_features

_TOKEN = re.compile(r"\.?[^\W_]+(?:[.'’&-]?[^\W_]+)*(?:\+{1,2}|#|(?<=\.\w)\.|(?<=\b[A-Za-z])\.)?|\d+|[^\s]")
_SPACES = re.compile(r"\s+")
_REMEMBERED = 32768


class ResumeTokenizer(DummyTokenizer):
    """Splits text into words and signs. Runs of white space count as one space. Has no state to save."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._features = lru_cache(maxsize=_REMEMBERED)(self._look_up)

    def __call__(self, text: str) -> Doc:
        text = _SPACES.sub(" ", text).strip()
        words: list[str] = []
        spaces: list[bool] = []
        end = -1
        for match in _TOKEN.finditer(text):
            if words:
                spaces.append(match.start() > end)
            words.append(match.group())
            end = match.end()
        if words:
            spaces.append(False)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        for token, (known, classes) in zip(doc, map(self._features, words), strict=True):
            token.lemma = known
            token.tag = classes
        return doc

    def _look_up(self, word: str) -> tuple[int, int]:
        """Ids of the word's features: setting an id is much quicker than setting a string."""
        known, classes = word_features(word)
        add = self.vocab.strings.add
        return add(known, allow_transient=False), add(classes, allow_transient=False)  # type: ignore[call-arg]


@registry.tokenizers("resume_tokenizer.v1")  # type: ignore[untyped-decorator]
def create_resume_tokenizer() -> Callable[[Language], ResumeTokenizer]:
    return _build


def _build(nlp: Language) -> ResumeTokenizer:
    return ResumeTokenizer(nlp.vocab)
