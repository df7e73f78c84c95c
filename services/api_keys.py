"""The keys of programs: made once, shown once, known by their hash."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from db import api_keys
from db.access_tables import ApiKey
from db.engine import Session
from services.callers import Caller
from services.errors import KeyNotFound
from services.scopes import Scope, parse_scopes
from services.stored_text import fit

MARK = "rik"
"""Of resume intake's keys, so that scanners of source code and logs can find one that was left there."""
PREFIX_BYTES = 5
SECRET_BYTES = 32
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class NewKey:
    id: int
    key: str
    """Shown now and never again."""


def create_key(session: Session, name: str, scopes: frozenset[Scope], lifetime: timedelta | None) -> NewKey:
    """A key `rik_PREFIX_SECRET`; without a lifetime it is good until it is revoked."""
    prefix = secrets.token_hex(PREFIX_BYTES)
    key = f"{MARK}_{prefix}_{secrets.token_urlsafe(SECRET_BYTES)}"
    expires_at = datetime.now(UTC) + lifetime if lifetime is not None else None
    tidy_name = fit(name, LONGEST_NAME) or prefix
    row = api_keys.add_key(session, tidy_name, prefix, _hash_of(key), sorted(scopes), expires_at)
    return NewKey(row.id, key)


def find_caller(session: Session, given: str, now: datetime) -> Caller | None:
    """Whose key it is, with its use noted; None for one that is unknown, expired or revoked."""
    mark, _, rest = given.partition("_")
    prefix = rest.partition("_")[0]
    if mark != MARK or not (prefix.isascii() and prefix.isalnum()):
        return None
    key = api_keys.find_by_prefix(session, prefix)
    if key is None or not hmac.compare_digest(key.secret_hash, _hash_of(given)):
        return None
    return _caller_of(session, key, now)


def find_caller_by_id(session: Session, key_id: int, now: datetime) -> Caller | None:
    """For a page session that was opened with a key."""
    key = api_keys.find_key(session, key_id)
    return None if key is None else _caller_of(session, key, now)


def revoke_key(session: Session, key_id: int) -> None:
    """From now on. Raises KeyNotFound, also for one that was revoked before."""
    if not api_keys.revoke(session, key_id):
        raise KeyNotFound


def is_good(key: ApiKey, now: datetime) -> bool:
    return key.revoked_at is None and (key.expires_at is None or key.expires_at > now)


def _caller_of(session: Session, key: ApiKey, now: datetime) -> Caller | None:
    if not is_good(key, now):
        return None
    api_keys.note_use(session, key.id, now)
    return Caller(f"key:{key.id}", parse_scopes(key.scopes), key.name)


def _hash_of(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()
