"""The times of dedup and persist, of the list and search pages, and a worker's memory."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from statistics import median
from typing import Any

import psutil
from fastapi.testclient import TestClient

import resume_parser
from benchmarks.documents import documents
from db.engine import session_scope
from services.candidate_service import CandidateService, IdentityKeys

REPEATS = 7


def dedup_and_persist_ms(resume_ids: Iterable[int], candidates: int, count: int) -> float:
    """Median milliseconds to match one record and store it in its own transaction; half are of known candidates."""
    times = []
    for number, resume_id in enumerate(islice(resume_ids, count)):
        record = _record(number * (candidates // count) + 1 if number % 2 else candidates * 1000 + number)
        started = time.perf_counter()
        with session_scope() as session:
            CandidateService(session).find_duplicates([IdentityKeys.of_record(record)])
        with session_scope() as session:
            CandidateService(session).store_record(resume_id, record)
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


def page_times_ms(client: TestClient, candidates: int) -> dict[str, float]:
    """Median milliseconds of each page, by its name."""
    middle = f"person{candidates // 2}@example.com"
    pages: dict[str, dict[str, str]] = {
        "list": {},
        "by name": {"q": f"Mensah {candidates // 3:x}"},
        "by common name": {"q": "Lena"},
        "by e-mail": {"email": middle},
        "by skill": {"skill": "Benchmark skill 77"},
        "no match": {"q": "Zzyzx Nobody"},
    }
    times = {name: _median_ms(partial(_page, client, params)) for name, params in pages.items()}
    cursor = _page(client, {})["next_cursor"]
    times["next page"] = _median_ms(lambda: _page(client, {"cursor": cursor}))
    times["resumes"] = _median_ms(lambda: client.get("/api/v1/resumes").raise_for_status())
    return times


def worker_memory_mb(after: Sequence[int]) -> list[float]:
    """Resident megabytes of this process after it has read and parsed so many documents, in a worker's batches."""
    resume_parser.load()
    sizes, done = [], 0
    supply = documents(max(after))
    today = datetime.now(UTC).date()
    for stop in after:
        while done < stop:
            batch = [resume_parser.read_document(content) for _, content in islice(supply, min(25, stop - done))]
            resume_parser.parse_batch(batch, today)
            done += len(batch)
        sizes.append(psutil.Process(os.getpid()).memory_info().rss / 1e6)
    return sizes


def _page(client: TestClient, params: dict[str, Any]) -> Any:
    return client.get("/api/v1/candidates", params=params).raise_for_status().json()


def _median_ms(action: Callable[[], Any]) -> float:
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        action()
        times.append((time.perf_counter() - started) * 1000)
    return median(times)


def _record(person: int) -> dict[str, Any]:
    return {
        "full_name": f"Ada Abara {person:x}",
        "email": f"person{person}@example.com",
        "phone_number": f"+1 312 {person % 10_000_000:07d}",
        "phone_e164": f"+1312{person % 10_000_000:07d}",
        "linkedin_url": f"https://www.linkedin.com/in/person-{person}",
        "education": [
            {"institution": "Riverbend College", "degree": "Bachelor of Science, Nursing", "end_date": "2015"}
        ],
        "work_experience": [
            {
                "company": f"Clinic {n}",
                "job_title": "Staff Nurse",
                "start_date": f"201{n}-02",
                "end_date": f"201{n + 1}-01",
            }
            for n in range(4)
        ],
        "skills": [f"Skill {n}" for n in range(10)],
        "canonical_skills": [f"Benchmark skill {n}" for n in range(1, 11)],
    }
