import random

import phonenumbers
import pytest

from benchmarks.accuracy.documents import plan
from benchmarks.accuracy.people.draw import draw_person
from benchmarks.accuracy.people.person import Month, Person, Split
from benchmarks.accuracy.templates import BY_NAME, TEMPLATES
from benchmarks.accuracy.writing.dates import STYLES, DateWriter


def people(split: Split) -> list[Person]:
    return [draw_person(split, order.number) for order in plan() if BY_NAME[order.template].split == split]


def test_set_is_as_large_and_varied_as_promised() -> None:
    assert len(plan()) >= 150
    assert len(TEMPLATES) >= 32
    assert len({order.name for order in plan()}) == len(plan())


def test_splits_share_no_person_employer_title_or_school() -> None:
    def words(split: Split) -> set[str]:
        return {
            text
            for person in people(split)
            for text in (
                person.full_name,
                *(job.company for job in person.jobs),
                *(job.title for job in person.jobs),
                *(degree.institution for degree in person.degrees),
            )
        }

    assert not words("tune") & words("held_out")


def test_careers_run_backwards_without_going_into_the_future() -> None:
    for person in [*people("tune"), *people("held_out")]:
        starts = [job.start.count for job in person.jobs]
        assert starts == sorted(starts, reverse=True)
        assert all(job.end is None or job.start.count < job.end.count for job in person.jobs)
        assert phonenumbers.is_possible_number(phonenumbers.parse(person.phone_e164))


def test_a_person_is_the_same_each_time() -> None:
    assert draw_person("tune", 7) == draw_person("tune", 7)


@pytest.mark.parametrize("style", STYLES)
def test_written_dates_say_what_the_truth_says(style: str) -> None:
    writer = DateWriter(style, " – ", "Present", "")
    text, known = writer.point(Month(2018, 7), random.Random(1))
    assert known[0].startswith("2018")
    assert "18" in text
    assert len(known[0].split("-")) == {"year": 1, "season": 1, "month": 2, "day": 3}[STYLES[style].precision]
