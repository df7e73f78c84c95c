"""The one spaCy pipeline of the process: its vocabulary, its tokenizer, and the model that this project trains."""

from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.util import load_model_from_path

import resume_parser.nlp.tokenizer  # noqa: F401  registers the tokenizer that the model's config names

MODEL = Path(__file__).parent / "model"
TEMPERATURE = "temperature"
"""Key of the model's meta data: how far its probabilities are flattened."""


@lru_cache(maxsize=1)
def get_pipeline() -> Language:
    return load_model_from_path(MODEL)
