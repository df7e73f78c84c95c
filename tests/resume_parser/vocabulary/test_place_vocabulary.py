import pytest

from resume_parser.vocabulary import (
    country_code,
    is_place,
    is_us_state,
    looks_like_location,
    split_trailing_location,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Germany", "DE"), ("deutschland", "DE"), ("U.K.", "GB"), ("Côte d’Ivoire", "CI"), ("Brasil", "BR")],
)
def test_countries(name: str, code: str) -> None:
    assert country_code(name) == code


def test_a_postal_code_of_a_state_counts_only_in_capitals() -> None:
    assert is_us_state("OR")
    assert not is_us_state("or")
    assert is_us_state("oregon")


@pytest.mark.parametrize("text", ["São Paulo", "sao paulo", "Köln", "Lagos", "Ile-Ife", "Bavaria", "TX", "(Nairobi)"])
def test_places(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["Acme", "me", "Nurse", "Python"])
def test_no_places(text: str) -> None:
    assert not is_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "Porto, Portugal",
        "Boston, MA 02115",
        "Springfield, Illinois, USA",
        "12 High Street, Leeds",
        "Kyoto, Japan",
        "Anytown, OH",
        "Springfield, OH 44501 United States",
    ],
)
def test_a_location_scores_high(text: str) -> None:
    assert looks_like_location(text) >= 0.9


@pytest.mark.parametrize(
    "text",
    ["Acme Ltd, London", "Staff Nurse, Leeds", "Mercy Hospital, Boston, MA", "Led a team in Paris", "", "Python, Java"],
)
def test_what_is_more_than_a_location_scores_nothing(text: str) -> None:
    assert looks_like_location(text) == 0.0


@pytest.mark.parametrize(
    ("text", "rest", "location"),
    [
        ("Mercy Hospital, Boston, MA", "Mercy Hospital", "Boston, MA"),
        ("Acme, Inc., Austin, TX 78701", "Acme, Inc.", "Austin, TX 78701"),
        ("Okafor, Lawal & Co., Lagos, Nigeria", "Okafor, Lawal & Co.", "Lagos, Nigeria"),
        ("Lagos", "Lagos", None),
        ("Science, Technology", "Science, Technology", None),
    ],
)
def test_a_location_at_the_end_is_split_off(text: str, rest: str, location: str | None) -> None:
    assert split_trailing_location(text) == (rest, location)
