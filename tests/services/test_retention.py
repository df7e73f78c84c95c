"""What has been kept long enough goes, what was sent again stays, and without a setting all stays."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from config import get_settings
from config.settings import Settings
from db.engine import session_scope
from models.candidate_models import CandidateCreate
from services import retention
from services.candidate_service import CandidateService
from services.retention import retain
from tests.factories import ResumeFactory, make_record
from tests.services.stored_candidates import store_as

NOW = datetime.now(UTC)


@pytest.fixture
def keep_for(database_url: str, monkeypatch: pytest.MonkeyPatch) -> object:
    get_settings().resolved_inbox_dir.mkdir(parents=True)

    def set_months(months: int | None, by_source: str = "") -> None:
        if months is not None:
            monkeypatch.setenv("INTAKE_RETENTION_MONTHS", str(months))
        monkeypatch.setenv("INTAKE_RETENTION_MONTHS_BY_SOURCE", by_source)
        get_settings.cache_clear()

    return set_months


def person(make_resume: ResumeFactory, name: str, months_ago: float, **columns: object) -> int:
    record = make_record(
        full_name=f"{name} Example", email=f"{name}@example.com", phone_e164=None, phone_number=None, linkedin_url=None
    )
    resume_id, stored = store_as(make_resume, record)
    age(resume_id, months_ago, **columns)
    return stored.candidate_id


def age(resume_id: int, months_ago: float, **columns: object) -> None:
    columns = {"last_sent_at": NOW - timedelta(days=30.5 * months_ago), **columns}
    with session_scope() as session:
        for name, value in columns.items():
            session.execute(text(f"UPDATE resumes SET {name} = :v WHERE id = :id"), {"v": value, "id": resume_id})


def candidates() -> set[int]:
    with session_scope() as session:
        return set(session.scalars(text("SELECT id FROM candidates")))


def resumes() -> set[int]:
    with session_scope() as session:
        return set(session.scalars(text("SELECT id FROM resumes")))


def test_without_a_setting_all_is_kept(keep_for: object, make_resume: ResumeFactory) -> None:
    person(make_resume, "ada", 500)
    assert retain() is None
    assert len(candidates()) == 1


def test_who_sent_nothing_for_so_long_goes(keep_for: object, make_resume: ResumeFactory) -> None:
    keep_for(12)  # type: ignore[operator]
    old, fresh = person(make_resume, "ada", 13), person(make_resume, "bob", 11)
    sent_again = person(make_resume, "cid", 30)
    assert person(make_resume, "cid", 1) == sent_again
    foreseen = retain(dry_run=True)
    assert candidates() == {old, fresh, sent_again}
    done = retain()
    assert candidates() == {fresh, sent_again}
    assert foreseen is not None
    assert done is not None
    assert (done.candidates, done.resumes) == (1, 1)
    assert foreseen == done
    with session_scope() as session:
        said = session.execute(text("SELECT who, kind, subject_id FROM audit_log WHERE action = 'erase' ORDER BY id"))
        assert tuple(said.first() or ()) == ("retain", "candidate", str(old))
        assert session.scalar(text("SELECT count(*) FROM erasures WHERE finished_at IS NOT NULL")) == 1
    again = retain()
    assert again is not None
    assert again.candidates == 0


def test_who_has_a_young_draft_stays(keep_for: object, make_resume: ResumeFactory) -> None:
    keep_for(12)  # type: ignore[operator]
    person(make_resume, "ada", 13)
    make_resume(upload_status="needs_review", extracted_data=make_record(full_name=None, email="ada@example.com"))
    retain()
    assert (len(candidates()), len(resumes())) == (1, 2)


def test_resumes_without_a_candidate_and_candidates_without_a_resume(
    keep_for: object, make_resume: ResumeFactory
) -> None:
    keep_for(12)  # type: ignore[operator]
    old, _ = make_resume(upload_status="failed", status_reason="corrupt")
    waiting, _ = make_resume()
    fresh, _ = make_resume(upload_status="needs_review")
    for resume_id, months in ((old, 13), (waiting, 13), (fresh, 1)):
        age(resume_id, months)
    with session_scope() as session:
        for name in ("ada", "bob"):
            CandidateService(session).create_candidate(CandidateCreate(full_name=name, email=f"{name}@example.com"))
        session.execute(text("UPDATE candidates SET updated_at = now() - interval '2 years' WHERE full_name = 'ada'"))
    retain()
    assert resumes() == {waiting, fresh}
    with session_scope() as session:
        assert session.scalars(text("SELECT full_name FROM candidates")).all() == ["bob"]


def test_sources_have_times_of_their_own(keep_for: object, make_resume: ResumeFactory) -> None:
    keep_for(None, "Job fair=6, sweep = 3")  # type: ignore[operator]
    fair = person(make_resume, "ada", 7, source_label="JOB FAIR")
    swept = person(make_resume, "bob", 4, source="sweep")
    told_otherwise = person(make_resume, "cid", 4, source="sweep", source_label="Job fair")
    for_ever = person(make_resume, "dot", 99, source="api")
    report = retain()
    assert report is not None
    assert report.candidates == 2
    assert candidates() == {told_otherwise, for_ever}
    assert {fair, swept}.isdisjoint(candidates())


def test_who_sends_a_resume_meanwhile_stays(
    keep_for: object, make_resume: ResumeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_for(12)  # type: ignore[operator]
    old = person(make_resume, "ada", 13)
    erase_rows = retention.erase_rows

    def after_another_upload(*arguments: object) -> object:
        with session_scope() as session:
            session.execute(text("UPDATE resumes SET last_sent_at = now()"))
        return erase_rows(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(retention, "erase_rows", after_another_upload)
    report = retain()
    assert candidates() == {old}
    assert report is not None
    assert report.resumes == 0


@pytest.mark.parametrize("listed", ["fair", "fair=", "=3", "fair=0", "fair=six"])
def test_odd_settings_are_refused(listed: str) -> None:
    with pytest.raises(ValueError, match="number of months"):
        Settings(retention_months_by_source=listed)
