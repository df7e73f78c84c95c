"""The migrations run up, down and up again, and lead to the tables that the models describe."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import URL, Connection, create_engine, inspect, text

from db.tables import Base

ALEMBIC_INI = Path(__file__).parents[2] / "alembic.ini"
OWN_TABLES = {"candidates", "resumes", "education", "work_experience", "skills", "candidate_skills", "jobs"}
PRIVACY_TABLES = {"erasures"}
OPERATIONS_TABLES = {"stage_times"}
ACCESS_TABLES = {"api_keys", "page_users", "audit_log"}


def config_for(connection: Connection) -> Config:
    config = Config(ALEMBIC_INI)
    config.attributes["connection"] = connection
    return config


def tables_of(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def test_up_down_and_up_again(empty_database: URL) -> None:
    engine = create_engine(empty_database)
    with engine.begin() as connection:
        command.upgrade(config_for(connection), "head")
        assert tables_of(connection) >= OWN_TABLES | ACCESS_TABLES | PRIVACY_TABLES | OPERATIONS_TABLES
        command.downgrade(config_for(connection), "base")
        assert tables_of(connection) == set()
        command.upgrade(config_for(connection), "head")
        assert tables_of(connection) >= OWN_TABLES | ACCESS_TABLES | PRIVACY_TABLES | OPERATIONS_TABLES
    engine.dispose()


def test_migrated_tables_equal_the_models(migrated_database: URL) -> None:
    engine = create_engine(migrated_database)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_upgrade_reads_the_database_url_from_the_environment(
    empty_database: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    from config import get_settings

    monkeypatch.setenv("DATABASE_URL", empty_database.render_as_string(hide_password=False))
    get_settings.cache_clear()
    try:
        command.upgrade(Config(ALEMBIC_INI), "head")
    finally:
        get_settings.cache_clear()
    engine = create_engine(empty_database)
    with engine.connect() as connection:
        assert tables_of(connection) >= OWN_TABLES | ACCESS_TABLES | PRIVACY_TABLES | OPERATIONS_TABLES
        assert connection.scalar(text("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'")) == 1
    engine.dispose()
