import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resume_parser.nlp import LABELS, score_segments


@pytest.mark.parametrize(
    ("segment", "label"),
    [
        ("Senior Staff Nurse", "TITLE"),
        ("Kitchen Porter", "TITLE"),
        ("Head of Growth", "TITLE"),
        ("Harrow & Finch LLP", "COMPANY"),
        ("Mercy Hospital", "COMPANY"),
        ("Zentara Biosystems Ltd", "COMPANY"),
        ("University of Wexmoor", "SCHOOL"),
        ("Lycée Voltaire", "SCHOOL"),
        ("BSc Physics", "DEGREE"),
        ("Bachelor of Arts, History", "DEGREE"),
        ("Mechanical Engineering", "FIELD"),
        ("Porto, Portugal", "LOCATION"),
        ("BOSTON, MA", "LOCATION"),
        ("Amina Yusuf", "PERSON"),
        ("Jan 2019 – Present", "DATE"),
        ("Led a team of five engineers.", "OTHER"),
        ("GPA 3.8", "OTHER"),
    ],
)
def test_plain_cases(segment: str, label: str) -> None:
    (scores,) = score_segments([segment])
    assert max(scores, key=scores.__getitem__) == label


def test_order_and_repeats_are_kept() -> None:
    first, second, third = score_segments(["Staff Nurse", "Porto, Portugal", "Staff Nurse"])
    assert first == third != second


def test_nothing_to_see_is_other() -> None:
    assert score_segments([]) == []
    assert [scores["OTHER"] for scores in score_segments(["", "  ", "—", "Nurse"])][:3] == [1.0, 1.0, 1.0]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_text_has_probabilities(segments: list[str]) -> None:
    found = score_segments(segments)
    assert len(found) == len(segments)
    for scores in found:
        assert set(scores) == set(LABELS)
        assert sum(scores.values()) == pytest.approx(1.0, abs=1e-4)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["Staff Nurse", "Acme", "Led a team of five", "Rua Augusta 5, Lisboa"]), min_size=1))
def test_company_in_the_batch_changes_nothing(segments: list[str]) -> None:
    (alone,) = score_segments([segments[0]])
    assert score_segments(segments)[0] == pytest.approx(alone, abs=1e-4)
