import pytest

from benchmarks.accuracy.scoring import compare


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Hartwell Pryce LLP", ["Hartwell Pryce LLP"], True),
        ("HARTWELL  PRYCE LLP,", ["Hartwell Pryce LLP"], True),
        ("Hartwell Pryce LLP, Leeds", ["Hartwell Pryce LLP"], False),
        ("BSc Physics", ["Bachelor of Science in Physics", "BSc, Physics"], True),
        ("BSc", ["BSc, Physics"], False),
    ],
)
def test_text_counts_at_high_similarity(found: str, wanted: list[str], same: bool) -> None:
    assert compare.same_text(found, wanted) is same


@pytest.mark.parametrize(
    ("found", "same"),
    [("+442071838750", True), ("020 7183 8750", True), ("7183 8750", True), ("8750", False), ("020 7183 8751", False)],
)
def test_phone_counts_by_its_digits(found: str, same: bool) -> None:
    assert compare.same_phone(found, "+442071838750") is same


def test_profile_counts_by_its_slug() -> None:
    assert compare.same_profile("https://www.linkedin.com/in/Ana-Silva/", "ana-silva")
    assert compare.same_profile("https://linkedin.com/in/ana-silva", "linkedin.com/in/Ana-Silva")
    assert not compare.same_profile("https://www.linkedin.com/in/ana-silva-2", "ana-silva")


def test_name_counts_whole_only() -> None:
    assert compare.same_name("ANA  DE SOUSA", "Ana de Sousa")
    assert not compare.same_name("Ana Sousa", "Ana de Sousa")


def test_date_of_the_right_year_helps_alignment_only() -> None:
    assert compare.date_similarity("2019-03", ["2019-03"]) == 1.0
    assert compare.date_similarity("2019", ["2019-03"]) == compare.SAME_YEAR
    assert compare.date_similarity("2018", ["2019-03"]) == 0.0
