"""Cards side by side: frames with rows of their own."""

from resume_parser.document import Box
from resume_parser.layout.cards import mark_cards
from resume_parser.layout.fragment import Fragment, Span
from resume_parser.layout.reading_order import order_page


def at(x: float, y: float, text: str, *, bold: bool = False) -> Fragment:
    return Fragment(x, x + 5.0 * len(text), y, 10.0, [Span(text, 10.0, bold, False)])


def read(fragments: list[Fragment], *boxes: Box) -> list[str]:
    mark_cards(fragments, boxes)
    return [
        "\t".join(item.text for item in row) for block in order_page(fragments) for row in block.rows
    ]  # fmt: skip


PAGE = [
    ("Schooling", 50, 90), ("Diploma in Felling and", 60, 120), ("Certificate in Scaling", 320, 120),
    ("Skidding", 60, 132), ("at Forest College", 320, 132), ("at Bergen School", 60, 144), ("2009", 500, 144),
    ("2012", 240, 156), ("Languages", 50, 200),
]  # fmt: skip


def test_each_card_is_read_to_its_end() -> None:
    fragments = [at(x, y, text) for text, x, y in PAGE]

    assert read(fragments, (50, 105, 290, 165), (310, 105, 550, 165)) == [
        "Schooling", "Diploma in Felling and", "Skidding", "at Bergen School", "2012",
        "Certificate in Scaling", "at Forest College", "2009", "Languages",
    ]  # fmt: skip


def test_cells_of_a_table_are_no_cards() -> None:
    fragments = [at(x, y, text) for text, x, y in PAGE]

    mark_cards(fragments, [(50, 105, 300, 165), (302, 105, 550, 165)])

    assert not any(fragment.card for fragment in fragments)


def test_a_tall_card_beside_several_is_read_apart_from_them() -> None:
    rows = [
        ("Eli Marsh", 50, 50), ("Forester", 50, 62), ("Work", 60, 120), ("Skills", 420, 120), ("Forest warden", 60, 140),
        ("Felling", 420, 140), ("Hill Forest", 60, 152), ("2019 - 2023", 60, 164), ("Languages", 420, 200),
        ("Forester", 60, 220), ("Welsh", 420, 220), ("Marsh Forest", 60, 232), ("2015 - 2019", 60, 244),
    ]  # fmt: skip
    fragments = [at(x, y, text) for text, x, y in rows]
    frames = (50, 40, 590, 70), (50, 105, 390, 255), (410, 105, 590, 160), (410, 185, 590, 240)

    left = [text for text, x, y in rows if x < 400]
    assert read(fragments, (0, 0, 595, 842), *frames) == [*left, "Skills", "Felling", "Languages", "Welsh"]
