"""Documents that are no resume, or more than one."""

from datetime import date

import pytest

from resume_parser import parse, read_document
from tests.resume_parser.ownership.test_owners import AGENCY, LETTER, MAIL, OWN

ADVERTISEMENT = """Baker (full time)
Kornhaus Ltd, Leeds
About the role
We are looking for a baker who likes early mornings. Minimum qualifications: NVQ Level 2.
What we offer
- a pension
How to apply: send your CV to jobs@kornhaus.example by 1 June 2026.
"""
GERMAN_ADVERTISEMENT = """Bäcker (m/w/d)
Ihre Aufgaben
- Brot und Brötchen
Ihr Profil
- Lehre als Bäcker
Wir bieten einen sicheren Arbeitsplatz. Senden Sie Ihre Bewerbung an personal@kornhaus.example
"""
INVOICE = """INVOICE
Invoice number 2026-118
Kornhaus Ltd, kontor@kornhaus.example
Bill to: Mill Inn, York
40 loaves   120.00
Subtotal 120.00
VAT 24.00
Amount due 144.00
"""
PAPER = """On the Rising of Dough
Ilse Brandvold, ilse.brandvold@example.org
Abstract
We measure how long dough takes to rise at four temperatures and give a model of it.
1 Introduction
Dough rises, as bakers know, and it does so faster in a warm room than in a cold one.
2 Methods
Forty bowls were weighed.
3 Conclusion
Warm rooms help.
"""


@pytest.mark.parametrize("text", [ADVERTISEMENT, GERMAN_ADVERTISEMENT, INVOICE, PAPER, LETTER, MAIL])
def test_what_is_no_resume_is_said_to_be_none(text: str) -> None:
    assert codes(text) >= {"not_a_resume"}


@pytest.mark.parametrize("text", [OWN, AGENCY + OWN, LETTER + OWN, MAIL + OWN, OWN + "\n\n" + LETTER])
def test_a_resume_is_one(text: str) -> None:
    assert codes(text) == set()


PROSE = """Ilse Brandvold
ilse.brandvold@example.org

I have worked as a baker at Kornhaus since 2017. Before that I was a kitchen hand at the Mill Inn from 2013 to 2017.
I hold a diploma in bakery of Leeds City College.
"""
RECRUITER = OWN + "- Wrote what we offer and how to apply for advertisements of an equal opportunity employer\n"


@pytest.mark.parametrize("text", [PROSE, RECRUITER])
def test_words_of_other_documents_do_not_make_a_resume_one(text: str) -> None:
    assert codes(text) == set()


def test_two_peoples_resumes() -> None:
    other = OWN.replace("Ilse Brandvold", "Tomas Okello").replace("ilse.brandvold", "tomas.okello")

    assert codes(OWN + "\n\n" + other) == {"several_people"}


def test_the_same_persons_resume_twice() -> None:
    assert codes(OWN + "\n\n" + OWN) == set()


def codes(text: str) -> set[str]:
    return {finding.code for finding in parse(read_document(text.encode()), date(2026, 1, 1)).findings}
