"""Many records stored together come to the same as one after the other, in as many statements as one."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from db.engine import session_scope
from services import candidate_additions
from services.candidate_service import CandidateService, IdentityKeys, Match, StoredCandidate
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import contact_of, skills_of, work, works_of
from tests.statements import StatementCounter


def person(name: str, **changes: Any) -> dict[str, Any]:
    """A record with an e-mail of its own and no other key."""
    keys = {"email": f"{name}@example.com", "phone_e164": None, "phone_number": None, "linkedin_url": None}
    return make_record(**{"full_name": f"{name} Example", **keys, **changes})


def store_together(make_resume: ResumeFactory, records: Sequence[dict[str, Any]]) -> list[StoredCandidate]:
    resume_ids = [make_resume(upload_status="completed", extracted_data=record)[0] for record in records]
    with session_scope() as session:
        stored = CandidateService(session).store_records(dict(zip(resume_ids, records, strict=True)))
    return [stored[resume_id] for resume_id in resume_ids]


def test_people_who_have_nothing_in_common(make_resume: ResumeFactory) -> None:
    stored = store_together(make_resume, [person("ada"), person("bo", canonical_skills=["Welding"]), person("cy")])
    assert [each.created for each in stored] == [True, True, True]
    assert [contact_of(each.candidate_id)[1] for each in stored] == [
        "ada@example.com",
        "bo@example.com",
        "cy@example.com",
    ]
    assert skills_of(stored[1].candidate_id) == {"Welding"}
    assert all(len(works_of(each.candidate_id)) == 1 for each in stored)


def test_resumes_of_one_person_add_up_in_their_order(make_resume: ResumeFactory) -> None:
    mills = work("Example Mills", "Analyst", "2017", "2018")
    stored = store_together(
        make_resume,
        [
            person("ada", canonical_skills=["Python"]),
            person("bo"),
            person("ada", full_name="Ada B. Example", phone_e164="+12015550123", canonical_skills=["Welding"]),
            person("ada", email="ADA@EXAMPLE.COM", work_experience=[mills], canonical_skills=["python"]),
        ],
    )
    ada = stored[0].candidate_id
    assert stored == [
        StoredCandidate(ada, None, created=True),
        StoredCandidate(stored[1].candidate_id, None, created=True),
        StoredCandidate(ada, "email", created=False),
        StoredCandidate(ada, "email", created=False),
    ]
    assert contact_of(ada) == ("ada Example", "ada@example.com", "+12015550123", None)
    assert [row[0] for row in works_of(ada)] == ["Analytical Engines Ltd", "Example Mills"]
    assert skills_of(ada) == {"Python", "Welding"}


def test_two_that_find_one_candidate_by_different_keys(make_resume: ResumeFactory) -> None:
    profile = "https://www.linkedin.com/in/ada-example"
    (known,) = store_together(make_resume, [person("ada", linkedin_url=profile)])
    by_email, by_profile = store_together(
        make_resume,
        [
            person("ada", canonical_skills=["Welding"]),
            person("ada", email="other@example.com", linkedin_url=profile, canonical_skills=["welding", "Sewing"]),
        ],
    )
    assert by_email == StoredCandidate(known.candidate_id, "email", created=False)
    assert by_profile == StoredCandidate(known.candidate_id, "linkedin", created=False)
    assert skills_of(known.candidate_id) == {"Python", "PostgreSQL", "Welding", "Sewing"}


def test_a_resume_does_not_overtake_an_earlier_one_of_the_same_person(make_resume: ResumeFactory) -> None:
    """The second waits for the first, whose number it has; the third knows the second's candidate by its profile."""
    profile, shared, own = "https://www.linkedin.com/in/ada-example", "+12015550123", "+12015550124"
    (ada,) = store_together(make_resume, [person("ada", linkedin_url=profile)])
    stored = store_together(
        make_resume,
        [
            person("bob", phone_e164=shared),
            person("ada", phone_e164=shared),
            person("ada", email="other@example.com", linkedin_url=profile, phone_e164=own),
            person("ada", email="third@example.com", phone_e164=shared),
        ],
    )
    assert [each.candidate_id == ada.candidate_id for each in stored] == [False, True, True, True]
    assert stored[3].matched_by == "phone"
    assert contact_of(ada.candidate_id)[2] == shared


def test_many_take_as_many_statements_as_one(make_resume: ResumeFactory, count_statements: StatementCounter) -> None:
    store_together(make_resume, [person(f"known{number}") for number in range(30)])
    counts = []
    for names in (("new0", "known0"), [f"{kind}{number}" for number in range(1, 30) for kind in ("new", "known")]):
        records = [person(name, canonical_skills=["Python", f"Skill of {name}"]) for name in names]
        resume_ids = [make_resume()[0] for _ in records]
        with count_statements() as statements, session_scope() as session:
            CandidateService(session).store_records(dict(zip(resume_ids, records, strict=True)))
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_batches_with_the_same_people_at_once(make_resume: ResumeFactory) -> None:
    """Whatever the order, and in more rounds than one, nobody waits in a circle."""
    names = [f"p{number}" for number in range(20)]
    skills = [f"Skill {number}" for number in range(20)]
    store_together(make_resume, [person(name) for name in names[:10]])
    batches = [
        [person(name, canonical_skills=half) for half in halves for name in order]
        for order in (names, names[::-1], names[1::2] + names[::2], names[10:] + names[:10])
        for halves in ((skills[:10], skills[10:]), (skills[10:], skills[:10]))
    ]
    with ThreadPoolExecutor(len(batches)) as pool:
        results = list(pool.map(lambda batch: store_together(make_resume, batch), batches))
    stored = [each for result in results for each in result]
    assert len({each.candidate_id for each in stored}) == 20
    assert sum(each.created for each in stored) == 10
    assert all(skills_of(each.candidate_id) >= set(skills) for each in stored)


def test_batches_of_different_people_with_the_same_new_skills_at_once(make_resume: ResumeFactory) -> None:
    """Each person twice, so that every batch takes two rounds, with skills that others meet in the other order."""
    skills = [f"Skill {number}" for number in range(200)]
    batches = [
        [
            person(f"p{batch}-{number}", canonical_skills=half)
            for half in ((skills[:100], skills[100:]) if batch % 2 else (skills[100:], skills[:100]))
            for number in range(5)
        ]
        for batch in range(8)
    ]
    with ThreadPoolExecutor(len(batches)) as pool:
        results = list(pool.map(lambda batch: store_together(make_resume, batch), batches))
    assert all(skills_of(each.candidate_id) == set(skills) for result in results for each in result)


def test_batches_that_find_the_same_candidates_by_other_keys_at_once(make_resume: ResumeFactory) -> None:
    """A shared number puts half of each batch into the second round: there others meet the candidates first."""
    names = [f"p{number}" for number in range(10)]
    profiles = {name: f"https://www.linkedin.com/in/{name}-example" for name in names}
    store_together(make_resume, [person(name, linkedin_url=profiles[name]) for name in names])
    by_email = [person(name, phone_e164=f"+1201555010{place % 5}") for place, name in enumerate(names)]
    by_profile = [
        person(name, email=f"{name}@example.org", linkedin_url=profiles[name], phone_e164=f"+1201555020{place % 5}")
        for place, name in enumerate(reversed(names))
    ]
    for _ in range(5):
        with ThreadPoolExecutor(2) as pool:
            results = pool.map(lambda batch: store_together(make_resume, batch), (by_email, by_profile))
            stored = [each for result in results for each in result]
        assert len(stored) == 20
        assert not any(each.created for each in stored)


def test_a_candidate_that_somebody_else_makes_meanwhile(
    make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    (known,) = store_together(make_resume, [person("ada")])
    find_matches = candidate_additions.find_matches
    asked: list[int] = []

    def find_late(session: Any, keys: Sequence[IdentityKeys]) -> list[Match | None]:
        asked.append(len(keys))
        return [None] * len(keys) if len(asked) == 1 else find_matches(session, keys)

    monkeypatch.setattr(candidate_additions, "find_matches", find_late)
    late, new = store_together(make_resume, [person("ada", canonical_skills=["Welding"]), person("bo")])
    assert late == StoredCandidate(known.candidate_id, "email", created=False)
    assert new.created
    assert "Welding" in skills_of(known.candidate_id)
