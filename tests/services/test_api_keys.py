"""Keys are shown once, known by their hash, and end."""

from datetime import UTC, datetime, timedelta

import pytest

from db.access_tables import ApiKey
from db.api_keys import has_keys_or_users
from db.engine import Session
from services.api_keys import create_key, find_caller, revoke_key
from services.errors import KeyNotFound, UnknownScope
from services.scopes import Scope, parse_scopes

NOW = datetime.now(UTC)
READ = frozenset({Scope.READ})


def test_a_key_is_its_callers_with_its_scopes(session: Session) -> None:
    new = create_key(session, "ats", frozenset({Scope.READ, Scope.UPLOAD}), None)
    caller = find_caller(session, new.key, NOW)
    assert caller is not None
    assert (caller.who, caller.name) == (f"key:{new.id}", "ats")
    assert (caller.may(Scope.UPLOAD), caller.may(Scope.ERASE)) == (True, False)


def test_the_key_itself_is_not_kept(session: Session) -> None:
    new = create_key(session, "ats", READ, None)
    row = session.get(ApiKey, new.id)
    assert row is not None
    secret = new.key.rpartition("_")[2]
    assert all(secret not in str(getattr(row, column.name)) for column in ApiKey.__table__.columns)


@pytest.mark.parametrize("change", [lambda key: key[:-1], lambda key: key + "x", lambda key: key.swapcase(), str.upper])
def test_what_is_nearly_a_key_is_none(session: Session, change: object) -> None:
    new = create_key(session, "ats", READ, None)
    assert find_caller(session, change(new.key), NOW) is None  # type: ignore[operator]


@pytest.mark.parametrize(
    "given", ["", "rik", "rik_", "rik__", "rik_\x00_x", "rik_é_x", "rik_0_0", "_" * 9999, "\udcff"]
)
def test_anything_else_is_no_key(session: Session, given: str) -> None:
    assert find_caller(session, given, NOW) is None


def test_a_key_ends_when_its_time_is_over(session: Session) -> None:
    new = create_key(session, "ats", READ, timedelta(days=1))
    assert find_caller(session, new.key, NOW + timedelta(hours=23)) is not None
    assert find_caller(session, new.key, NOW + timedelta(hours=25)) is None


def test_a_revoked_key_is_good_for_nothing_and_the_door_stays_shut(session: Session) -> None:
    assert not has_keys_or_users(session)
    new = create_key(session, "ats", READ, None)
    revoke_key(session, new.id)
    assert find_caller(session, new.key, NOW) is None
    assert has_keys_or_users(session)
    with pytest.raises(KeyNotFound):
        revoke_key(session, new.id)


def test_its_last_use_is_known_to_the_hour(session: Session) -> None:
    new = create_key(session, "ats", READ, None)
    find_caller(session, new.key, datetime(2026, 3, 4, 5, 59, tzinfo=UTC))
    session.expire_all()
    row = session.get(ApiKey, new.id)
    assert row is not None
    assert row.last_used_at == datetime(2026, 3, 4, 5, tzinfo=UTC)


def test_scopes_are_named() -> None:
    assert parse_scopes(["read", " Upload", ""]) == {Scope.READ, Scope.UPLOAD}
    with pytest.raises(UnknownScope, match="upload, read"):
        parse_scopes(["everything"])
