"""An order that most entries keep holds in those whose words no list knows."""

from tests.resume_parser.entries.read_entries import posts


def test_titles_that_no_list_knows_stand_where_titles_do() -> None:
    found = posts(
        "Veterinary Technician, Bitterfield Vets, Hamilton, MT, 2016 – present",
        "Fuller, Flint Vale Wool, Salina, KS, 2012 – 2016",
        "Lineman, Foxglove Electric, Hays, KS, 2009 – 2012",
        "Phlebotomist, Smoky Vale Labs, Salina, KS, 2005 – 2009",
    )

    assert found[:2] == [("Veterinary Technician", "Bitterfield Vets"), ("Fuller", "Flint Vale Wool")]


def test_firms_named_in_the_plural_of_a_trade_are_firms() -> None:
    assert posts("Site Manager - Road Building\t2008 – 2012", "Alder Builders", "• Built.") == [
        ("Site Manager - Road Building", "Alder Builders")
    ]
