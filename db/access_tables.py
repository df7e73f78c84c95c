"""The tables of who may use the system, and of what was done with it."""

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Index, String, func, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


def _moment() -> Mapped[datetime | None]:
    return mapped_column(DateTime(timezone=True))


class ApiKey(Base):
    """A program's key. The key itself is known to its owner alone."""

    __tablename__ = "api_keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    prefix: Mapped[str] = mapped_column(String(16), unique=True)
    """What the key is found by, and recognised by in lists; no secret."""
    secret_hash: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the whole key, in hexadecimal: it is random enough to need no slower one."""
    scopes: Mapped[list[str]] = mapped_column(ARRAY(String(20)))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    expires_at: Mapped[datetime | None] = _moment()
    revoked_at: Mapped[datetime | None] = _moment()
    last_used_at: Mapped[datetime | None] = _moment()
    """To the hour."""


class PageUser(Base):
    """A person who signs in on the page."""

    __tablename__ = "page_users"
    __table_args__ = (Index("uq_page_users_name_lower", func.lower(text("name")), unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    password_hash: Mapped[str] = mapped_column(String(255))
    """argon2id, with its parameters and salt."""
    scopes: Mapped[list[str]] = mapped_column(ARRAY(String(20)))
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    disabled_at: Mapped[datetime | None] = _moment()


class AuditEntry(Base):
    """That something was done; never the values. The database refuses to change or remove a row."""

    __tablename__ = "audit_log"
    __table_args__ = (
        Index("ix_audit_log_subject", "kind", "subject_id"),
        Index("ix_audit_log_at", "at"),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    who: Mapped[str] = mapped_column(String(200))
    """`loopback`, `token`, `key:ID`, `user:ID`, `proxy:NAME`, or the part of the system that did it of itself."""
    action: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(40))
    """Of what it was done to: candidate, resume, ..."""
    subject_id: Mapped[str | None] = mapped_column(String(64))
    """Null where it was a listing, or all."""
    request_id: Mapped[str | None] = mapped_column(String(64))
