"""Jobs told in the items of a list."""

from resume_parser import Line
from tests.resume_parser.entries.read_entries import jobs, posts


def test_items_that_name_a_job_and_tell_of_it() -> None:
    found = jobs(
        "• Forklift driver, Acme Tools Ltd, Oct 2019 to now. Loading and",
        Line("unloading, some yard work.", indent=1.0),
        "• Kitchen porter, The Blue Inn (through an agency),",
        Line("2016 - 2019. Pots and prep.", indent=1.0),
        "• Shop assistant at Harbor Foods, 2014 - 2016.",
    )

    assert [(title, company, start) for title, company, _, start, _ in found] == [
        ("Forklift driver", "Acme Tools Ltd", "2019-10"),
        ("Kitchen porter", "The Blue Inn", "2016"),
        ("Shop assistant", "Harbor Foods", "2014"),
    ]


def test_items_that_begin_with_the_period_or_part_the_duties_by_a_dash() -> None:
    both = [("Cleaner", "Acme Tools Ltd"), ("Kitchen porter", "The Blue Inn")]
    first = posts(
        "• 2019 to now, Cleaner, Acme Tools Ltd. Offices and schools, early shift.",
        "• 2016 to 2019, Kitchen porter, The Blue Inn. Pots and prep.",
    )
    last = posts(
        "• Cleaner - Acme Tools Ltd - 2019 to now - offices and schools on the early shift",
        "• Kitchen porter - The Blue Inn - 2016 to 2019 - pots and prep",
    )

    assert first == last == both


def test_items_below_a_dated_employer_tell_of_it() -> None:
    found = posts("Clerk, Acme Tools Ltd, 2014 – 2019", "• Buyer for a year, 2014 - 2015. Bought.", "• Led the clerk team, 2016 - 2019. Filed.")  # fmt: skip

    assert found == [("Clerk", "Acme Tools Ltd")]
