"""Names, texts and dates of a record in the form in which they are stored."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.file_names import MAX_LENGTH, clean_file_name
from services.stored_dates import StoredDate, as_columns, from_columns, read_date, write_end
from services.stored_text import fit


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ada\\cv.pdf", "cv.pdf"),
        ("a\x00b\r\n.pdf", "ab.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("Re\u0301sume\u0301.pdf", "R\u00e9sum\u00e9.pdf"),
        ("  many   spaces .pdf ", "many spaces .pdf"),
        ("", "resume"),
        (None, "resume"),
        ("..", "resume"),
        ("folder/", "resume"),
        (".pdf", ".pdf"),
    ],
)
def test_file_names(sent: str | None, kept: str) -> None:
    assert clean_file_name(sent) == kept


def test_a_long_file_name_keeps_its_suffix() -> None:
    name = clean_file_name("x" * 400 + ".docx")
    assert len(name) == MAX_LENGTH
    assert name.endswith("x.docx")


@given(st.text())
def test_no_file_name_leads_anywhere(sent: str) -> None:
    name = clean_file_name(sent)
    assert 0 < len(name) <= MAX_LENGTH
    assert not {"/", "\\", "\x00", "\n"} & set(name)
    assert name not in {".", ".."}
    assert clean_file_name(name) == name
    name.encode()


@given(st.text(max_size=400), st.integers(2, 255))
def test_text_fits_its_column(text: str, most: int) -> None:
    fitted = fit(text, most)
    assert fitted is None or (0 < len(fitted) <= most and "\x00" not in fitted)
    if fitted is not None:
        fitted.encode()
        assert fit(fitted, most) == fitted


@pytest.mark.parametrize("value", [None, "", " \n", 7, ["x"]])
def test_what_is_no_text_is_none(value: object) -> None:
    assert fit(value, 10) is None


@pytest.mark.parametrize(
    ("written", "first_day", "precision"),
    [
        ("2021", date(2021, 1, 1), "year"),
        ("2021-02", date(2021, 2, 1), "month"),
        ("2021-02-03", date(2021, 2, 3), "day"),
    ],
)
def test_dates_keep_their_precision(written: str, first_day: date, precision: str) -> None:
    stored = read_date(written)
    assert as_columns(stored) == (first_day, precision)
    assert from_columns(first_day, precision) == stored
    assert str(stored) == write_end(stored, is_current=False) == written


@pytest.mark.parametrize("written", [None, "", "present", "2021-13", "2021-02-30", "0000", "Feb 2021"])
def test_what_is_no_date_is_none(written: str | None) -> None:
    assert read_date(written) is None


def test_an_open_end_is_present() -> None:
    assert write_end(None, is_current=True) == "present"
    assert write_end(None, is_current=False) is None


def test_dates_agree_at_the_coarser_precision() -> None:
    year, month, other = (read_date(written) for written in ("2021", "2021-02", "2021-03"))
    assert isinstance(year, StoredDate)
    assert isinstance(month, StoredDate)
    assert isinstance(other, StoredDate)
    assert year.agrees_with(month)
    assert month.agrees_with(year)
    assert not month.agrees_with(other)
    assert month.is_finer_than(year)
