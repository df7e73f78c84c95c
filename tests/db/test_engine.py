"""What an error of the database tells of the values that a statement was given."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import session_scope

SECRET = "ada@example.com"


@pytest.mark.usefixtures("database_url")
def test_an_error_tells_no_values() -> None:
    with pytest.raises(DBAPIError) as caught, session_scope() as session:
        session.execute(text("SELECT 1 / :zero WHERE :email <> ''"), {"zero": 0, "email": SECRET})
    assert SECRET not in str(caught.value)
