"""The cookie of a signed-in browser."""

import pytest

from api.session_cookie import LIFETIME_SECONDS, is_session_valid, issue_session

NOW = 1_800_000_000.0
TOKEN = "token-of-the-test"


def test_session_lasts_its_lifetime() -> None:
    session = issue_session(TOKEN, NOW)
    assert is_session_valid(session, TOKEN, NOW + LIFETIME_SECONDS - 1)
    assert not is_session_valid(session, TOKEN, NOW + LIFETIME_SECONDS)


def test_new_token_ends_sessions() -> None:
    assert not is_session_valid(issue_session(TOKEN, NOW), "another", NOW)


@pytest.mark.parametrize("value", ["", ".", "1", "abc.def", "١٢.x", "9999999999.", "9999999999.é"])
def test_forged_values_are_refused(value: str) -> None:
    assert not is_session_valid(value, TOKEN, NOW)


def test_prolonged_session_is_refused() -> None:
    _, _, signature = issue_session(TOKEN, NOW).partition(".")
    assert not is_session_valid(f"{int(NOW) + 10 * LIFETIME_SECONDS}.{signature}", TOKEN, NOW)


def test_cookie_does_not_hold_the_token() -> None:
    assert TOKEN not in issue_session(TOKEN, NOW)
