"""Towns, provinces and countries with the countries they are in."""

import pytest

from resume_parser.vocabulary import are_in_one_country, countries_of, is_place
from resume_parser.vocabulary.files import DATA
from resume_parser.vocabulary.gazetteer import FILE, find_place


def test_every_line_of_the_file_is_found() -> None:
    for line in (DATA / FILE).read_text(encoding="utf-8").splitlines()[::97]:
        key, _, codes = line.partition("\t")
        place = find_place(key)
        assert place is not None, key
        assert " ".join(place.countries) == codes.rstrip("?")
        assert place.doubtful == codes.endswith("?")


@pytest.mark.parametrize("text", ["", "!", "Qwertz", "￿", "Zzz", "Acme Widgets"])
def test_what_is_no_place_is_not_found(text: str) -> None:
    assert find_place(text) is None


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Göppingen", ("DE",)),
        ("Itabirito", ("BR",)),
        ("Warszawa", ("PL",)),
        ("東京", ("JP",)),
        ("تونس", ("TN",)),
        ("Bavaria", ("DE",)),
        ("London, Ontario", ("CA", "US")),
        ("Birmingham, AL", ("US",)),
        ("Atlanta, Georgia", ("US",)),
        ("Reading, UK", ("GB",)),
        ("Halle, Deutschland", ("DE",)),
        ("garcia", ()),
        ("Garcia", ()),
        ("Skills", ()),
    ],
)
def test_the_countries_of_a_place(text: str, countries: tuple[str, ...]) -> None:
    assert countries_of(text) == countries


def test_the_largest_town_of_a_name_comes_first() -> None:
    assert countries_of("Paris")[0] == "FR"
    assert countries_of("Cambridge")[0] == "GB"


def test_a_name_that_is_also_a_word_is_a_place_only_beside_its_country() -> None:
    assert not is_place("Price")
    assert are_in_one_country(["Price", "Utah"])
    assert not are_in_one_country(["Price", "Portugal"])
    assert not is_place("itabirito")
