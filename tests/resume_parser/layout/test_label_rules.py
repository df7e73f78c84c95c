"""Rules typed over the headings in the margin."""

from resume_parser.layout.fragment import Fragment, Span
from resume_parser.layout.label_rules import lift_headings


def at(x: float, y: float, text: str, *, bold: bool = False) -> Fragment:
    return Fragment(x, x + 5.0 * len(text), y, 10.0, [Span(text, 10.0, bold, False)])


def test_a_heading_begins_where_its_rule_stands() -> None:
    page = [
        at(60, 100, "ㅡ"),
        at(200, 100, "Felling, Skidding"),
        at(60, 115, "Skills", bold=True),
        at(200, 113, "Edging"),
    ]

    lifted = lift_headings(page)

    assert [(item.text, item.baseline) for item in lifted] == [
        ("Felling, Skidding", 100),
        ("Skills", 100),
        ("Edging", 113),
    ]


def test_a_rule_over_plain_text_is_left() -> None:
    page = [at(60, 100, "ㅡ"), at(60, 115, "Skidded logs")]

    assert lift_headings(page) == page
