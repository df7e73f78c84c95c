"""A step over a batch: several at once where that is asked for, always in the batch's order."""

import threading
from datetime import date

import pytest

from db.leases import ClaimedResume
from services import one_by_one, verdicts
from services.batch import Batch, Item
from services.one_by_one import OnWait, do_one_by_one
from services.verdicts import Verdict


def batch_of(count: int) -> Batch:
    claimed = (ClaimedResume(number, 1, "path", "hash", None, None, None) for number in range(count))
    return Batch(date(2026, 1, 1), map(Item, claimed))


def test_two_at_once_end_in_order(database_url: str) -> None:
    together = threading.Barrier(2)

    def step(item: Item, _on_wait: OnWait) -> Item | Verdict:
        together.wait(20)
        return verdicts.FILE_MISSING if item.id == 1 else item

    done = do_one_by_one(batch_of(4), "extract", step, lambda _text: None, at_once=2)
    assert [item.id for item in done.items] == [0, 2, 3]
    assert [outcome.resume_id for outcome in done.outcomes] == [1]
    assert set(done.milliseconds) == {0, 1, 2, 3}


def test_a_long_step_says_that_it_lives_even_within_one_resume(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_by_one, "SIGN_SECONDS", -1.0)
    said: list[str] = []

    def step(item: Item, on_wait: OnWait) -> Item | Verdict:
        on_wait()
        return item

    do_one_by_one(batch_of(2), "extract", step, said.append)
    assert said == [f"extract: {done} of 2 done" for done in (0, 1, 1, 2)]
