"""Stored resumes, page by page, for being parsed again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.types import DateTime, Integer

from db.engine import Session

_WANTED = """
    raw_text IS NOT NULL AND upload_status NOT IN ('pending', 'processing')
    AND (:resume_ids IS NULL OR id = ANY(:resume_ids))
    AND (:since IS NULL OR uploaded_at >= :since)
    AND (:older_than IS NULL OR parser_version IS NULL
         OR string_to_array(parser_version, '.')::int[] < string_to_array(:older_than, '.')::int[])
    AND id % :shards = :shard AND id > :after
"""
_PARAMETERS = (
    bindparam("resume_ids", type_=ARRAY(Integer)),
    bindparam("since", type_=DateTime(timezone=True)),
)

_PAGE = text(
    "SELECT id, raw_text, layout, extracted_data, upload_status FROM resumes"  # noqa: S608 - a constant of this module
    f" WHERE {_WANTED} ORDER BY id LIMIT :most"
).bindparams(*_PARAMETERS)

_COUNT = text(
    f"SELECT count(*) FROM resumes WHERE {_WANTED}"  # noqa: S608 - a constant of this module
).bindparams(*_PARAMETERS)

_LOCK = text("""
    SELECT 1 FROM resumes WHERE id = :id AND upload_status NOT IN ('pending', 'processing') FOR UPDATE
""")

_MARK = text("""
    UPDATE resumes SET parser_version = :parser_version WHERE id = ANY(:ids)
""").bindparams(bindparam("ids", type_=ARRAY(Integer)))

_STORE = text("""
    UPDATE resumes SET extracted_data = :record, findings = :findings, parser_version = :parser_version,
           upload_status = :status, status_reason = :reason, status_message = :message
    WHERE id = :id
""").bindparams(bindparam("record", type_=JSONB), bindparam("findings", type_=JSONB))


@dataclass(frozen=True, slots=True)
class StoredResume:
    id: int
    raw_text: str
    layout: dict[str, Any] | None
    record: dict[str, Any] | None
    status: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Which resumes: all filters that are set must hold. `shard` of `shards` is the part of one run, by id."""

    resume_ids: Sequence[int] | None = None
    since: datetime | None = None
    older_than: str | None = None
    """Parser version, dotted numbers."""
    shard: int = 0
    shards: int = 1

    def parameters(self, after: int) -> dict[str, Any]:
        return {
            "resume_ids": None if self.resume_ids is None else list(self.resume_ids),
            "since": self.since,
            "older_than": self.older_than,
            "shard": self.shard,
            "shards": self.shards,
            "after": after,
        }


def next_page(session: Session, selection: Selection, after: int, most: int) -> list[StoredResume]:
    """The next resumes by id, from `after` on."""
    rows = session.execute(_PAGE, {**selection.parameters(after), "most": most})
    return [StoredResume(row.id, row.raw_text, row.layout, row.extracted_data, row.upload_status) for row in rows]


def count_left(session: Session, selection: Selection, after: int) -> int:
    return int(session.execute(_COUNT, selection.parameters(after)).scalar_one())


def lock_finished(session: Session, resume_id: int) -> bool:
    """Hold the row until the transaction ends; False when it is in flight again, or gone."""
    return session.execute(_LOCK, {"id": resume_id}).first() is not None


def mark_parsed(session: Session, resume_ids: Sequence[int], parser_version: str) -> None:
    """These were parsed by this version, and came out as they were."""
    session.execute(_MARK, {"ids": list(resume_ids), "parser_version": parser_version})


def store_reparsed(session: Session, resume_id: int, values: Mapping[str, Any]) -> None:
    """Write record, findings, parser_version, status, reason and message."""
    session.execute(_STORE, {"id": resume_id, **values})
