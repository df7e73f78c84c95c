"""Who is known already, and what another resume of a known person adds."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select

from db.engine import Session, session_scope
from db.tables import EducationRow, Skill
from models.candidate_models import CandidateCreate
from services.candidate_service import CandidateService, IdentityKeys, Match, StoredCandidate
from services.errors import CandidateExists
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import contact_of, skills_of, store, store_as, work, works_of


@pytest.fixture
def service(session: Session) -> CandidateService:
    return CandidateService(session)


class TestFindDuplicate:
    def test_nobody_is_known_at_first(self, service: CandidateService) -> None:
        assert service.find_duplicate("ada@example.com", "+12015550123") is None

    @pytest.mark.parametrize(
        ("email", "phone", "linkedin", "matched_by"),
        [
            ("ADA@Example.COM", None, None, "email"),
            (None, "+1 (201) 555-0123", None, "phone"),
            (None, None, "linkedin.com/in/Ada-Example/", "linkedin"),
            ("ada@example.com", "+12015550123", "https://www.linkedin.com/in/ada-example", "email"),
            ("other@example.com", "+12015550123", "https://www.linkedin.com/in/ada-example", "linkedin"),
        ],
    )
    def test_by_each_key_in_any_form(
        self,
        make_resume: ResumeFactory,
        service: CandidateService,
        email: str | None,
        phone: str | None,
        linkedin: str | None,
        matched_by: Any,
    ) -> None:
        stored = store(make_resume)
        assert service.find_duplicate(email, phone, linkedin) == Match(stored.candidate_id, matched_by)

    def test_a_family_shares_its_telephone(self, make_resume: ResumeFactory, service: CandidateService) -> None:
        ada = store(make_resume)
        assert service.find_duplicate("bob@example.com", "+12015550123", None, "Bob Example") is None
        same = Match(ada.candidate_id, "phone")
        assert service.find_duplicate("a.example@example.org", "+12015550123", None, "Example, A. Ada") == same

    def test_a_batch_is_one_query_and_keeps_its_order(self, make_resume: ResumeFactory, session: Session) -> None:
        first = store(make_resume)
        second = store(make_resume, email="bo@example.com", phone_e164=None, phone_number=None, linkedin_url=None)
        keys = [
            IdentityKeys.of("bo@example.com", None),
            IdentityKeys.of("nobody@example.com", None),
            IdentityKeys.of("Ada@example.com", None),
            IdentityKeys(),
        ]
        matches = CandidateService(session).find_duplicates(keys)
        assert [match and match.candidate_id for match in matches] == [
            second.candidate_id,
            None,
            first.candidate_id,
            None,
        ]
        assert CandidateService(session).find_duplicates([]) == []


class TestStoreRecord:
    def test_a_new_person_with_everything(self, make_resume: ResumeFactory) -> None:
        stored = store(make_resume)
        assert stored == StoredCandidate(stored.candidate_id, None, created=True)
        assert contact_of(stored.candidate_id) == (
            "Ada Example",
            "ada@example.com",
            "+12015550123",
            "https://www.linkedin.com/in/ada-example",
        )
        assert works_of(stored.candidate_id) == [
            ("Analytical Engines Ltd", "Engineer", "2019-01-01", "month", "None", True)
        ]
        assert skills_of(stored.candidate_id) == {"Python", "PostgreSQL"}
        with session_scope() as session:
            education = session.scalars(select(EducationRow)).one()
        assert (str(education.end_date), education.end_date_precision) == ("2016-06-01", "month")

    def test_a_known_person_gains_what_is_new_and_loses_nothing(self, make_resume: ResumeFactory) -> None:
        first = store(make_resume, phone_e164=None, phone_number=None)
        second = store(
            make_resume,
            email="ADA@EXAMPLE.COM",
            full_name="Ada B. Example",
            linkedin_url=None,
            education=[],
            work_experience=[work("Example Mills", "Analyst", "2017", "2018")],
            canonical_skills=["postgresql", "Welding"],
        )
        assert second == StoredCandidate(first.candidate_id, "email", created=False)
        assert contact_of(first.candidate_id) == (
            "Ada Example",
            "ada@example.com",
            "+12015550123",
            "https://www.linkedin.com/in/ada-example",
        )
        assert [row[0] for row in works_of(first.candidate_id)] == ["Analytical Engines Ltd", "Example Mills"]
        assert skills_of(first.candidate_id) == {"Python", "PostgreSQL", "Welding"}

    def test_an_entry_written_another_way_is_not_doubled_but_completed(self, make_resume: ResumeFactory) -> None:
        first = store(make_resume)
        store(make_resume, work_experience=[work("ANALYTICAL ENGINES", "engineer", "2019", "2023-04")])
        assert works_of(first.candidate_id) == [
            ("Analytical Engines Ltd", "Engineer", "2019-01-01", "month", "2023-04-01", False)
        ]

    def test_an_older_resume_does_not_reopen_what_has_ended(self, make_resume: ResumeFactory) -> None:
        first = store(make_resume, work_experience=[work("Example Mills", "Analyst", "2017-02", "2018-03")])
        store(make_resume, work_experience=[work("Example Mills", "Analyst", "2017-02", "present")])
        assert works_of(first.candidate_id) == [
            ("Example Mills", "Analyst", "2017-02-01", "month", "2018-03-01", False)
        ]

    def test_two_stays_at_one_employer_remain_two(self, make_resume: ResumeFactory) -> None:
        stays = [work("Example Mills", "Analyst", "2010", "2012"), work("Example Mills", "Analyst", "2015", "2017")]
        first = store(make_resume, work_experience=stays)
        store(make_resume, work_experience=stays)
        assert len(works_of(first.candidate_id)) == 2

    def test_values_too_long_are_cut_at_a_word(self, make_resume: ResumeFactory) -> None:
        stored = store(
            make_resume,
            full_name="Ada " + "Longname " * 60,
            linkedin_url="https://example.com/" + "x" * 600,
            work_experience=[work("Company " * 100, "Engineer\x07 ", "2019", None)],
            canonical_skills=["skill " * 50],
        )
        name, _, _, linkedin = contact_of(stored.candidate_id)
        assert len(name) <= 255
        assert name.endswith("Longname…")
        assert linkedin is None
        ((company, title, *_),) = works_of(stored.candidate_id)
        assert company.endswith("Company…")
        assert title == "Engineer"
        assert all(len(skill) <= 100 for skill in skills_of(stored.candidate_id))

    def test_ten_resumes_of_one_person_at_once_make_one_candidate(self, make_resume: ResumeFactory) -> None:
        records = [
            make_record(
                email="ada@example.com" if number % 2 else "ADA@example.com",
                canonical_skills=["Python", f"Skill {number}", "Shared"],
                work_experience=[work("Analytical Engines Ltd", "Engineer", "2019-01", "present")],
            )
            for number in range(10)
        ]
        with ThreadPoolExecutor(10) as pool:
            stored = list(pool.map(lambda record: store_as(make_resume, record)[1], records))
        assert len({each.candidate_id for each in stored}) == 1
        assert sum(each.created for each in stored) == 1
        candidate_id = stored[0].candidate_id
        assert len(works_of(candidate_id)) == 1
        assert skills_of(candidate_id) == {"Python", "Shared", *(f"Skill {number}" for number in range(10))}

    def test_one_person_under_ten_addresses_at_once_is_one_by_profile(self, make_resume: ResumeFactory) -> None:
        records = [make_record(email=f"ada{number}@example.com") for number in range(10)]
        with ThreadPoolExecutor(10) as pool:
            stored = list(pool.map(lambda record: store_as(make_resume, record)[1], records))
        assert len({each.candidate_id for each in stored}) == 1
        assert {each.matched_by for each in stored if not each.created} == {"linkedin"}

    def test_different_people_with_the_same_new_skills_at_once(self, make_resume: ResumeFactory) -> None:
        names = [f"Skill {number}" for number in range(30)]

        def person(number: int) -> StoredCandidate:
            skills = names if number % 2 else names[::-1]
            record = make_record(
                email=f"p{number}@example.com",
                phone_e164=None,
                phone_number=None,
                linkedin_url=None,
                canonical_skills=skills,
            )
            return store_as(make_resume, record)[1]

        with ThreadPoolExecutor(10) as pool:
            stored = list(pool.map(person, range(20)))
        assert all(skills_of(each.candidate_id) == set(names) for each in stored)
        with session_scope() as session:
            assert len(session.scalars(select(Skill)).all()) == 30


class TestCreateCandidate:
    def test_created_and_refused_in_another_case(self, service: CandidateService) -> None:
        made = service.create_candidate(CandidateCreate(full_name=" Bo Example ", email="bo@example.com"))
        assert (made.full_name, made.email, made.phone_number) == ("Bo Example", "bo@example.com", None)
        with pytest.raises(CandidateExists):
            service.create_candidate(CandidateCreate(full_name="Bo", email="BO@example.com"))
