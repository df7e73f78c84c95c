"""The people who sign in on the page."""

from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from db.access_tables import PageUser
from db.engine import Session


def add_user(session: Session, name: str, password_hash: str, scopes: Sequence[str]) -> PageUser | None:
    """None where somebody has this name already, in any case of letters."""
    new = insert(PageUser).values(name=name, password_hash=password_hash, scopes=list(scopes))
    return session.scalar(new.on_conflict_do_nothing().returning(PageUser))


def find_by_name(session: Session, name: str) -> PageUser | None:
    return session.scalar(select(PageUser).where(func.lower(PageUser.name) == func.lower(name)))


def find_user(session: Session, user_id: int) -> PageUser | None:
    return session.get(PageUser, user_id)


def list_users(session: Session) -> list[PageUser]:
    return list(session.scalars(select(PageUser).order_by(PageUser.id)))


def set_password(session: Session, user_id: int, password_hash: str) -> None:
    session.execute(update(PageUser).where(PageUser.id == user_id).values(password_hash=password_hash))


def disable(session: Session, name: str) -> int | None:
    """The user's id; None where there is no such user, or one who was disabled before."""
    statement = (
        update(PageUser)
        .where(func.lower(PageUser.name) == func.lower(name), PageUser.disabled_at.is_(None))
        .values(disabled_at=func.now())
    )
    return session.scalar(statement.returning(PageUser.id))
