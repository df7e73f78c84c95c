"""Headers and periods that the margin broke over two lines."""

import pytest

from resume_parser import Line
from resume_parser.document import Run
from tests.resume_parser.entries.read_entries import jobs, studies


@pytest.mark.parametrize(
    ("broken", "title"),
    [
        (["Senior Main-", "tenance Technician, Acme Tools Inc.\t2015 – 2020"], "Senior Maintenance Technician"),
        (["Head of Sales", "and Marketing, Acme Tools Inc.\t2015 – 2020"], "Head of Sales and Marketing"),
        (["Head of Sales &", "Marketing, Acme Tools Inc.\t2015 – 2020"], "Head of Sales & Marketing"),
        (["Assistant to", "Director, Acme Tools Inc.\t2015 – 2020"], "Assistant to Director"),
    ],
)
def test_a_header_cut_in_a_phrase(broken: list[str], title: str) -> None:
    assert jobs(*broken, "• Worked.") == [(title, "Acme Tools Inc.", None, "2015", "2020")]


def test_a_header_cut_in_brackets() -> None:
    assert jobs("Clerk, Acme Tools Inc. (Firm of the old", "Harbor group)", "2015 – 2020", "• Filed.") == [
        ("Clerk", "Acme Tools Inc.", None, "2015", "2020")
    ]


def test_a_word_that_had_no_room() -> None:
    header = Line("Clerk of Works, Northern Rivers Water", box=(50.0, 100.0, 298.0, 112.0))
    rest = Line("Board", box=(50.0, 112.0, 80.0, 124.0))

    assert jobs(header, rest, "2015 – 2020") == [
        ("Clerk of Works", "Northern Rivers Water Board", None, "2015", "2020")
    ]


def test_a_word_that_had_no_room_beside_dates_on_the_left() -> None:
    text = "2015 – 2020\tClerk of Works and Keeper of the Long Accounts at Northern Rivers Water"
    header = Line(text, box=(50.0, 100.0, 548.0, 112.0), bold=True)
    rest = Line("Board", box=(150.0, 112.0, 180.0, 124.0), bold=True)

    assert (
        jobs(header, rest, Line("• Kept them.", box=(150.0, 126.0, 220.0, 138.0)))[0][1]
        == "Northern Rivers Water Board"
    )


def test_what_wraps_below_the_first_of_several_cells_is_not_the_last_cells() -> None:
    head = Line("Course\tName of the Institution\tBoard / University\tYear of Passing\t% / CGPA")
    row = Line("B.Tech\tSri Velan College of Engineering, Coimbatore\tAnna University\t2024\t8.12 CGPA")

    below = Line("XII (HSC)\tGovernment Boys Hr. Sec. School, Peelamedu\tState Board, Tamil Nadu\t2020\t84.5 %")

    assert studies(head, row, Line("(Information Technology)"), below)[0][0] == "B.Tech, Information Technology"


def test_a_title_that_its_cell_broke_beside_dates_in_another_look() -> None:
    text = "Event Manager –\tFebruary 2018 – October 2021"
    header = Line(
        text,
        size=0.9,
        runs=(Run(0, 16, bold=True, italic=False, size=1.0), Run(16, len(text), bold=False, italic=False, size=0.9)),
    )

    assert jobs(
        header, Line("Congresses/Incentives", bold=True, gap=0.2), "Southgate Halls Ltd", "• Ran 22 events."
    ) == [("Event Manager – Congresses/Incentives", "Southgate Halls Ltd", None, "2018-02", "2021-10")]


@pytest.mark.parametrize("look", [{"bold": True}, {"size": 1.2}, {"gap": 0.8}])
def test_another_look_begins_another_line(look: dict[str, float]) -> None:
    (job,) = jobs("Head of Sales and", Line("Acme Tools Inc.", **look), "2015 – 2020", "• Sold.")

    assert job[1] == "Acme Tools Inc."


def test_a_period_cut_in_its_column() -> None:
    assert jobs("Dec 2021 to May\tBuyer", "2022\tAcme Tools Inc.") == [
        ("Buyer", "Acme Tools Inc.", None, "2021-12", "2022-05")
    ]
