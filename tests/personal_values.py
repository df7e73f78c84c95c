"""Whether a database holds certain values: all tables are looked through, also those that no test knows of yet."""

from collections.abc import Iterable

from sqlalchemy import create_engine, text

_COLUMNS = """
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS place,
           table_name || '.' || column_name AS name, quote_ident(column_name) AS column_name
    FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
      AND (data_type IN ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'bytea', 'USER-DEFINED')
           OR data_type LIKE '%char%')
    ORDER BY 1, 2
"""


def find_values(database_url: str, values: Iterable[str]) -> dict[str, list[str]]:
    """Those of the values that are in any text, JSON or array column, in any case: by `table.column`."""
    wanted = list(values)
    found: dict[str, list[str]] = {}
    engine = create_engine(database_url)
    with engine.connect() as connection:
        columns = connection.execute(text(_COLUMNS)).all()
        assert columns, "the database has tables"
        for place, name, column in columns:
            query = f"SELECT 1 FROM {place} WHERE strpos(lower({column}::text), lower(:value)) > 0 LIMIT 1"
            here = [value for value in wanted if connection.execute(text(query), {"value": value}).first()]
            if here:
                found[name] = here
    engine.dispose()
    return found
