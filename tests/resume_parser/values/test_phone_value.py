import pytest

from resume_parser.values import phone
from resume_parser.values.phone_spans import find_phones


@pytest.mark.parametrize(
    ("text", "regions", "e164"),
    [
        ("+1 (415) 555-0134", (), "+14155550134"),
        ("(415) 555-0134", ("US",), "+14155550134"),
        ("0803 123 4567", ("NG",), "+2348031234567"),
        ("030 1234567", ("DE",), "+49301234567"),
        ("0049 30 1234567", ("US",), "+49301234567"),
        ("+44 (0)20 7946 0018", (), "+442079460018"),
        ("06 12 34 56 78", ("FR",), "+33612345678"),
        ("98450 12345", ("IN",), "+919845012345"),
        ("07700 900123", ("GB", "IN"), "+447700900123"),
        ("419-555-0136 x12", ("US",), "+14195550136"),
    ],
)
def test_clean_gives_e164(text: str, regions: tuple[str, ...], e164: str) -> None:
    assert phone.clean(text, regions) == e164


@pytest.mark.parametrize("text", ["2015 - 2019", "03/04/2020", "12345", "01.2019 – 03.2020", "ISBN", "2019-2020"])
def test_dates_and_short_numbers_are_no_phones(text: str) -> None:
    assert find_phones(text) == []


def test_finds_each_number_as_written() -> None:
    found = find_phones("Tel: +1 415-555-0134 | Mobile (415) 555-0199")

    assert [span.written for span in found] == ["+1 415-555-0134", "(415) 555-0199"]
