"""Erasing what a run has in hand, or what others send and store at that moment."""

import threading
from hashlib import sha256

import pytest
from sqlalchemy import text

from config import get_settings
from db import resumes
from db.engine import session_scope
from db.resumes import NewResume, claim_by_hash
from services import ingestion
from services.candidate_service import CandidateService
from services.erasure import erase, of_candidate, of_resume
from services.erasure_rest import finish_all
from services.recovery import recover
from tests.factories import ResumeFactory
from tests.personal_values import find_values
from tests.services.erased_people import BOB, BY, ada, person, rows_of


class TestInFlight:
    def test_a_run_in_hand_writes_nothing_and_nothing_comes_back(self, make_resume: ResumeFactory) -> None:
        erased, _ = make_resume()
        other, _ = make_resume(b"Bob Sample\nbob@example.com\nExperience\nClerk, Shop Ltd\n2019-01 - 2021-06\n")
        batch = ingestion.extract(ingestion.verify_hashes(ingestion.claim([erased, other])))
        erase(of_resume(erased), BY)
        batch = ingestion.persist(ingestion.deduplicate(ingestion.validate(ingestion.parse(batch))))
        assert {each.resume_id: each.status for each in batch.outcomes} == {erased: "lost", other: "completed"}
        assert recover() == 0
        assert ingestion.process_one(erased) is None
        assert find_values(get_settings().database_url, ("Ada Example", "ada@example.com")) == {}
        assert (rows_of("resumes"), rows_of("candidates")) == (1, 1)

    def test_a_run_that_is_just_writing_is_waited_for(self, make_resume: ResumeFactory) -> None:
        resume_id, _ = make_resume()
        batch = ingestion.extract(ingestion.verify_hashes(ingestion.claim([resume_id])))
        item = ingestion.parse(batch).items[0]
        eraser = threading.Thread(target=erase, args=(of_resume(resume_id), BY))
        with session_scope() as session:
            ingestion.leases.lock_attempts(session, {resume_id: item.claimed.attempt})
            stored = CandidateService(session).store_record(resume_id, item.record)
            row = ingestion.status_row(item, ingestion.verdicts.Verdict("completed"), stored)
            eraser.start()
            eraser.join(0.5)
            assert eraser.is_alive(), "it waits"
            ingestion.leases.settle(session, [row])
        eraser.join()
        assert find_values(get_settings().database_url, ("Ada Example", "ada@example.com")) == {}

    def test_skills_that_are_just_given_to_somebody_stay(
        self, make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # Whoever waited here would wait for this very thread.
        monkeypatch.setenv("PGOPTIONS", "-c lock_timeout=5s")
        _, candidate_id = person(make_resume, ada())
        resume_id, _ = make_resume()
        with session_scope() as session:
            CandidateService(session).store_record(resume_id, BOB | {"canonical_skills": ["Basket weaving"]})
            receipt = erase(of_candidate(candidate_id), BY)
        assert (receipt.removed.skills, receipt.finished_at) == (0, None)
        assert finish_all() == 1
        with session_scope() as session:
            assert session.scalars(text("SELECT name FROM skills")).all() == ["Basket weaving"]

    def test_the_same_file_sent_meanwhile_is_new(
        self, make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        resume_id, _ = make_resume(b"the bytes")
        known = resumes._known
        asked = []

        def erased_before(
            session: resumes.Session, hashes: list[dict[str, object]]
        ) -> dict[str, resumes.ClaimedResume]:
            if hashes and not asked:
                asked.append(hashes)
                with session_scope() as other:
                    other.execute(text("DELETE FROM resumes"))
            return known(session, hashes)

        monkeypatch.setattr(resumes, "_known", erased_before)
        digest = sha256(b"the bytes").hexdigest()
        with session_scope() as session:
            claimed = claim_by_hash(session, [NewResume("a.txt", "a", digest, 9, "text/plain", "api")])[digest]
        assert claimed.created
        assert claimed.resume_id != resume_id
