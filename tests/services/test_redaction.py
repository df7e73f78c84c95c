"""A redacted candidate tells nothing of who it is, and still what the person can do."""

import pytest
from fastapi.testclient import TestClient

from services.personal_words import MASK, PersonalWords
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import store_as
from tests.services.test_retention import age

TEXT = """Zoé Quillfeather-O'Hara
Nationality: Ruritanian
Gender: Female
Date of birth: 12.03.1990
Address: 12 Marrow Lane, 04103 Lindenau
"""
RECORD = make_record(
    full_name="Zoé Quillfeather-O'Hara",
    email="zoe.lamplight@example.com",
    linkedin_url="https://www.linkedin.com/in/zq-lamplight",
    location="Lindenau, Ruritania",
    summary="Zoé is 36.",
    work_experience=[
        {
            "company": "QUILLFEATHER Lanterns (www.quillfeather.example)",
            "job_title": "Engineer, Ruritanian Railways",
            "start_date": "2019-01",
            "end_date": "present",
            "description": "Led by Zoé",
        },
        {
            "company": "O’Hara & Sons, Marrow Lane",
            "job_title": "Female footballer, call +1 201-555-0123",
            "start_date": "2016",
            "end_date": "2018",
        },
        {"company": "Zoe Lamplight Studio", "job_title": "Clerk", "start_date": None, "end_date": None},
    ],
    education=[
        {"institution": "University of Lindenau", "degree": "BSc Physics (2009 - 2012)", "end_date": "2012"},
        {"institution": "Night School", "degree": "2013", "end_date": "2013-06"},
    ],
    canonical_skills=["Python", "Zoe"],
)
VALUES = (
    "Zo",
    "Quillfeather",
    "Hara",
    "lamplight",
    "example.com",
    "zq-",
    "linkedin",
    "201555",
    "201-555",
    "Ruritan",
    "Female",
    "Marrow",
    "Lindenau",
    "1990",
    "2009",
    "2012",
    "2013",
    "resume-",
    "Led by",
)


@pytest.fixture
def candidate_id(make_resume: ResumeFactory) -> int:
    resume_id, stored = store_as(make_resume, RECORD)
    age(resume_id, 0, raw_text=TEXT)
    return stored.candidate_id


@pytest.mark.parametrize("path", ["/api/v1/candidates/{}?view=redacted", "/candidates/{}?view=redacted"])
def test_none_of_the_values_is_in_the_answer(client: TestClient, candidate_id: int, path: str) -> None:
    url = path.format(candidate_id)
    full = client.get(url.partition("?")[0]).text.lower()
    assert [value for value in ("zoé", "lindenau", "female", "ruritanian") if value not in full] == []
    answer = client.get(url)
    assert answer.status_code == 200
    told = answer.text.lower()
    assert [value for value in VALUES if value.lower() in told] == []
    for kept in ("Engineer", "Railways", "footballer", "Python", "BSc Physics", "Night School", "University of"):
        assert kept.lower() in told


def test_it_is_a_shape_of_its_own_and_noted(client: TestClient, candidate_id: int) -> None:
    answer = client.get(f"/api/v1/candidates/{candidate_id}", params={"view": "redacted"}).json()
    assert set(answer) == {"id", "education", "work_experience", "skills", "resume_count"}
    assert all(set(entry) == {"institution", "degree"} for entry in answer["education"])
    assert answer["skills"] == ["Python"]
    assert client.get(f"/api/v1/candidates/{candidate_id}", params={"view": "half"}).status_code == 422
    noted = client.get("/api/v1/audit", params={"kind": "candidate", "action": "read"}).json()["items"]
    assert len(noted) == 1


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("José Núñez", "Nunez Consulting", f"{MASK} Consulting"),
        ("Jose Nunez", "NÚÑEZ y Cía", f"{MASK} y Cía"),
        ("Anna Li", "Savannah Library", "Savannah Library"),
        ("Anna Li", "Li & Anna's", f"{MASK} & {MASK}"),
        ("王小明", "王小明工作室", MASK),
        ("राहुल शर्मा", "राहुल एंड संस", f"{MASK} एंड संस"),
        ("Ludwig van Beek", "Van Lines, Ludwigshafen", f"Van Lines, {MASK}"),
        ("Ada Example", "Ada Example Ltd", f"{MASK} Ltd"),
    ],
)
def test_names_are_found_as_they_are_written(name: str, text: str, masked: str) -> None:
    assert PersonalWords.of([name], [], [], []).masked(text) == masked
