"""Jobs told in sentences, with what the sentences say between the names."""

import pytest

from tests.resume_parser.entries.read_entries import jobs, posts


@pytest.mark.parametrize(
    "sentence",
    [
        "Working with Kavya Textiles Pvt. Ltd as HR Executive since 16th August 2018.",
        "Presently working as HR Executive at Kavya Textiles Pvt. Ltd since 16th August 2018",
        "Currently I am employed by Kavya Textiles Pvt. Ltd as an HR Executive from 16th August 2018 to till date.",
        "Joined Kavya Textiles Pvt. Ltd as HR Executive since 16th August 2018",
    ],
)
def test_a_job_told_in_a_sentence(sentence: str) -> None:
    ((title, company, _, start, end),) = jobs(sentence, "• Payroll of the mill.")

    assert (title, company, start, end) == ("HR Executive", "Kavya Textiles Pvt. Ltd", "2018-08-16", "present")


def test_sentences_that_a_margin_broke_are_jobs_of_their_own() -> None:
    found = jobs(
        "Presently working with Saffron Textiles, Jaipur as a Stores Officer From 3rd March 2017", "to till now",
        "Earlier Working with a Trading House Peacock Exports (Jaipur) as a Stores Clerk From 9th", "June 2014 to 27 February 2017.",
    )  # fmt: skip

    assert [(title, company, start, end) for title, company, _, start, end in found] == [
        ("Stores Officer", "Saffron Textiles", "2017-03-03", "present"),
        ("Stores Clerk", "Peacock Exports", "2014-06-09", "2017-02-27"),
    ]


def test_a_promotion_in_a_sentence_is_a_post() -> None:
    found = posts(
        "Worked as Sales Promoter at Nirmal Motors from June’13 – April’14 and was promoted to Floor Supervisor.",
        "Two years experience Marigold Mills as Store Keeper",
    )

    assert found == [
        ("Sales Promoter", "Nirmal Motors"),
        ("Floor Supervisor", "Nirmal Motors"),
        ("Store Keeper", "Marigold Mills"),
    ]


def test_a_sentence_about_the_work_is_no_job() -> None:
    found = posts("Buyer, Alder Foods\t2015 – 2020", "Worked closely with the kitchen as part of the weekly planning.")

    assert found == [("Buyer", "Alder Foods")]
