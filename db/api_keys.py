"""The keys of programs."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import exists, func, or_, select, update

from db.access_tables import ApiKey, PageUser
from db.engine import Session

LAST_USE_PRECISION = timedelta(hours=1)


def add_key(
    session: Session, name: str, prefix: str, secret_hash: str, scopes: Sequence[str], expires_at: datetime | None
) -> ApiKey:
    key = ApiKey(name=name, prefix=prefix, secret_hash=secret_hash, scopes=list(scopes), expires_at=expires_at)
    session.add(key)
    session.flush()
    return key


def find_by_prefix(session: Session, prefix: str) -> ApiKey | None:
    return session.scalar(select(ApiKey).where(ApiKey.prefix == prefix))


def find_key(session: Session, key_id: int) -> ApiKey | None:
    return session.get(ApiKey, key_id)


def list_keys(session: Session) -> list[ApiKey]:
    return list(session.scalars(select(ApiKey).order_by(ApiKey.id)))


def revoke(session: Session, key_id: int) -> bool:
    """Whether there was a key that had not been revoked."""
    statement = update(ApiKey).where(ApiKey.id == key_id, ApiKey.revoked_at.is_(None)).values(revoked_at=func.now())
    return bool(session.execute(statement.returning(ApiKey.id)).first())


def note_use(session: Session, key_id: int, now: datetime) -> None:
    """To the hour, so that a key in steady use costs one write an hour."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    is_news = or_(ApiKey.last_used_at.is_(None), ApiKey.last_used_at < hour)
    session.execute(update(ApiKey).where(ApiKey.id == key_id, is_news).values(last_used_at=hour))


def has_keys_or_users(session: Session) -> bool:
    """Whether there ever was one: a system whose last key was revoked does not fall open."""
    return bool(session.scalar(select(or_(exists().select_from(ApiKey), exists().select_from(PageUser)))))
