"""The cookie of a signed-in browser."""

import pytest

from api.session_cookie import LIFETIME_SECONDS, issue_session, read_session

NOW = 1_800_000_000.0
SECRET = "secret-of-the-test"


def is_valid(value: str, secret: str = SECRET, now: float = NOW, bound_to: str = "") -> bool:
    session = read_session(value, now)
    return session is not None and session.is_signed(secret, bound_to)


def test_session_lasts_its_lifetime() -> None:
    value = issue_session(SECRET, "user:7", NOW)
    assert is_valid(value, now=NOW + LIFETIME_SECONDS - 1)
    assert not is_valid(value, now=NOW + LIFETIME_SECONDS)


def test_it_says_who_signed_in() -> None:
    session = read_session(issue_session(SECRET, "user:7", NOW), NOW)
    assert session is not None
    assert session.subject == "user:7"


def test_new_secret_or_password_ends_sessions() -> None:
    value = issue_session(SECRET, "user:7", NOW, "hash of the password")
    assert is_valid(value, bound_to="hash of the password")
    assert not is_valid(value, secret="another", bound_to="hash of the password")
    assert not is_valid(value, bound_to="hash of another")


@pytest.mark.parametrize(
    "value",
    [
        "",
        ".",
        "1",
        "..",
        "token.abc.def",
        "token.١٢.x",
        "token.9999999999.",
        "token.9999999999.é",
        f"token.{'9' * 5000}.x",
    ],
)
def test_forged_values_are_refused(value: str) -> None:
    assert not is_valid(value)


def test_prolonged_session_is_refused() -> None:
    signature = issue_session(SECRET, "token", NOW).rpartition(".")[2]
    assert not is_valid(f"token.{int(NOW) + 10 * LIFETIME_SECONDS}.{signature}")


def test_session_of_another_is_refused() -> None:
    _, expiry, signature = issue_session(SECRET, "user:7", NOW).split(".")
    assert not is_valid(f"user:1.{expiry}.{signature}")


def test_cookie_does_not_hold_the_secret() -> None:
    assert SECRET not in issue_session(SECRET, "token", NOW)
