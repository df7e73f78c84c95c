"""Tables framed by drawn lines, on a page of 595 by 842 points."""

from resume_parser.layout.fragment import Fragment, Span
from resume_parser.layout.ruled_tables import Rules, join_table_rows


def at(x: float, y: float, text: str) -> Fragment:
    return Fragment(x, x + 5.0 * len(text), y, 10.0, [Span(text, 10.0, False, False)])


def grid(columns: list[float], rows: list[float]) -> Rules:
    rules = Rules()
    for x in columns:
        rules.add((x, rows[0], x + 0.5, rows[-1]), stroked=False)
    for y in rows:
        rules.add((columns[0], y, columns[-1], y + 0.5), stroked=False)
    return rules


def texts(fragments: list[Fragment]) -> list[str]:
    return [fragment.text for fragment in sorted(fragments, key=lambda item: item.baseline)]


def test_the_cells_of_a_row_are_one_line_and_what_wraps_stays_with_its_cell() -> None:
    cells = [
        at(52, 112, "Period"), at(132, 112, "Employer"), at(332, 112, "Position"),
        at(52, 132, "Mar 2019 -"), at(52, 144, "present"),
        at(132, 138, "Fjord Ferries and Freight of Bergen"), at(332, 138, "Deck Officer"),
    ]  # fmt: skip

    joined = join_table_rows(cells, grid([50, 112, 330, 500], [100, 120, 150]))

    assert texts(joined) == [
        "Period\tEmployer\tPosition",
        "Mar 2019 - present\tFjord Ferries and Freight of Bergen\tDeck Officer",
    ]


def test_lines_that_had_room_left_stay_lines_of_their_own() -> None:
    cells = [at(52, 112, "2019"), at(132, 112, "Fjord Ferries"), at(132, 124, "Bergen")]

    joined = join_table_rows(cells, grid([50, 130, 330], [100, 130]))

    assert texts(joined) == ["2019\tFjord Ferries", "Bergen"]


def test_long_cells_side_by_side_are_columns_of_the_page() -> None:
    left = [at(52, 112 + 14 * number, f"Skill {number}") for number in range(6)]
    right = [at(232, 112 + 14 * number, f"Duty {number}") for number in range(6)]

    assert join_table_rows([*left, *right], grid([50, 230, 500], [100, 200])) == [*left, *right]


def test_framed_cards_that_stand_apart_are_no_row() -> None:
    rules = Rules()
    rules.add((50, 100, 200, 150), stroked=True)
    rules.add((230, 100, 380, 150), stroked=True)
    cards = [at(60, 112, "Clerk"), at(60, 126, "2010 - 2012"), at(240, 112, "Cook"), at(240, 126, "2013 - 2015")]

    assert join_table_rows(cards, rules) == cards


def test_lines_under_headings_frame_nothing() -> None:
    rules = Rules()
    for y in (100.0, 200.0, 300.0):
        rules.add((50, y, 500, y + 1), stroked=False)
    row = [at(52, 120, "Clerk"), at(400, 120, "2010 - 2012")]

    assert join_table_rows(row, rules) == row
