"""The table of what was erased: that it was, never what or whose."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import DateTime, Index, String, Uuid, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class Erasure(Base):
    """One act of erasing, with its receipt."""

    __tablename__ = "erasures"
    __table_args__ = (
        Index("ix_erasures_unfinished", "at", postgresql_where=text("finished_at IS NULL")),
        Index("ix_erasures_file_marks", "file_marks", postgresql_using="gin"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    who: Mapped[str] = mapped_column(String(200))
    """As the audit log has it."""
    removed: Mapped[dict[str, int]] = mapped_column(JSONB)
    """How many rows of which table."""
    files_left: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'"))
    """Files that are still to go: [{path, byte_size}]; empty once they have gone."""
    file_marks: Mapped[list[str]] = mapped_column(ARRAY(String(64)), server_default=text("'{}'"))
    """Salted hashes of the files' hashes, where erased files are not to come in again; else none."""
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """Null while something is left to do."""
