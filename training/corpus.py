"""The generated segments as the binary files that spaCy trains from."""

from pathlib import Path

import spacy
from spacy.tokens import DocBin

from resume_parser.nlp.labels import LABELS
from resume_parser.nlp.tokenizer import ResumeTokenizer
from training.generate import write_segments


def write_corpus(path: Path, part: str, count: int, seed: int) -> None:
    nlp = spacy.blank("xx")
    tokenize = ResumeTokenizer(nlp.vocab)
    docs = DocBin()
    for text, label in write_segments(part, count, seed):
        doc = tokenize(text)
        doc.cats = {each: float(each == label) for each in LABELS}
        docs.add(doc)
    docs.to_disk(path)
