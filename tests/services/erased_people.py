"""People who are erased in the tests, and what is left of them."""

from pathlib import Path

from sqlalchemy import text

from config import get_settings
from db.engine import session_scope
from services.audit import Actor
from services.file_store import get_file_store
from tests.factories import ResumeFactory, make_record
from tests.personal_values import find_values
from tests.services.stored_candidates import store_as

BY = Actor("key:7", "request-1")
ADA = {"full_name": "Ada Zuleika Quaint", "email": "Ada.Quaint@example.com", "skills": ["Basket weaving", "Python"]}
ADA_VALUES = ("Zuleika", "quaint@example", "2015550123", "ada-example", "Basket weaving", "quaint-cv", "Lovelace Hall")
BOB = make_record(
    full_name="Bob Sample",
    email="bob@example.com",
    phone_number="+1 201 555 0199",
    phone_e164="+12015550199",
    linkedin_url=None,
    canonical_skills=["Python"],
)


def ada(**changes: object) -> dict[str, object]:
    school = [{"institution": "Lovelace Hall", "degree": "BSc", "end_date": "2016"}]
    return make_record(**{**ADA, "canonical_skills": ADA["skills"], "education": school, **changes})


def rows_of(table: str) -> int:
    with session_scope() as session:
        return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def stored_files() -> list[Path]:
    return [path for path in Path(get_file_store()._root).rglob("*") if path.is_file()]


def person(make_resume: ResumeFactory, record: dict[str, object], **columns: object) -> tuple[int, int]:
    resume_id, stored = store_as(make_resume, record)
    with session_scope() as session:
        columns = {"raw_text": f"{record['full_name']} {record['email']}", "file_name": "quaint-cv.pdf", **columns}
        for name, value in columns.items():
            session.execute(text(f"UPDATE resumes SET {name} = :v WHERE id = :id"), {"v": value, "id": resume_id})
    return resume_id, stored.candidate_id


def values_left() -> dict[str, list[str]]:
    return find_values(get_settings().database_url, ADA_VALUES)
