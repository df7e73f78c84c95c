import pymupdf

from benchmarks.parser_speed.measure import Times, same_after_storing, time_file


def small_pdf() -> bytes:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "Ana Silva\nana@example.com")
    return bytes(document.tobytes())


def test_times_of_a_file() -> None:
    times = time_file(small_pdf(), repeats=2)
    assert times.bare > 0
    assert times.whole == times.read + times.parse


def test_ratio_is_whole_time_by_bare_time() -> None:
    assert Times(bare=2, read=3, parse=5).ratio == 4


def test_stored_documents_are_counted() -> None:
    assert same_after_storing([small_pdf(), small_pdf()]) == 2
