"""One act removes a person, or a resume, from everywhere; nobody else loses anything, and no run brings it back."""

from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from config import get_settings
from db import erasures
from db.engine import session_scope
from db.tables import Base, Erasure
from models.candidate_models import CandidateCreate
from services import erasure_rest
from services.candidate_service import CandidateService
from services.erasure import count_holdings, erase, of_candidate, of_email, of_file, of_resume
from services.erasure_rest import finish_all
from services.errors import CandidateNotFound, ErasedFile, NothingToErase, ResumeNotFound, StoreUnavailable
from services.file_store import FileStore
from services.resume_service import ResumeService
from tests.factories import ResumeFactory
from tests.personal_values import find_values
from tests.services.erased_people import ADA, BOB, BY, ada, person, rows_of, stored_files, values_left
from tests.services.stored_candidates import contact_of, skills_of, store_as, work, works_of

NOTHING_OF_PEOPLE = {"api_keys", "audit_log", "erasures", "page_users", "stage_times"}
"""What these have of anybody is of those who use the system."""


def test_of_each_table_it_is_known_whether_it_holds_something_of_people() -> None:
    assert set(Base.metadata.tables) == {*erasures.KEPT_OF_PEOPLE, "skills"} | NOTHING_OF_PEOPLE


@pytest.fixture(autouse=True)
def inbox(database_url: str) -> Path:
    folder = get_settings().resolved_inbox_dir
    folder.mkdir(parents=True)
    return folder


class TestAPerson:
    def test_nothing_is_left_and_nobody_else_loses_anything(self, make_resume: ResumeFactory, inbox: Path) -> None:
        _, candidate_id = person(make_resume, ada())
        bob_resume, bob = store_as(make_resume, BOB)
        make_resume(upload_status="needs_review", extracted_data=ada(full_name=None), file_name="quaint-cv (2).pdf")
        copy = inbox / "done" / "Ada Zuleika Quaint" / "quaint-cv.pdf"
        copy.parent.mkdir(parents=True)
        copy.write_bytes(next(path for path in stored_files() if b"Copy 1" in path.read_bytes()).read_bytes())
        other = inbox / "done" / "other.pdf"
        other.write_bytes(b"x" * copy.stat().st_size)
        assert set(values_left()) >= {"candidates.full_name", "resumes.raw_text", "resumes.extracted_data"}
        with session_scope() as session:
            foreseen = count_holdings(session, of_candidate(candidate_id))
        receipt = erase(of_candidate(candidate_id), BY)
        assert receipt.removed == foreseen.model_copy(update={"skills": 1})
        assert (receipt.removed.candidates, receipt.removed.resumes, receipt.removed.jobs) == (1, 2, 2)
        assert (receipt.by, receipt.files_left, receipt.finished_at is not None) == ("key:7", 0, True)
        assert values_left() == {}
        assert len(stored_files()) == 1
        assert (copy.exists(), copy.parent.exists(), other.exists()) == (False, False, True)
        assert skills_of(bob.candidate_id) == {"Python"}
        assert len(works_of(bob.candidate_id)) == 1
        with session_scope() as session:
            said = session.execute(text("SELECT who, kind, subject_id FROM audit_log WHERE action = 'erase'"))
            assert {tuple(row)[:2] for row in said} == {("key:7", "candidate"), ("key:7", "resume")}
        assert bob_resume

    def test_by_email_in_any_case_with_drafts_alone_too(self, make_resume: ResumeFactory) -> None:
        person(make_resume, ada())
        erase(of_email(" ADA.quaint@EXAMPLE.com"), BY)
        assert values_left() == {}
        make_resume(upload_status="needs_review", extracted_data=ada(full_name=None))
        erase(of_email("ada.quaint@example.com"), BY)
        assert rows_of("resumes") == 0

    @pytest.mark.parametrize(
        ("find", "error"),
        [
            (of_candidate(9), CandidateNotFound),
            (of_resume(9), ResumeNotFound),
            (of_email("nobody@example.com"), NothingToErase),
            (of_file("0" * 64), NothingToErase),
        ],
    )
    def test_what_is_not_there_is_an_error_and_leaves_no_receipt(self, find: object, error: type[Exception]) -> None:
        with pytest.raises(error):
            erase(find, BY)  # type: ignore[arg-type]
        assert rows_of("erasures") == rows_of("audit_log") == 0


class TestAResume:
    def test_the_last_one_takes_its_candidate_along(self, make_resume: ResumeFactory) -> None:
        first, candidate_id = person(make_resume, ada())
        second, same = person(make_resume, ada(), matched_by="email")
        assert candidate_id == same
        assert erase(of_resume(first), BY).removed.candidates == 0
        assert erase(of_resume(second), BY).removed.candidates == 1
        assert values_left() == {}

    def test_a_candidate_entered_by_hand_stays(self, make_resume: ResumeFactory) -> None:
        with session_scope() as session:
            data = CandidateCreate(full_name="Ada Quaint", email=str(ADA["email"]))
            created = CandidateService(session).create_candidate(data)
        resume_id, candidate_id = person(make_resume, ada(), matched_by="email")
        assert candidate_id == created.id
        erase(of_resume(resume_id), BY)
        assert contact_of(candidate_id) == ("Ada Quaint", ADA["email"], None, None)
        assert works_of(candidate_id) == []
        assert skills_of(candidate_id) == set()

    def test_what_other_resumes_told_as_well_stays(self, make_resume: ResumeFactory) -> None:
        job = work("Analytical Engines Ltd", "Engineer", "2019-01", "present")
        first, candidate_id = person(make_resume, ada(work_experience=[job, work("Gone Ltd", "Clerk", "2001", "2002")]))
        newer = ada(full_name="Ada Q. Example", skills=[], canonical_skills=["Python"], work_experience=[job])
        person(make_resume, newer | {"phone_number": None, "phone_e164": None}, matched_by="email")
        erase(of_resume(first), BY)
        assert contact_of(candidate_id)[:3] == ("Ada Q. Example", ADA["email"], None)
        assert [row[0] for row in works_of(candidate_id)] == ["Analytical Engines Ltd"]
        assert skills_of(candidate_id) == {"Python"}

    def test_by_the_hash_of_its_file(self, make_resume: ResumeFactory) -> None:
        make_resume(b"the bytes")
        assert erase(of_file(sha256(b"the bytes").hexdigest().upper()), BY).removed.resumes == 1
        assert stored_files() == []


class TestLater:
    def test_what_could_not_be_removed_is_removed_by_maintain(
        self, make_resume: ResumeFactory, file_store: FileStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        resume_id, _ = make_resume()

        def fail(_: object, __: str) -> bool:
            raise StoreUnavailable

        with monkeypatch.context() as broken:
            broken.setattr(FileStore, "remove", fail)
            receipt = erase(of_resume(resume_id), BY)
            assert (receipt.files_left, receipt.finished_at) == (1, None)
            assert finish_all() == 0
        assert len(stored_files()) == 1
        assert finish_all() == 1
        assert stored_files() == []
        with session_scope() as session:
            kept = session.get_one(Erasure, receipt.id)
            assert (kept.files_left, kept.file_marks) == ([], [])
        assert finish_all() == 0

    def test_a_copy_that_a_sweep_has_in_hand_is_waited_for(self, make_resume: ResumeFactory, inbox: Path) -> None:
        resume_id, _ = make_resume(b"the bytes")
        in_hand, done = inbox / ".taking" / "sweep" / "files" / "a.txt", inbox / "done" / "a.txt"
        in_hand.parent.mkdir(parents=True)
        done.parent.mkdir()
        in_hand.write_bytes(b"the bytes")
        assert erase(of_resume(resume_id), BY).finished_at is None
        assert stored_files() == []
        in_hand.rename(done)
        assert finish_all() == 1
        assert not done.exists()

    def test_a_process_that_dies_after_the_rows(
        self, make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        resume_id, _ = make_resume()
        with monkeypatch.context() as dying:
            dying.setattr(erasure_rest, "_remove_copies", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                erase(of_resume(resume_id), BY)
        assert finish_all() == 1
        assert stored_files() == []

    def test_the_same_file_sent_again_keeps_its_file(self, file_store: FileStore) -> None:
        service = ResumeService()
        first = upload(service, b"Ada Example\n")
        with session_scope() as session:
            erasure = erasures.Erasure(
                who="t", removed={}, files_left=[{"path": path_of(first), "byte_size": 12}], file_marks=[]
            )
            erasures.add_erasure(session, erasure)
        assert finish_all() == 1
        assert len(stored_files()) == 1

    def test_the_same_file_is_a_new_resume(self, file_store: FileStore) -> None:
        service = ResumeService()
        first = upload(service, b"Ada Example\n")
        erase(of_resume(first), BY)
        assert upload(service, b"Ada Example\n") > first
        assert len(stored_files()) == 1

    def test_or_it_is_refused_by_the_setting(self, file_store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("INTAKE_REFUSE_ERASED", "true")
        get_settings.cache_clear()
        service = ResumeService()
        erase(of_resume(upload(service, b"Ada Example\n")), BY)
        with pytest.raises(ErasedFile):
            upload(service, b"Ada Example\n")
        assert stored_files() == []
        assert upload(service, b"Somebody else\n")
        assert find_values(get_settings().database_url, (sha256(b"Ada Example\n").hexdigest(),)) == {}


def upload(service: ResumeService, content: bytes) -> int:
    received = service.receive("a.txt", [content])
    received.finish()
    return service.upload_resume(received).resume_id


def path_of(resume_id: int) -> str:
    with session_scope() as session:
        return str(session.scalar(text("SELECT file_path FROM resumes WHERE id = :id"), {"id": resume_id}))
