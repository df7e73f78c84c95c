"""Writes the corpus, trains by `config.cfg`, and leaves the model where the parser loads it."""

import shutil
import tempfile
from pathlib import Path

from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_training
from spacy.util import load_config

import resume_parser.nlp.tokenizer  # noqa: F401  registers the tokenizer that the config names
from resume_parser.nlp.pipeline import MODEL, TEMPERATURE
from training.corpus import write_corpus
from training.temperature import fit_temperature

CONFIG = Path(__file__).parent / "config.cfg"


def train(segments: int, seed: int, model: Path = MODEL) -> None:
    """Trains on `segments` generated texts. One seed gives one model on one machine."""
    with tempfile.TemporaryDirectory() as folder:
        nlp, _ = run_training(_initialize(Path(folder), segments, seed))
    nlp.meta[TEMPERATURE] = fit_temperature(nlp, segments // _DEV_SHARE, seed)
    _save(nlp, model)


def _save(nlp: Language, model: Path) -> None:
    """Without the strings of the training text: the model knows words by their hashes, and the lists name the rest."""
    shutil.rmtree(model, ignore_errors=True)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta.update(name="segments", description="What a short piece of a resume entry is", version="1.0.0")
    nlp.to_disk(model, exclude=["vocab"])


def _initialize(folder: Path, segments: int, seed: int) -> Language:
    paths = {"paths.train": str(folder / "train.spacy"), "paths.dev": str(folder / "dev.spacy")}
    write_corpus(folder / "train.spacy", "train", segments, seed)
    write_corpus(folder / "dev.spacy", "dev", segments // _DEV_SHARE, seed)
    return init_nlp(load_config(CONFIG, overrides={**paths, "system.seed": seed}))


_DEV_SHARE = 20
