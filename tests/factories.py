"""Makers of rows and records for tests. All people are invented."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from db.engine import session_scope
from db.tables import Job, Resume
from services.file_store import FileStore

ResumeFactory = Callable[..., tuple[int, UUID]]
RESUME_TEXT = """Ada Example
ada@example.com
Experience
Engineer, Analytical Engines Ltd
2019-01 - 2021-06
"""


@pytest.fixture
def make_resume(file_store: FileStore) -> ResumeFactory:
    """A stored resume with its job: `make_resume(content=b"...", upload_status="completed")` -> (resume id, job id)."""
    made = 0

    def make(content: bytes | None = None, **columns: Any) -> tuple[int, UUID]:
        nonlocal made
        made += 1
        body = content if content is not None else f"{RESUME_TEXT}\nCopy {made}".encode()
        pending = file_store.begin()
        pending.write(body)
        file_path = file_store.keep(pending)
        defaults = {
            "file_name": f"resume-{made}.txt",
            "file_path": file_path,
            "file_hash": pending.file_hash,
            "byte_size": pending.byte_size,
            "media_type": "text/plain",
        }
        with session_scope() as session:
            resume = Resume(**(defaults | columns))
            job = Job(resume=resume)
            session.add(job)
            session.flush()
            return resume.id, job.id

    return make


def make_record(**changes: Any) -> dict[str, Any]:
    """A record in the shape of `ParsedResume.to_record()`, of one invented person unless changed."""
    record = {
        "full_name": "Ada Example",
        "email": "ada@example.com",
        "phone_number": "+1 201 555 0123",
        "phone_e164": "+12015550123",
        "linkedin_url": "https://www.linkedin.com/in/ada-example",
        "education": [
            {
                "institution": "Example University",
                "degree": "Bachelor of Science, Mathematics",
                "start_date": "2012",
                "end_date": "2016-06",
                "location": None,
                "level": "bachelor",
            }
        ],
        "work_experience": [
            {
                "company": "Analytical Engines Ltd",
                "job_title": "Engineer",
                "start_date": "2019-01",
                "end_date": "present",
                "location": None,
                "description": None,
            }
        ],
        "skills": ["Python", "postgres"],
        "canonical_skills": ["Python", "PostgreSQL"],
    }
    return record | changes
