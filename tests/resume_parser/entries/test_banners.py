"""One employer above several posts; and places that nothing parts from a name."""

from tests.resume_parser.entries.read_entries import jobs, posts


def test_the_team_behind_a_title_is_no_employer_under_a_banner() -> None:
    found = posts(
        "Fenvale Logistics, Nottingham",
        "Operations Manager, Cold Chain | Jan 2022 - Present", "• Ran two depots.",
        "Shift Manager, Parcels | Apr 2019 - Dec 2021", "• Led forty sorters.",
        "Team Leader, Returns | Sep 2016 - Mar 2019", "• Halved the backlog.",
    )  # fmt: skip

    assert found == [
        ("Operations Manager, Cold Chain", "Fenvale Logistics"),
        ("Shift Manager, Parcels", "Fenvale Logistics"),
        ("Team Leader, Returns", "Fenvale Logistics"),
    ]


def test_places_are_set_apart_from_what_they_are_glued_to() -> None:
    assert jobs("Packer", "Maumee Brass, Inc.-Perrysburg, OH", "April 2021 to Present", "• Packed.")[0][:3] == (
        "Packer",
        "Maumee Brass, Inc.",
        "Perrysburg, OH",
    )
    assert jobs("Heron Maps Boise, ID Field Surveyor 07/2015 to Current", "• Drew maps.")[0][:3] == (
        "Field Surveyor",
        "Heron Maps",
        "Boise, ID",
    )


def test_a_team_named_like_a_firm_is_one_where_the_first_post_has_its_team() -> None:
    found = posts(
        "Greenwood Health System", "8 years 11 months",
        "Vice President, People Operations", "January 2022 - Present", "Leads the people of five hospitals and of two laboratories.",
        "HR Director, Ambulatory Clinics", "January 2017 - May 2019", "Negotiated the first contract with the union of nurses.",
    )  # fmt: skip

    assert found == [
        ("Vice President, People Operations", "Greenwood Health System"),
        ("HR Director, Ambulatory Clinics", "Greenwood Health System"),
    ]
