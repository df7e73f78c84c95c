"""The people who sign in on the page, with passwords kept as argon2id hashes."""

import threading
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from db import page_users
from db.access_tables import PageUser
from db.engine import Session
from services.callers import Caller
from services.errors import PasswordTooShort, UserExists, UserNotFound
from services.scopes import Scope, parse_scopes
from services.stored_text import fit

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1000
LONGEST_NAME = 100

VERIFIED_AT_ONCE = 2
"""Each takes 64 MB while it lasts."""

_hasher = PasswordHasher()
_verifying = threading.Semaphore(VERIFIED_AT_ONCE)


def create_user(session: Session, name: str, password: str, scopes: frozenset[Scope]) -> int:
    """The user's id. Raises PasswordTooShort, UserExists."""
    tidy_name = fit(name, LONGEST_NAME)
    if tidy_name is None:
        raise UserNotFound("A user needs a name.")
    _check_length(password)
    user = page_users.add_user(session, tidy_name, _hasher.hash(password), sorted(scopes))
    if user is None:
        raise UserExists
    return user.id


def change_password(session: Session, name: str, password: str) -> int:
    """The user's id. It ends their sessions. Raises PasswordTooShort, UserNotFound."""
    _check_length(password)
    user = page_users.find_by_name(session, name)
    if user is None:
        raise UserNotFound
    page_users.set_password(session, user.id, _hasher.hash(password))
    return user.id


def disable_user(session: Session, name: str) -> int:
    """The user's id. Raises UserNotFound, also for one who was disabled before."""
    user_id = page_users.disable(session, name)
    if user_id is None:
        raise UserNotFound
    return user_id


def check_password(session: Session, name: str, password: str) -> PageUser | None:
    """The user whose password it is; takes as long for a name that nobody has."""
    user = page_users.find_by_name(session, name)
    is_right = _verify(user.password_hash if user else _hash_of_nobody(), password)
    return user if user is not None and is_right and user.disabled_at is None else None


def find_caller(session: Session, user_id: int) -> tuple[Caller, str] | None:
    """The user and what their sessions are bound to, a hash that changes with the password."""
    user = page_users.find_user(session, user_id)
    if user is None or user.disabled_at is not None:
        return None
    return Caller(f"user:{user.id}", parse_scopes(user.scopes), user.name), user.password_hash


def _check_length(password: str) -> None:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise PasswordTooShort(f"A password has {SHORTEST_PASSWORD} characters or more.")


def _verify(password_hash: str, password: str) -> bool:
    try:
        with _verifying:
            return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


@lru_cache
def _hash_of_nobody() -> str:
    return _hasher.hash("nobody's password")
