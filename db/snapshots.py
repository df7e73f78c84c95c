"""One moment of the whole database: what a backup is made of, and what a restored one is compared with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from psycopg2.extensions import make_dsn
from sqlalchemy import Connection, text

from db.engine import Session, get_engine
from db.stored_files import NamedFile, list_named_files

REVISION_TABLE = "alembic_version"

_TABLES = text("""
    SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
""")

_OTHERS = text("""
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
""")


@dataclass(frozen=True, slots=True)
class ClientAddress:
    """How PostgreSQL's own programs reach the database; the password is for their environment, where nobody sees it."""

    dsn: str
    password: str | None


class Snapshot:
    """What was committed when it was opened, however much is written since."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.name = str(connection.scalar(text("SELECT pg_export_snapshot()")))
        """By which `pg_dump --snapshot` sees the same."""
        self.row_counts = _count_rows(connection)
        self.revision = _revision(connection)
        self.server_version = str(connection.scalar(text("SHOW server_version")))

    def named_files(self) -> Iterator[NamedFile]:
        with Session(self._connection) as session:
            after_id = 0
            while page := list_named_files(session, after_id):
                yield from page
                after_id = page[-1].resume_id


@contextmanager
def open_snapshot() -> Iterator[Snapshot]:
    with get_engine().connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        yield Snapshot(connection)


def client_address() -> ClientAddress:
    engine = get_engine()
    _, options = engine.dialect.create_connect_args(engine.url)
    password = options.pop("password", None)
    return ClientAddress(make_dsn(**options), password)


def count_rows() -> dict[str, int]:
    """Rows by table, of those that there are."""
    with get_engine().connect() as connection:
        return _count_rows(connection)


def count_other_clients() -> int:
    """Whoever else is connected to the database."""
    with get_engine().connect() as connection:
        return connection.scalar(_OTHERS) or 0


def _count_rows(connection: Connection) -> dict[str, int]:
    quote = connection.dialect.identifier_preparer.quote_identifier
    tables = [table for table in connection.scalars(_TABLES) if table != REVISION_TABLE]
    return {
        table: connection.scalar(text(f"SELECT count(*) FROM {quote(table)}")) or 0  # noqa: S608 - a table's own name
        for table in tables
    }


def _revision(connection: Connection) -> str | None:
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {REVISION_TABLE}"))  # noqa: S608 - a constant
    return found
