"""How often somebody has done something lately."""

from services import counts
from services.counts import RecentCounts


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_after_so_many_there_is_a_wait_until_the_first_is_old() -> None:
    clock = Clock()
    recent = RecentCounts(2, 60, clock)
    recent.note("a")
    clock.now += 10
    recent.note("a")
    assert recent.wait_for("a") == 50
    assert recent.wait_for("b") == 0
    clock.now += 50
    assert recent.wait_for("a") == 0


def test_many_at_once_count_and_are_forgotten() -> None:
    recent = RecentCounts(3, 60, Clock())
    recent.note("a", 1000)
    assert recent.wait_for("a") == 60
    recent.forget("a")
    assert recent.wait_for("a") == 0


def test_taking_counts_at_once_and_can_be_given_back() -> None:
    recent = RecentCounts(1, 60, Clock())
    assert recent.take("a") == 0
    assert recent.take("a") == 60
    recent.give_back("a")
    assert recent.take("a") == 0


def test_zero_sets_no_bound() -> None:
    recent = RecentCounts(0, 60, Clock())
    recent.note("a", 5)
    assert recent.wait_for("a") == 0


def test_memory_is_bounded() -> None:
    recent = RecentCounts(1, 60, Clock())
    for number in range(counts.MOST_SUBJECTS + 5):
        recent.note(str(number))
    assert len(recent._acts) == counts.MOST_SUBJECTS
    assert recent.wait_for(str(counts.MOST_SUBJECTS)) > 0
