"""Runs the migrations against the database that the settings name, or a connection handed in by the caller."""

from logging.config import fileConfig

from alembic import context
from sqlalchemy import Connection, create_engine, pool, text

from config import get_settings
from db.tables import Base

MIGRATION_LOCK = 7230419
"""Advisory lock: instances started at once migrate one after the other."""


def migrate(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
        context.run_migrations()


def migrate_offline() -> None:
    """Print the SQL instead of running it (`alembic upgrade head --sql`)."""
    context.configure(url=get_settings().database_url, target_metadata=Base.metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def migrate_online() -> None:
    given: Connection | None = context.config.attributes.get("connection")
    if given is not None:
        migrate(given)
        return
    if context.config.config_file_name is not None:
        fileConfig(context.config.config_file_name, disable_existing_loggers=False)
    engine = create_engine(get_settings().database_url, poolclass=pool.NullPool, hide_parameters=True)
    with engine.connect() as connection:
        migrate(connection)


if context.is_offline_mode():
    migrate_offline()
else:
    migrate_online()
