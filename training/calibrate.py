"""Fits the parser's confidence table on the tuned part of the accuracy benchmark's gallery: `python -m training.calibrate`.

The gallery, not the generated set: its documents are as hard as those that nobody tuned to.
"""

import json
from collections import defaultdict

from benchmarks.accuracy.evaluate import TODAY
from benchmarks.accuracy.gallery import load_gallery
from benchmarks.accuracy.scoring.prediction import predict
from benchmarks.accuracy.scoring.score import compare_document
from resume_parser import read_document
from resume_parser.confidence import TABLE, fit
from resume_parser.parse import parse_raw


def main() -> None:
    outcomes: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for labelled in load_gallery("gallery_tune"):
        parsed = parse_raw(read_document(labelled.path.read_bytes()), TODAY)
        for outcome in compare_document(predict(parsed), labelled.truth):
            if outcome.found is not None:
                outcomes[outcome.field].append((outcome.confidence, outcome.right))
    table = {name: fit(values) for name, values in sorted(outcomes.items())}
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"{sum(map(len, outcomes.values()))} values, {len(table)} fields: {TABLE.name}")


if __name__ == "__main__":
    main()
