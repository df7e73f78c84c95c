"""What a resume parsed once more changes in its candidate."""

from typing import Any

import pytest
from sqlalchemy import text

from db.engine import session_scope
from db.tables import Candidate, WorkExperienceRow
from services.candidate_service import CandidateService, StoredCandidate
from services.errors import ResumeNotFound
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import contact_of, skills_of, store, store_as, work, works_of


class TestReplaceRecord:
    def replace(self, resume_id: int, record: dict[str, Any]) -> StoredCandidate:
        with session_scope() as session:
            return CandidateService(session).replace_record(resume_id, record)

    def test_what_only_this_resume_told_is_replaced(self, make_resume: ResumeFactory) -> None:
        resume_id, stored = store_as(make_resume, make_record(full_name="Ada Exmaple Curriculum"))
        self.replace(
            resume_id,
            make_record(work_experience=[work("Example Mills", "Analyst", "2017", "2018")], canonical_skills=["Go"]),
        )
        assert contact_of(stored.candidate_id)[0] == "Ada Example"
        assert [row[0] for row in works_of(stored.candidate_id)] == ["Example Mills"]
        assert skills_of(stored.candidate_id) == {"Go"}

    def test_what_another_resume_told_as_well_stays(self, make_resume: ResumeFactory) -> None:
        resume_id, stored = store_as(make_resume, make_record())
        store_as(make_resume, make_record(canonical_skills=["Python", "Rust"]))
        self.replace(resume_id, make_record(work_experience=[], education=[], canonical_skills=["Go"]))
        assert [row[0] for row in works_of(stored.candidate_id)] == ["Analytical Engines Ltd"]
        assert skills_of(stored.candidate_id) == {"Python", "Rust", "Go"}

    def test_the_same_record_again_changes_no_row(self, make_resume: ResumeFactory) -> None:
        resume_id, stored = store_as(make_resume, make_record())
        before = self.versions()
        assert self.replace(resume_id, make_record()) == StoredCandidate(stored.candidate_id, None, created=False)
        assert self.versions() == before

    def test_values_that_did_not_come_from_this_resume_stay(self, make_resume: ResumeFactory) -> None:
        resume_id, stored = store_as(make_resume, make_record())
        with session_scope() as session:
            session.get_one(Candidate, stored.candidate_id).email = "corrected@example.com"
            session.add(WorkExperienceRow(candidate_id=stored.candidate_id, company="Entered by hand"))
        self.replace(resume_id, make_record(email="misread@example.com", work_experience=[]))
        assert contact_of(stored.candidate_id)[1] == "corrected@example.com"
        assert [row[0] for row in works_of(stored.candidate_id)] == ["Entered by hand"]

    def test_an_address_of_somebody_else_is_not_taken(self, make_resume: ResumeFactory) -> None:
        resume_id, stored = store_as(make_resume, make_record())
        store(make_resume, email="bo@example.com", phone_e164=None, phone_number=None, linkedin_url=None)
        self.replace(resume_id, make_record(email="BO@example.com"))
        assert contact_of(stored.candidate_id)[1] == "ada@example.com"

    def test_a_resume_without_candidate_gets_one(self, make_resume: ResumeFactory) -> None:
        resume_id, _ = make_resume(upload_status="needs_review")
        stored = self.replace(resume_id, make_record())
        assert stored.created
        with session_scope() as session:
            linked = session.scalar(text("SELECT candidate_id FROM resumes WHERE id = :id"), {"id": resume_id})
        assert linked == stored.candidate_id

    def test_an_unknown_resume_is_an_error(self, database_url: str) -> None:
        with pytest.raises(ResumeNotFound):
            self.replace(4711, make_record())

    def versions(self) -> list[Any]:
        query = """
            SELECT xmin::text, ctid::text FROM work_experience UNION ALL SELECT xmin::text, ctid::text FROM education
            UNION ALL SELECT xmin::text, ctid::text FROM candidate_skills
            UNION ALL SELECT xmin::text, ctid::text FROM candidates
        """
        with session_scope() as session:
            return list(session.execute(text(query)))
