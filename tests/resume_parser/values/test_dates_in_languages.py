"""Months, periods and "until today" as resumes of many countries write them."""

import pytest

from resume_parser.values.dates import find_dates
from resume_parser.vocabulary.alternation import alternation


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("od 03.2018 – obecnie", "2018-03", "present"),
        ("2009 r. – 2010 r.", "2009", "2010"),
        ("15.07.2018r. - 30.09.2019r.", "2018-07-15", "2019-09-30"),
        ("październik 2010 – kwiecień 2016", "2010-10", "2016-04"),
        ("od marca 2018 do maja 2019", "2018-03", "2019-05"),
        ("vom 01.03.2015 bis zum 31.12.2018", "2015-03-01", "2018-12-31"),
        ("seit dem 01.03.2019", "2019-03-01", "present"),
        ("10/2019 – heute", "2019-10", "present"),
        ("De septembre 2013 à février 2018", "2013-09", "2018-02"),
        ("10/2019 à ce jour", "2019-10", "present"),
        ("Desde 06/2017 hasta la fecha", "2017-06", "present"),
        ("de 2010 a 2012", "2010", "2012"),
        ("dal 2015 ad oggi", "2015", "present"),
        ("dal 05/2017 al 10/2020", "2017-05", "2020-10"),
        ("mar/2020 - o momento", "2020-03", "present"),
        ("sinds mei 2018", "2018-05", "present"),
        ("2012 tot en met 2019", "2012", "2019"),
        ("12/2019 t/m heden", "2019-12", "present"),
        ("с марта 2015 г. по настоящее время", "2015-03", "present"),
        ("2015. március – 2018. június", "2015-03", "2018-06"),
        ("2018年3月至今", "2018-03", "present"),
        ("平成27年4月～平成30年3月", "2015-04", "2018-03"),
        ("令和元年5月 現在に至る", "2019-05", "present"),
        ("2015년 3월 ~ 2018년 2월", "2015-03", "2018-02"),
        ("يناير 2015 - حتى الآن", "2015-01", "present"),
    ],
)
def test_a_period_is_read_whole(text: str, start: str, end: str) -> None:
    (span,) = find_dates(text)
    assert (str(span.start), str(span.end)) == (start, end)
    assert text[span.begin : span.stop] == text


def test_what_only_looks_like_a_word_behind_the_year_stays() -> None:
    (span,) = find_dates("2010 R&D engineer")
    assert span.single
    assert span.stop == len("2010")


def test_the_longest_of_words_with_one_beginning_is_found() -> None:
    assert alternation(["mar", "march", "marzo"]) == "mar(?:ch|zo)?"
    assert alternation(["to date"]) == r"to\s+date"
