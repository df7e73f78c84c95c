"""Dates: every way of writing them that resumes use, and none that only looks like one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_parser.values import dates

PERIODS = [
    ("Jan 2019 – Mar 2021", "2019-01", "2021-03"),
    ("January 2019 to March 2021", "2019-01", "2021-03"),
    ("Jan, 2019 - till date", "2019-01", "present"),
    ("Sept. 2018 – Aug. 2019 (1 yr)", "2018-09", "2019-08"),
    ("05/2019 – 06/2020", "2019-05", "2020-06"),
    ("2019/05 - 2020/06", "2019-05", "2020-06"),
    ("08.2019 – 09.2021", "2019-08", "2021-09"),
    ("2019-05-01 – 2020-06-30", "2019-05-01", "2020-06-30"),
    ("12.03.2019 - 14.04.2020", "2019-03-12", "2020-04-14"),
    ("1st March 2019 – 2nd April 2020", "2019-03-01", "2020-04-02"),
    ("2010–12", "2010", "2012"),
    ("2015-17", "2015", "2017"),
    ("1998–2001", "1998", "2001"),
    ("'19 – '21", "2019", "2021"),
    ("Jan '19 - Mar '21", "2019-01", "2021-03"),
    ("Jan-19 to Feb-20", "2019-01", "2020-02"),
    ("05/19 - 06/21", "2019-05", "2021-06"),
    ("9-22 to present", "2022-09", "present"),
    ("3-19 to 11-22", "2019-03", "2022-11"),
    ("Jan – Mar 2019", "2019-01", "2019-03"),
    ("Nov – Feb 2019", "2018-11", "2019-02"),
    ("07–09.2006", "2006-07", "2006-09"),
    ("02-08/2011", "2011-02", "2011-08"),
    ("10.-12.2014", "2014-10", "2014-12"),
    ("09/2016 > 02/2021", "2016-09", "2021-02"),
    ("2008 => 2010", "2008", "2010"),
    ("20170601 – 20230930", "2017-06-01", "2023-09-30"),
    ("20231016 – PRESENT", "2023-10-16", "present"),
    ("201706-202309", "2017-06", "2023-09"),
    ("since 2015", "2015", "present"),
    ("2015 to date", "2015", "present"),
    ("Oct 2018 – Ongoing", "2018-10", "present"),
    ("July 2016 — current", "2016-07", "present"),
    ("2019 –", "2019", "present"),
    ("From: 01/2012 To: 07/2016", "2012-01", "2016-07"),
    ("März 2018 – heute", "2018-03", "present"),
    ("janvier 2019 à mars 2020", "2019-01", "2020-03"),
    ("enero de 2019 - actualidad", "2019-01", "present"),
    ("fev. 2019 – atual", "2019-02", "present"),
    ("2014年4月 – 2018年3月", "2014-04", "2018-03"),
    ("2018\t2020", "2018", "2020"),
    ("Jan 2020 – Present · 2 yrs 3 mos", "2020-01", "present"),
    ("Summer 2018 – Fall 2019", "2018", "2019"),
    ("2010 - 02/2013", "2010", "2013-02"),
]


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_reads_a_period(text: str, start: str, end: str) -> None:
    (span,) = dates.find_dates(text)

    assert (str(span.start), str(span.end)) == (start, end)
    assert not text[span.stop :].strip()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019", "2019"),
        ("May 2020", "2020-05"),
        ("Class of 2019", "2019"),
        ("Expected May 2025", "2025-05"),
        ("May 2025 (expected)", "2025-05"),
        ("Graduated in 2019", "2019"),
        ("Mar. 3, 2019", "2019-03-03"),
        ("2019-05", "2019-05"),
        ("2010-12", "2010-12"),
        ("Summer 2018", "2018"),
        ("Winter 2018/19", "2018"),
        ("Q3 2020", "2020"),
    ],
)
def test_reads_a_single_date(text: str, value: str) -> None:
    (span,) = dates.find_dates(text)

    assert span.single
    assert str(span.end) == value


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Summers 2004", None, "2004"),
        ("Winters 2004", None, "2004"),
        ("Grad. May 2011", None, "2011-05"),
        ("concluído em dez/2006", None, "2006-12"),
        ("conseguito nel 2001", None, "2001"),
        ("abgeschlossen im Juli 2013", None, "2013-07"),
        ("Inclusive dates: May 2015 – June 2016", "2015-05", "2016-06"),
    ],
)
def test_words_that_speak_of_the_date_alone_are_part_of_it(text: str, start: str | None, end: str) -> None:
    (span,) = dates.find_dates(text)

    assert (span.begin, span.stop) == (0, len(text))
    assert (span.start and str(span.start), str(span.end)) == (start, end)


@pytest.mark.parametrize("dash", ["–", " –"])
def test_a_period_left_open_before_a_tab_ends_there(dash: str) -> None:
    text = f"2018{dash}\tBoston"
    (span,) = dates.find_dates(text)

    assert (str(span.start), str(span.end), span.open_ended) == ("2018", "present", True)
    assert text[span.stop :] == "\tBoston"


@pytest.mark.parametrize(
    "text", ["Grade 12", "24/7 support", "served 1,950 guests", "$2019", "MX2000", "room 2019b", "5%"]
)
def test_leaves_other_numbers_alone(text: str) -> None:
    assert dates.find_dates(text) == ()


def test_day_first_is_told_by_the_document() -> None:
    assert str(dates.find_dates("03/04/2020")[0].end) == "2020-03-04"
    assert str(dates.find_dates("03/04/2020", day_first=True)[0].end) == "2020-04-03"
    assert dates.writes_day_first(["from 25/03/2020 on"], "en")
    assert not dates.writes_day_first(["03/04/2020"], "en")
    assert dates.writes_day_first(["03/04/2020"], "nl")
    assert not dates.writes_day_first(["03/25/2020"], "fr")


def test_expected_graduation_is_marked() -> None:
    assert dates.find_dates("Expected graduation: June 2026")[0].expected
    assert not dates.find_dates("June 2016")[0].expected


def test_clean_takes_a_whole_date_only() -> None:
    assert dates.clean("(May 2020)") == "2020-05"
    assert dates.clean("May 2020 at the latest") is None
    assert dates.clean("2019 – 2020") is None
    assert dates.clean("tomorrow") is None


@given(st.text(max_size=60))
def test_any_text_gives_sound_spans(text: str) -> None:
    before = 0
    for span in dates.find_dates(text):
        assert before <= span.begin < span.stop <= len(text)
        before = span.stop


@given(st.integers(1950, 2049), st.integers(1, 12), st.sampled_from(["{m:02d}/{y}", "{y}-{m:02d}", "{m:02d}.{y}"]))
def test_written_month_comes_back(year: int, month: int, form: str) -> None:
    written = dates.clean(form.format(y=year, m=month))

    assert written == f"{year}-{month:02d}"
    assert re.fullmatch(r"\d{4}-\d{2}", written)
