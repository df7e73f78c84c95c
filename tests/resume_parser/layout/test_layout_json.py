import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from resume_parser.document import Document, Finding, Line, Run
from resume_parser.layout.clean import clean_characters

numbers = st.floats(0, 2000).map(lambda value: round(value, 2))
line_texts = st.text(min_size=1).map(lambda text: clean_characters(text) or "x")
runs = st.builds(Run, st.integers(0, 5), st.integers(6, 9), st.booleans(), st.booleans(), numbers)
lines = st.builds(
    Line,
    text=line_texts,
    page=st.integers(0, 9),
    box=st.none() | st.tuples(numbers, numbers, numbers, numbers),
    size=numbers,
    bold=st.booleans(),
    italic=st.booleans(),
    indent=numbers,
    gap=numbers,
    column=st.integers(0, 4),
    links=st.lists(st.sampled_from(["https://example.org/a", "mailto:a@example.org"])).map(tuple),
    runs=st.lists(runs, max_size=3).map(tuple),
)
documents = st.builds(
    Document,
    lines=st.lists(lines, max_size=6).map(tuple),
    media_type=st.sampled_from(["application/pdf", "text/plain"]),
    page_count=st.integers(1, 100),
    document_date=st.none() | st.dates(),
    findings=st.lists(st.builds(Finding, st.sampled_from(["ocr_used", "no_text"]), st.just("1 pages"))).map(tuple),
)


@given(documents)
def test_every_document_survives_storage_as_json(document: Document) -> None:
    layout = json.loads(json.dumps(document.layout))
    assert Document.from_stored(document.raw_text, layout) == document


def test_without_layout_the_text_alone_makes_lines() -> None:
    document = Document.from_stored("Ana\n\nBaker", None)
    assert [(line.text, line.gap) for line in document] == [("Ana", 0.0), ("Baker", 1.0)]


def test_a_layout_of_another_text_is_not_forced_on_it() -> None:
    document = Document((Line("Ana", bold=True), Line("Baker")), "application/pdf", 2, date(2024, 5, 6))
    edited = Document.from_stored("Ana\nBaker\nPorto", document.layout)
    assert [line.text for line in edited] == ["Ana", "Baker", "Porto"]
    assert not edited.lines[0].bold
    assert (edited.media_type, edited.document_date) == ("application/pdf", date(2024, 5, 6))
