"""`python -m training`: writes the text, trains the model, and records its figures beside it."""

import argparse

from resume_parser.nlp.pipeline import MODEL
from training.evaluate import evaluate, print_figures, write_figures
from training.train import train


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--segments", type=int, default=50_000, help="labelled texts to train on")
    parser.add_argument("--test-segments", type=int, default=8_000, help="labelled texts to measure on")
    parser.add_argument("--seed", type=int, default=7, help="one seed gives one model")
    parser.add_argument("--evaluate-only", action="store_true", help="measure the model that is there")
    options = parser.parse_args()
    if not options.evaluate_only:
        train(options.segments, options.seed)
    figures = evaluate(options.test_segments, options.seed)
    write_figures(figures, MODEL / "figures.json")
    print_figures(figures)


if __name__ == "__main__":
    main()
