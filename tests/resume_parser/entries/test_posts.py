"""Posts that share a row, and rows that are headers by what stands around them."""

from tests.resume_parser.entries.read_entries import jobs, posts


def test_promotions_on_one_row_are_posts_of_their_own() -> None:
    found = jobs(
        "Greenmeadow Market, Dearborn, MI",
        "Cashier (2014-2016) → Shift Lead (2016-2019) → Store Manager (2019-present)",
        "• Manages 35 staff.",
    )  # fmt: skip

    assert [(title, company, start, end) for title, company, _, start, end in found] == [
        ("Cashier", "Greenmeadow Market", "2014", "2016"),
        ("Shift Lead", "Greenmeadow Market", "2016", "2019"),
        ("Store Manager", "Greenmeadow Market", "2019", "present"),
    ]


def test_the_first_item_below_a_lone_period_is_the_header() -> None:
    found = posts(
        "Mar 2021 - Present", "• Charge Nurse, Rainier Bay Hospital", "• Runs a ward of 24 beds on nights",
        "Jun 2017 - Feb 2021", "• Staff Nurse, Sound View Medical Center", "• Cared for patients",
    )  # fmt: skip

    assert found == [("Charge Nurse", "Rainier Bay Hospital"), ("Staff Nurse", "Sound View Medical Center")]


def test_a_header_behind_a_wrapped_item_is_seen_by_the_period_below_it() -> None:
    found = posts(
        "Shop Assistant, Wren Trading Group", "11/2010 — 03/2011",
        "• Served customers at the counter and kept the shelves of the bakery", "department filled.",
        "• Counted the till and wrote the", "daily sheet for the owner of the shop.",
        "Letting adviser temp, Alder Housing", "06/2010 — 10/2010", "• Showed flats.",
    )  # fmt: skip

    assert found == [("Shop Assistant", "Wren Trading Group"), ("Letting adviser temp", "Alder Housing")]


def test_an_employer_may_begin_with_a_grade_or_be_called_like_a_place() -> None:
    found = posts(
        "Shop Assistant, Wren & Sons", "11/2012 — 01/2013", "• Served customers.",
        "Shop Assistant, Merit & Rowe", "03/2011 — 10/2012", "• Served customers.",
        "Lab Intern, Normandy", "01/2010 — 02/2011", "• Ran tests.",
    )  # fmt: skip

    assert [company for _, company in found] == ["Wren & Sons", "Merit & Rowe", "Normandy"]


def test_a_title_that_goes_on_below_beside_its_period() -> None:
    assert posts(
        "Event Manager –\tFeb 2018 – Oct 2021", "Congresses/Incentives", "Southgate Halls Ltd", "• Ran 22 events."
    ) == [("Event Manager – Congresses/Incentives", "Southgate Halls Ltd")]


def test_a_bracket_moves_nothing_out_of_its_place() -> None:
    found = posts(
        "Sept 2019 - Now\tSenior Care Assistant (Nights), Fenfield Grange Care Home", "Supervisions for 6 carers", "",
        "Mar 2016 - Sept 2019\tCare Assistant, Fenfield Grange Care Home", "Personal care, hoists",
        "2014 - 2016\tHome Carer, Helping Neighbours of Bishop Aukley", "Double calls, rural rounds",
    )  # fmt: skip

    assert found[0] == ("Senior Care Assistant (Nights)", "Fenfield Grange Care Home")


def test_a_header_that_ends_in_a_legal_form_is_no_sentence() -> None:
    found = posts(
        "Head of Product – Payments, Fraud & Risk, Corran Pay Ltd.", "Sep 2020 - Present", "• Leads six people."
    )

    assert found == [("Head of Product – Payments, Fraud & Risk", "Corran Pay Ltd.")]


def test_a_full_stop_may_part_title_and_employer() -> None:
    found = posts(
        "Enero 2018 – actualidad", "Dependienta. Heladería La Murciana", "Atendía la barra y la caja cada tarde del verano.",
        "2012 – 2015", "Recepcionista. Clínica Dental Campiña, S.L.P.", "Llevaba la agenda de cuatro doctores y los cobros.",
    )  # fmt: skip

    assert found == [("Dependienta", "Heladería La Murciana"), ("Recepcionista", "Clínica Dental Campiña, S.L.P.")]


def test_dates_stacked_behind_marks_are_periods() -> None:
    ((title, _, _, start, end),) = jobs("Jan 2022", "• Present", "Buyer", "Alder Foods Ltd", "• Bought.")

    assert (title, start, end) == ("Buyer", "2022-01", "present")
