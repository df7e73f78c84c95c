import pytest

from resume_parser.vocabulary import degree_level, find_degree, has_school_cue, is_degree, is_field_of_study


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("BSc (Hons) Computer Science", "bachelor"),
        ("B.Tech. in Civil Engineering", "bachelor"),
        ("MBBS", "bachelor"),
        ("Bacharelado em Direito", "bachelor"),
        ("LL.M., Tax", "master"),
        ("Master’s degree in Nursing", "master"),
        ("Ph.D. candidate", "doctorate"),
        ("Juris Doctor", "doctorate"),
        ("HND Business Studies", "vocational"),
        ("NVQ Level 3", "vocational"),
        ("Associate of Applied Science", "associate"),
        ("High School Diploma", "secondary"),
        ("A-Levels: Maths, Physics", "secondary"),
        ("Abitur", "secondary"),
        ("WASSCE", "secondary"),
    ],
)
def test_level_of_a_degree(text: str, level: str) -> None:
    assert degree_level(text) == level


@pytest.mark.parametrize("text", ["Worked as a nurse", "Be the best", "mastering Excel", "", "Acme & BA.com"])
def test_words_like_degrees_are_none(text: str) -> None:
    assert degree_level(text) is None


def test_the_longest_name_at_the_place_is_found() -> None:
    text = "Gained a Bachelor of Science in Nursing, Leeds"
    found = find_degree(text)
    assert found is not None
    start, end, level = found
    assert text[start:end] == "Bachelor of Science in Nursing"
    assert level == "bachelor"


def test_whole_texts() -> None:
    assert is_degree("b.sc")
    assert not is_degree("BSc Physics")
    assert is_field_of_study("Electrical & Electronics Engineering")
    assert not is_field_of_study("Acme")


@pytest.mark.parametrize(
    "text",
    [
        "University of Leeds",
        "Lycée Voltaire",
        "IIT Kanpur",
        "Faculdade de Direito",
        "Oakdale Sixth Form",
        "Fachhochschule Kiel",
    ],
)
def test_schools(text: str) -> None:
    assert has_school_cue(text)


def test_no_school() -> None:
    assert not has_school_cue("Mercy Hospital")
