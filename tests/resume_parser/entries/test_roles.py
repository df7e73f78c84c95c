"""Roles by the words of a part, its place in a list and what stands in its place elsewhere."""

from resume_parser import Line
from tests.resume_parser.entries.read_entries import jobs, posts


def bold(text: str) -> Line:
    return Line(text, bold=True)


def test_a_name_in_brackets_is_the_employer_only_where_none_else_is() -> None:
    assert posts("Buyer (Garden Tools), Blue Door\t2015 – 2020") == [("Buyer (Garden Tools)", "Blue Door")]
    assert posts("Buyer (Blue Door)\t2015 – 2020") == [("Buyer", "Blue Door")]


def test_no_place_in_the_row_overrules_what_a_part_plainly_is() -> None:
    found = jobs(
        "Acme Tools Inc.\t2018 – 2020", "Buyer", "• Bought.",
        "Harbor Foods LLC\t2016 – 2018", "Clerk", "• Filed.",
        "Port Planner\t2014 – 2016", "Oakvale School", "• Planned.",
        "Lagos, Nigeria\t2012 – 2014", "Fitter", "• Fitted.",
    )  # fmt: skip

    assert found[2][:2] == ("Port Planner", "Oakvale School")
    assert found[3][2] == "Lagos, Nigeria"


def test_parts_are_compared_where_their_rows_look_alike() -> None:
    found = posts(
        bold("Acme Tools Inc.\t2018 – 2020"), "Buyer", "• Bought.",
        bold("Harbor Foods LLC\t2016 – 2018"), "Clerk", "• Filed.",
        "Lamp Maker\t2014 – 2016", bold("Blue Door"), "• Made.",
    )  # fmt: skip

    assert found[2] == ("Lamp Maker", "Blue Door")


def test_parts_in_capitals_are_compared_with_their_like() -> None:
    found = posts(
        "ACME TOOLS INC., Buyer\t2018 – 2020", "• Bought.",
        "HARBOR FOODS LLC, Clerk\t2016 – 2018", "• Filed.",
        "Lamp Maker, BLUE DOOR\t2014 – 2016", "• Made.",
    )  # fmt: skip

    assert found[2] == ("Lamp Maker", "BLUE DOOR")
