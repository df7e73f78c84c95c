"""Resumes written one by one, each in a layout of its own, without sight of the parser."""

import json
from pathlib import Path
from typing import get_args

from benchmarks.accuracy.documents import GallerySplit, Labelled

HERE = Path(__file__).parent
TRUTH = ".truth.json"


def load_gallery(split: GallerySplit) -> list[Labelled]:
    """The documents of one part, by name."""
    folder = HERE / split.removeprefix("gallery_")
    return [_load(split, path) for path in sorted(folder.glob(f"*{TRUTH}"))]


def _load(split: GallerySplit, truth: Path) -> Labelled:
    name = truth.name.removesuffix(TRUTH)
    document = next(path for path in truth.parent.glob(f"{name}.*") if path != truth)
    return Labelled(name, name, split, document, json.loads(truth.read_text(encoding="utf-8")))


GALLERY_SPLITS: tuple[GallerySplit, ...] = get_args(GallerySplit)
