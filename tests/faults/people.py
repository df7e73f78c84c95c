"""Invented people and their resumes, the same for the same seed."""

import random
from dataclasses import dataclass
from hashlib import sha256

import pymupdf

FIRST = (
    "Alma", "Bruno", "Clara", "Dario", "Elsa", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Karla", "Leon", "Mira", "Nils",
    "Olga", "Paul", "Rosa", "Stefan", "Tessa", "Viktor",
)  # fmt: skip
LAST = (
    "Abendroth", "Birkmann", "Castell", "Dornbach", "Ehrlich", "Falkner", "Grunwald", "Hartwig", "Ilgner", "Jansen",
    "Keller", "Lindner", "Morgenthal", "Nordmann", "Osterloh", "Pfeifer", "Reinhardt", "Sommer", "Tannert", "Vogel",
)  # fmt: skip
TITLES = ("Software Engineer", "Data Analyst", "Project Manager", "Accountant", "Nurse", "Electrician")
COMPANIES = ("Northwind Traders", "Contoso Ltd", "Fabrikam GmbH", "Tailspin Toys", "Wingtip Works")
SKILLS = ("Python", "SQL", "Excel", "Docker", "Java", "Linux", "Git")
SECOND_RESUMES = 0.15
"""Share of the resumes that are another one of a person who has one already."""
PDFS = 0.3


@dataclass(frozen=True)
class Document:
    """A file to send, and whose it is."""

    file_name: str
    content: bytes
    name: str
    email: str

    @property
    def file_hash(self) -> str:
        return sha256(self.content).hexdigest()


def make_documents(count: int, seed: int) -> list[Document]:
    chance = random.Random(seed)
    names = [f"{first} {last}" for first in FIRST for last in LAST]
    chance.shuffle(names)
    documents: list[Document] = []
    people = 0
    for number in range(count):
        if documents and chance.random() < SECOND_RESUMES:
            person = chance.randrange(people)
        else:
            person, people = people, people + 1
        name = names[person % len(names)]
        email = f"{name.replace(' ', '.').lower()}{person // len(names) or ''}@seed{seed}.example"
        text = _text(name, email, number, chance)
        as_pdf = chance.random() < PDFS
        documents.append(
            Document(f"{number}.{'pdf' if as_pdf else 'txt'}", _pdf(text) if as_pdf else text.encode(), name, email)
        )
    return documents


def _text(name: str, email: str, number: int, chance: random.Random) -> str:
    year = chance.randrange(2005, 2020)
    return "\n".join(
        [
            *(name, email, "", "Experience"),
            f"{chance.choice(TITLES)}, {chance.choice(COMPANIES)}",
            f"{year}-01 - {year + 3}-06",
            *("", "Skills", ", ".join(chance.sample(SKILLS, 4))),
            *("", "Summary", f"Handled {number + 100} projects."),
        ]
    )


def _pdf(text: str) -> bytes:
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 72), text.split("\n"), fontsize=11)
        content: bytes = pdf.tobytes(no_new_id=True)
    return content
