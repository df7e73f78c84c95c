"""What must hold when everything is over, whatever was done to the stack. Each check gives what is wrong, in words."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any

import psycopg2
import pytest

from config import get_settings
from db.engine import dispose_engine
from services.file_store import get_file_store
from services.store_check import check_store
from services.store_upkeep import find_orphans, remove_orphans
from tests.faults.people import Document
from tests.faults.stand import Stand

FINAL_SECONDS = 420.0
END_SECONDS = 60.0
FINAL = ("completed", "needs_review", "failed")

_RESUMES = """
    SELECT resumes.file_hash, jobs.id::text, upload_status, status_reason, candidates.email, resumes.candidate_id
    FROM resumes LEFT JOIN jobs ON jobs.resume_id = resumes.id LEFT JOIN candidates ON candidates.id = candidate_id
    WHERE file_hash = ANY(%s)
"""
_TWICE = {
    "candidates": "SELECT lower(email) FROM candidates GROUP BY 1 HAVING count(*) > 1",
    "names of candidates": "SELECT lower(full_name) FROM candidates WHERE email LIKE %s GROUP BY 1 HAVING count(*) > 1",
    "jobs": """
        SELECT candidate_id FROM work_experience JOIN candidates ON candidates.id = candidate_id WHERE email LIKE %s
        GROUP BY candidate_id, company, job_title, start_date HAVING count(*) > 1
    """,
}


def wait_until_final(stand: Stand, documents: Sequence[Document]) -> float:
    """Seconds that it took; it is given up in the end, and the invariants say of what."""
    started = time.monotonic()
    while time.monotonic() - started < FINAL_SECONDS:
        try:
            rows = _resumes(stand, documents)
        except psycopg2.OperationalError:
            rows = []
        if len(rows) == len(documents) and all(row["status"] in FINAL for row in rows):
            break
        time.sleep(1.0)
    return time.monotonic() - started


def statuses(stand: Stand, documents: Sequence[Document]) -> Counter[str]:
    """How many ended how, with the reason where there is one."""
    return Counter(" ".join(filter(None, (row["status"], row["reason"]))) for row in _resumes(stand, documents))


def violations(stand: Stand, documents: Sequence[Document], accepted: Mapping[str, str]) -> list[str]:
    """Of all invariants but the last, while the stack still runs."""
    rows = _resumes(stand, documents)
    return [
        *(f"accepted and not stored: {file_hash}" for file_hash in accepted.keys() - {row["hash"] for row in rows}),
        *(f"never accepted: {document.file_hash}" for document in documents if document.file_hash not in accepted),
        *(f"another job than was answered: {row['hash']}" for row in rows if accepted.get(row["hash"]) != row["job"]),
        *(f"not final: {row['hash']} is {row['status']}" for row in rows if row["status"] not in FINAL),
        *_miscounted(rows),
        *_misassigned(rows, documents),
        *_doubled(stand, documents),
        *_misstored(stand),
        *_told_in_logs(stand, documents),
    ]


def left_running(stand: Stand) -> list[str]:
    """Processes that are there although the stack has ended."""
    deadline = time.monotonic() + END_SECONDS
    while (left := stand.processes()) and time.monotonic() < deadline:
        time.sleep(0.5)
    return [f"still running: {' '.join(process.cmdline()[:4])}" for process in left]


def _resumes(stand: Stand, documents: Sequence[Document]) -> list[dict[str, Any]]:
    found = _query(stand, _RESUMES, ([document.file_hash for document in documents],))
    return [dict(zip(("hash", "job", "status", "reason", "email", "candidate"), row, strict=True)) for row in found]


def _miscounted(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if len({row["hash"] for row in rows}) != len(rows):
        yield "a resume has several rows or jobs"


def _misassigned(rows: Sequence[Mapping[str, Any]], documents: Sequence[Document]) -> Iterator[str]:
    emails = {document.file_hash: document.email for document in documents}
    for row in rows:
        if row["status"] == "completed" and row["email"] != emails[row["hash"]]:
            yield f"completed for another person, or for nobody: {row['hash']}"
        if row["status"] == "needs_review":
            yield f"a good resume is in review: {row['hash']}, {row['reason']}"


def _doubled(stand: Stand, documents: Sequence[Document]) -> Iterator[str]:
    domain = f"%@{documents[0].email.partition('@')[2]}"
    for what, query in _TWICE.items():
        for row in _query(stand, query, (domain,) if "%s" in query else None):
            yield f"{what} twice: {row[0]}"


def _misstored(stand: Stand) -> Iterator[str]:
    """What upkeep leaves in the store is what the rows name, with their hashes."""
    with _settings_of(stand):
        remove_orphans(find_orphans())
        report = check_store()
    yield from (f"file of resume {resume_id} is missing" for resume_id in report.missing)
    yield from (f"file of resume {resume_id} is damaged" for resume_id in report.damaged)
    yield from (f"no resume has {path}" for path in report.orphans)
    yield from (f"resumes {ids} are {what}" for what, ids in report.contradictions.items())


def _told_in_logs(stand: Stand, documents: Sequence[Document]) -> Iterator[str]:
    secrets = {secret for document in documents for secret in (document.email, document.name)}
    for log in (stand.data_dir / "logs").iterdir():
        text = log.read_text(errors="replace")
        told = sum(secret in text for secret in secrets)
        if told:
            yield f"{log.name} tells {told} names and e-mail addresses"


@contextmanager
def _settings_of(stand: Stand) -> Iterator[None]:
    """This process works on the stand's database and files for a while."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATABASE_URL", stand.database_url)
        environment.setenv("INTAKE_STORAGE_URL", stand.store.as_uri())
        _forget_settings()
        yield
    _forget_settings()


def _forget_settings() -> None:
    dispose_engine()
    get_settings.cache_clear()
    get_file_store.cache_clear()


def _query(stand: Stand, query: str, values: tuple[Any, ...] | None = None) -> list[tuple[Any, ...]]:
    url = stand.database_url.replace("+psycopg2", "")
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
