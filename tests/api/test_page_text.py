"""Values as a person reads them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from api import page_text
from models.candidate_models import WorkExperienceItem


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2021", "2021"),
        ("2021-02", "Feb 2021"),
        ("2021-02-14", "14 Feb 2021"),
        ("present", "present"),
        ("2021-13", "2021-13"),
        ("spring-2021", "spring-2021"),
    ],
)
def test_partial_dates_keep_their_precision(value: str, text: str) -> None:
    assert page_text.partial_date(value) == text


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ({"start_date": "2019-03", "end_date": "present"}, "Mar 2019 – present"),
        ({"end_date": "2015"}, "2015"),
        ({"start_date": None, "end_date": None}, ""),
        (WorkExperienceItem(company=None, job_title=None, start_date="2019", end_date=None), "2019"),
    ],
)
def test_period_of_records_and_models(entry: object, text: str) -> None:
    assert page_text.period(entry) == text


@pytest.mark.parametrize(
    ("byte_count", "text"),
    [(None, ""), (0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (123_456, "121 KB"), (10 * 1024**2, "10 MB")],
)
def test_file_sizes(byte_count: int | None, text: str) -> None:
    assert page_text.file_size(byte_count) == text


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mara Lindqvist", "ML"),
        ("Ana María de la Cruz", "AC"),
        ("Pelé", "P"),
        ("李 小龙", "李小"),
        ("", "?"),
        ("(Jo) Ray", "R"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert page_text.initials(name) == letters


@pytest.mark.parametrize(
    ("number", "text"), [("+442079460100", "+44 20 7946 0100"), ("ext. 12", "ext. 12"), ("12", "12")]
)
def test_phone_numbers_are_spaced_where_they_are_understood(number: str, text: str) -> None:
    assert page_text.phone(number) == text


def test_moments_are_told_in_utc() -> None:
    assert page_text.moment(datetime(2026, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=2)))) == "2 Jan 2026, 01:04 UTC"
    assert page_text.moment(datetime(2026, 11, 24, 12, 0, tzinfo=UTC)) == "24 Nov 2026, 12:00 UTC"


@pytest.mark.parametrize(
    ("url", "is_link"),
    [("https://www.linkedin.com/in/ada", True), ("javascript:alert(1)", False), ("linkedin.com/in/ada", False)],
)
def test_only_web_addresses_become_links(url: str, is_link: bool) -> None:
    assert page_text.is_web_link(url) is is_link


def test_finding_tells_its_message_before_its_code() -> None:
    assert page_text.finding_text({"code": "ocr_used", "message": "Two pages were scans."}) == "Two pages were scans."
    assert "scan" in page_text.finding_text({"code": "ocr_used", "message": None})
    assert page_text.finding_text({"code": "brand_new"}) == "Brand new"


def test_current_position_is_the_ongoing_one_or_the_first() -> None:
    past = WorkExperienceItem(company="Northwind", job_title="Clerk", start_date="2010", end_date="2012")
    ongoing = WorkExperienceItem(company=None, job_title="Director", start_date="2013", end_date="present")
    assert page_text.current_position([past, ongoing]) == "Director"
    assert page_text.current_position([past]) == "Clerk, Northwind"
    assert page_text.current_position([]) is None
