"""Figures of the trained model on the test part: words that neither training nor the choice of the model has seen."""

import json
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from resume_parser.nlp import LABELS, score_segments
from training.generate import write_segments

_TIMED_SEGMENTS = 100
_TIMED_RUNS = 30
_BINS = 10


@dataclass(frozen=True)
class LabelFigures:
    precision: float
    recall: float
    f1: float
    segments: int


@dataclass(frozen=True)
class Figures:
    labels: dict[str, LabelFigures]
    macro_f1: float
    accuracy: float
    calibration_error: float
    """Expected calibration error of the likeliest label, over ten bins."""
    confusions: list[tuple[str, str, int]]
    """The commonest (true, given, count)."""
    milliseconds_per_100: float
    """Least processor time to score 100 segments, on the machine that trained."""


def evaluate(segments: int, seed: int) -> Figures:
    pairs = list(write_segments("test", segments, seed))
    scores = score_segments([text for text, _ in pairs])
    truth = [label for _, label in pairs]
    given = [max(score, key=score.__getitem__) for score in scores]
    labels = {label: _label_figures(label, truth, given) for label in LABELS}
    wrong = Counter((true, other) for true, other in zip(truth, given, strict=True) if true != other)
    return Figures(
        labels=labels,
        macro_f1=round(statistics.fmean(figures.f1 for figures in labels.values()), 4),
        accuracy=round(sum(true == other for true, other in zip(truth, given, strict=True)) / len(pairs), 4),
        calibration_error=_calibration_error(truth, given, [max(score.values()) for score in scores]),
        confusions=[(true, other, count) for (true, other), count in wrong.most_common(12)],
        milliseconds_per_100=_time([text for text, _ in pairs[:_TIMED_SEGMENTS]]),
    )


def write_figures(figures: Figures, path: Path) -> None:
    path.write_text(json.dumps(asdict(figures), indent=2) + "\n", encoding="utf-8")


def print_figures(figures: Figures) -> None:
    print(f"{'label':10}{'P':>8}{'R':>8}{'F1':>8}{'n':>8}")
    for label, each in figures.labels.items():
        print(f"{label:10}{each.precision:8.3f}{each.recall:8.3f}{each.f1:8.3f}{each.segments:8}")
    print(f"macro F1 {figures.macro_f1}  accuracy {figures.accuracy}  calibration error {figures.calibration_error}")
    print(f"{figures.milliseconds_per_100} ms of processor time for {_TIMED_SEGMENTS} segments")


def _label_figures(label: str, truth: Sequence[str], given: Sequence[str]) -> LabelFigures:
    right = sum(true == other == label for true, other in zip(truth, given, strict=True))
    precision = right / max(1, given.count(label))
    recall = right / max(1, truth.count(label))
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return LabelFigures(round(precision, 4), round(recall, 4), round(f1, 4), truth.count(label))


def _calibration_error(truth: Sequence[str], given: Sequence[str], confidence: Sequence[float]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for true, other, sure in zip(truth, given, confidence, strict=True):
        bins.setdefault(min(_BINS - 1, int(sure * _BINS)), []).append((sure, true == other))
    gaps = (
        len(rows) * abs(statistics.fmean(sure for sure, _ in rows) - statistics.fmean(right for _, right in rows))
        for rows in bins.values()
    )
    return round(sum(gaps) / len(truth), 4)


def _time(segments: list[str]) -> float:
    runs = []
    for _ in range(_TIMED_RUNS):
        begin = time.process_time()
        score_segments(segments)
        runs.append(time.process_time() - begin)
    return round(min(runs) * 1000, 2)
