"""Contact data of others in one document with the resume."""

from datetime import date
from typing import Any

import pytest

from resume_parser import Line, parse, read_document
from resume_parser.ownership.letters import mail_heads

RESUME = """Experience
Baker, Kornhaus Ltd, Leeds, 2017 - present
Kitchen Hand, Mill Inn, York, 2013 - 2017

Education
NVQ Level 2 in Bakery, Leeds City College, 2013
"""


def record(text: str) -> dict[str, Any]:
    return parse(read_document(text.encode()), date(2026, 1, 1)).to_record()


OWN = "Ilse Brandvold\nRoundhay, Leeds LS8 2AB\n07700 900455\nilse.brandvold@example.org\n\n" + RESUME
LETTER = """Mr. Hugo Pell
Bakehouse & Sons Ltd
hugo.pell@bakehouse.example
020 7946 0033

4 May 2026

Dear Mr. Pell,

I am writing to apply for the post of baker in your shop. I have worked at the oven for nine years.

Yours sincerely,
Ilse Brandvold

"""
MAIL = """From: Hugo Pell <hugo.pell@bakehouse.example>
Sent: Monday, 4 May 2026 08:11
To: Jobs <jobs@bakehouse.example>
Subject: FW: application

What do you think? Hugo, 020 7946 0033

-----Original Message-----
From: Ilse Brandvold <ilse.brandvold@example.org>
Sent: Sunday, 3 May 2026 21:40
To: Hugo Pell
Subject: application

Dear Hugo,
my resume is below.

"""
GERMAN_MAIL = """Von: Hugo Pell <hugo.pell@bakehouse.example>
Gesendet: Montag, 4. Mai 2026 08:11
An: Bewerbung <bewerbung@bakehouse.example>
Betreff: WG: Bewerbung

Zur Kenntnis. Gruß, Hugo, 020 7946 0033

"""
SHORT_MAIL = """From: Hugo Pell <hugo.pell@bakehouse.example>
To: jobs@bakehouse.example

For Friday. Hugo, 020 7946 0033

"""
AGENCY = """NORTHLIGHT RECRUITMENT LTD
1 Quay Street, Hull HU1 2AA | T: 01482 496 000 | cv@northlight-recruitment.example
Consultant: Otto Lang, otto.lang@northlight-recruitment.example, 01482 496 001

"""
AGENCY_ON_LINES = """Northlight Staffing Partners
1 Quay Street, Hull HU1 2AA
01482 496 000
hello@northlight.example

"""


QUOTED = "On Mon, 4 May 2026 at 09:12, Hugo Pell <hugo.pell@bakehouse.example> wrote:\n\n"
NOTE = "Recruiter note: good with sour dough. Call me on 020 7946 0033. otto.lang@northlight.example\n\n"
FRENCH_LETTER = """Boulangerie du Nord
rh@boulangerie.example
01 40 55 01 42

Madame,

Je me permets de vous adresser ma candidature au poste de boulanger dans votre maison.

Cordialement,
Ilse Brandvold

"""
JOB_BOARD = "Applied via Jobsite\nVacancy 11823 | applications@jobsite.example | 020 7946 0033\n\n"


@pytest.mark.parametrize(
    "others",
    [LETTER, MAIL, GERMAN_MAIL, SHORT_MAIL, AGENCY, AGENCY_ON_LINES, QUOTED, NOTE, FRENCH_LETTER, JOB_BOARD],
)
def test_what_stands_before_the_resume_is_not_the_persons(others: str) -> None:
    found = record(others + OWN)

    assert (found["full_name"], found["email"], found["phone_e164"]) == (
        "Ilse Brandvold",
        "ilse.brandvold@example.org",
        "+447700900455",
    )
    assert found["findings"] == []


def test_from_and_to_of_a_period_are_no_head_of_a_mail() -> None:
    lines = [Line("From: 2015"), Line("Email: ilse.brandvold@example.org"), Line("To: 2018")]
    assert mail_heads(lines) == []


def test_a_letter_behind_the_resume() -> None:
    found = record(OWN + "\n\n" + LETTER)

    assert (found["full_name"], found["email"]) == ("Ilse Brandvold", "ilse.brandvold@example.org")


def test_the_signature_of_a_mail_is_the_persons_where_the_resume_says_no_more() -> None:
    found = record(MAIL + "Ilse Brandvold\n\n" + RESUME)

    assert (found["full_name"], found["email"], found["phone_number"]) == (
        "Ilse Brandvold",
        "ilse.brandvold@example.org",
        None,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Supervisor: Otto Lang, otto.lang@mill.example, 01904 555 018",
        "Line Manager: Otto Lang\nEmail: otto.lang@mill.example\nPhone: 01904 555 018",
        "Referee: Otto Lang, otto.lang@mill.example",
        "In case of emergency: Otto Lang, otto.lang@mill.example",
        "Apply to: jobs@mill.example",
    ],
)
def test_only_others_addresses_are_no_value_but_a_finding(line: str) -> None:
    found = record(f"Ilse Brandvold\nLeeds\n\n{RESUME}\n{line}\n")

    assert (found["email"], found["phone_number"]) == (None, None)
    assert "email_not_told" in [finding["code"] for finding in found["findings"]]


def test_a_recruiter_keeps_her_own_address() -> None:
    text = OWN.replace("ilse.brandvold@example.org", "ilse@northlight-recruitment.example")
    found = record(text.replace("Ilse Brandvold\n", "Ilse Brandvold\nRecruitment Consultant\n", 1))

    assert found["email"] == "ilse@northlight-recruitment.example"


@pytest.mark.parametrize(
    ("address", "email"),
    [
        ("cv@ilsebrandvold.example", "cv@ilsebrandvold.example"),
        ("jobs@ilse-brandvold.example", "jobs@ilse-brandvold.example"),
        ("jobs@brandvold-mills.example", None),
    ],
)
def test_a_mailbox_for_applications_at_the_persons_own_domain(address: str, email: str | None) -> None:
    assert record(OWN.replace("ilse.brandvold@example.org", address))["email"] == email


def test_a_consultants_profile_is_not_the_persons() -> None:
    found = record("Consultant: Otto Lang, linkedin.com/in/otto-lang\n\n" + OWN)

    assert found["linkedin_url"] is None


def test_what_stands_below_a_lone_label_is_a_profile_only_where_it_says_so() -> None:
    assert record("Ilse Brandvold\nLinkedIn\n2011\n\n" + RESUME)["linkedin_url"] is None
    assert record("Ilse Brandvold\nLinkedIn\nLeeds\n\n" + RESUME)["linkedin_url"] is None
    assert record("Ilse Brandvold\nLinkedIn\nilse-brandvold-4\n\n" + RESUME)["linkedin_url"].endswith(
        "ilse-brandvold-4"
    )


def test_a_profile_that_a_line_broke_is_whole() -> None:
    text = "Ilse Brandvold\nLeeds | linkedin.com/in/ilse-\nbrandvold-uk | Full licence\n\n" + RESUME

    assert record(text)["linkedin_url"] == "https://www.linkedin.com/in/ilse-brandvold-uk"
