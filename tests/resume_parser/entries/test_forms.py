"""Entries told in forms: labels with a colon, a dash, in a column of their own, or alone above their value."""

import pytest

from tests.resume_parser.entries.read_entries import jobs, studies


@pytest.mark.parametrize("sign", [": ", ":- ", " : - ", " – ", "\t", "\t: "])
def test_labels_say_what_stands_behind_them(sign: str) -> None:
    found = jobs(
        *(f"{label}{sign}{value}" for label, value in (("Organisation", "Kavya Textiles Pvt. Ltd"), ("Designation", "HR Executive"), ("Duration", "Feb 2018 to Jan 2020"))),
        "Roles & Responsibilities:-", "• Payroll of the mill.",
        *(f"{label}{sign}{value}" for label, value in (("Organisation", "Nirmal Motors"), ("Designation", "Sales Promoter"), ("Duration", "Jun 2016 to Jan 2018"))),
        "• Sold cars.",
    )  # fmt: skip

    assert [(title, company, start) for title, company, _, start, _ in found] == [
        ("HR Executive", "Kavya Textiles Pvt. Ltd", "2018-02"),
        ("Sales Promoter", "Nirmal Motors", "2016-06"),
    ]


def test_an_employer_without_a_label_above_the_labelled_rows() -> None:
    found = jobs(
        "1. Kavya Textiles Private Limited :-",
        "Kavya Textiles (Surat) weaves saris for the shops of three states.",
        "Designation – Stores Officer", "Duration: May 2016 to till present.",
        "2. Nirmal Freight (India) Private Limited :-",
        "Nirmal carries parcels between the towns of the north.",
        "Designation – Dispatch Clerk", "Duration: June 2014 to May 2016",
        "Job Description:", "Loading & Dispatch –", "Counting, labelling.",
    )  # fmt: skip

    assert [job[:2] for job in found] == [
        ("Stores Officer", "Kavya Textiles Private Limited"),
        ("Dispatch Clerk", "Nirmal Freight (India) Private Limited"),
    ]


def test_the_employer_may_stand_below_the_duties() -> None:
    found = jobs(
        "Dates\t07/2014 – to date", "Occupation or position held\tStores clerk",
        "Main activities and responsibilities\tCounts stock.", "Keeps the keys of the yard.",
        "Name and address of employer\tVarga Kft, Pécs",
        "Dates\t2010 – 2014", "Occupation or position held\tSales assistant",
        "Name and address of employer\tZsolnay Bt., Pécs",
    )  # fmt: skip

    assert [job[:2] for job in found] == [("Stores clerk", "Varga Kft"), ("Sales assistant", "Zsolnay Bt.")]


def test_a_form_of_studies() -> None:
    found = studies(
        "• Date\t2005", "• Name and type of organisation providing education and training\tUniversity of Natal Coast",
        "• Title of qualification awarded\tB.Com. in Insurance",
    )  # fmt: skip

    assert found == [("B.Com. in Insurance", "University of Natal Coast", "2005")]
