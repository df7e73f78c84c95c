"""Cursors of listings: where the next page begins, opaque to clients."""

from services.errors import BadCursor


def read_cursor(cursor: str | None) -> int | None:
    """The id that the page before ended with. Raises BadCursor."""
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdigit() and int(cursor) < 2**31):
        raise BadCursor
    return int(cursor)


def write_cursor(last_id: int) -> str:
    return str(last_id)
