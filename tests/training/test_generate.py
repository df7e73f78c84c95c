from collections import Counter

from resume_parser.nlp import LABELS
from training.generate import write_segments
from training.pools import PARTS, part_of, pool

COUNT = 1500


def test_a_seed_gives_the_same_text() -> None:
    assert list(write_segments("train", 50, 1)) == list(write_segments("train", 50, 1))
    assert list(write_segments("train", 50, 1)) != list(write_segments("train", 50, 2))


def test_every_label_is_written() -> None:
    counts = Counter(label for _, label in write_segments("train", COUNT, 3))
    assert set(counts) == set(LABELS)
    assert min(counts.values()) > COUNT / 100


def test_no_template_is_left_unfilled() -> None:
    assert not [text for text, _ in write_segments("dev", COUNT, 4) if "{" in text or not text.strip()]


def test_parts_share_no_item() -> None:
    for name in ("titles", "names/surnames", "employers"):
        parts = [set(pool(name, part)) for part in PARTS]
        assert all(parts)
        assert not parts[0] & parts[1]
        assert not parts[0] & parts[2]
        assert not parts[1] & parts[2]


def test_case_does_not_move_an_item_to_another_part() -> None:
    assert part_of("Staff Nurse") == part_of("STAFF NURSE")
