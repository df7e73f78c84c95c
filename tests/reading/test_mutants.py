"""Files changed at random end with a name for what is wrong with them: a short run of `make bench-hostile`."""

from benchmarks.hostile.__main__ import read_originals, run

MUTANTS = 80


def test_a_short_run() -> None:
    originals = read_originals()
    few = dict(list(originals.items())[:: max(1, len(originals) // 20)])
    trials, _ = run(few, MUTANTS, first=1_000_000, processes=2)
    assert {trial.name: trial.outcome for trial in trials if trial.outcome.startswith("FAULT")} == {}
