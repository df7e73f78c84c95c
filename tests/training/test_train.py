from pathlib import Path

import pytest
from spacy.util import load_model_from_path

from resume_parser.nlp import LABELS
from resume_parser.nlp.segments import flatten, predict
from training.evaluate import evaluate
from training.train import train


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("training") / "model"
    train(400, 1, path)
    return path


def test_a_trained_model_loads_and_knows_the_labels(model: Path) -> None:
    labels, rows = predict(load_model_from_path(model), ["Staff Nurse", "Jan 2019 - May 2020"])
    assert set(labels) == set(LABELS)
    assert rows.shape == (2, len(LABELS))


def test_a_model_names_no_path_of_the_machine_that_trained_it(model: Path) -> None:
    assert str(model.parents[1]) not in "".join(path.read_text() for path in model.glob("*.*") if path.suffix != ".bin")


def test_one_seed_gives_one_model(model: Path, tmp_path: Path) -> None:
    train(400, 1, tmp_path / "again")
    first, second = (load_model_from_path(path) for path in (model, tmp_path / "again"))
    texts = ["Staff Nurse", "Acme Ltd", "Porto, Portugal"]
    assert (predict(first, texts)[1] == predict(second, texts)[1]).all()


def test_flattening_keeps_order_and_sum() -> None:
    import numpy as np

    rows = np.array([[0.9, 0.08, 0.02]], dtype=np.float32)
    flat = flatten(rows, 2.0)
    assert flat[0][0] < 0.9
    assert flat.sum() == pytest.approx(1.0)
    assert (flat.argsort() == rows.argsort()).all()


def test_the_shipped_model_does_well_on_words_it_has_not_seen() -> None:
    figures = evaluate(1500, 99)
    assert figures.macro_f1 > 0.88
    assert all(each.f1 > 0.75 for each in figures.labels.values())
    assert figures.calibration_error < 0.06
