"""Users and their passwords."""

import pytest

from db.access_tables import PageUser
from db.engine import Session
from services.errors import PasswordTooShort, UserExists, UserNotFound
from services.page_users import change_password, check_password, create_user, disable_user, find_caller
from services.scopes import Scope

PASSWORD = "a long enough password"
READ = frozenset({Scope.READ})


def test_only_the_password_opens(session: Session) -> None:
    user_id = create_user(session, "Ada", PASSWORD, READ)
    user = check_password(session, "ada", PASSWORD)
    assert user is not None
    assert user.id == user_id
    assert check_password(session, "ada", PASSWORD + " ") is None
    assert check_password(session, "nobody", PASSWORD) is None


def test_passwords_are_kept_as_argon2id(session: Session) -> None:
    row = session.get(PageUser, create_user(session, "Ada", PASSWORD, READ))
    assert row is not None
    assert row.password_hash.startswith("$argon2id$")


def test_a_name_is_one_persons(session: Session) -> None:
    create_user(session, "Ada", PASSWORD, READ)
    with pytest.raises(UserExists):
        create_user(session, "ADA", PASSWORD, READ)


@pytest.mark.parametrize("password", ["", "short", "x" * 1001])
def test_short_passwords_are_refused(session: Session, password: str) -> None:
    with pytest.raises(PasswordTooShort):
        create_user(session, "Ada", password, READ)


def test_a_disabled_user_stays_out(session: Session) -> None:
    user_id = create_user(session, "Ada", PASSWORD, READ)
    disable_user(session, "ada")
    session.expire_all()
    assert check_password(session, "ada", PASSWORD) is None
    assert find_caller(session, user_id) is None
    with pytest.raises(UserNotFound):
        disable_user(session, "ada")


def test_a_new_password_changes_what_sessions_are_bound_to(session: Session) -> None:
    user_id = create_user(session, "Ada", PASSWORD, READ)
    before = find_caller(session, user_id)
    change_password(session, "ada", PASSWORD + " too")
    session.expire_all()
    after = find_caller(session, user_id)
    assert before is not None
    assert after is not None
    assert before[0] == after[0]
    assert before[1] != after[1]
