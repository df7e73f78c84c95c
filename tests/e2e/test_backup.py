"""The running stack is backed up while it works, and comes back in a folder where nothing is."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from config.settings import Settings
from stack.stack import Stack
from tests.running_stack import RunningStack, no_settings_from_outside

pytestmark = pytest.mark.e2e

ROOT = Path(__file__).parents[2]
INTAKE = (sys.executable, "-c", "from stack.cli import app; app()")


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not below pytest's own, which PostgreSQL's user cannot enter."""
    name = Path(tempfile.mkdtemp(prefix="intake-backup-"))
    yield name
    shutil.rmtree(name, ignore_errors=True)


def test_a_running_stack_comes_back_as_it_was(
    running_stack: RunningStack, ingested_samples: dict[str, Any], folder: Path
) -> None:
    intake("backup", folder / "backup.tar.gz", running_stack.data_dir)
    rows, files = tables(running_stack.database_url), contents(running_stack.data_dir)
    assert len(files) >= len(ingested_samples)

    data_dir = folder / "data"
    intake("restore", folder / "backup.tar.gz", data_dir)
    assert contents(data_dir) == files
    with no_settings_from_outside():
        settings = Settings(_env_file=None, data_dir=data_dir)  # type: ignore[call-arg]
        with Stack(settings).database_alone() as stack:
            assert tables(stack.database_url) == rows


def intake(command: str, archive: Path, data_dir: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("INTAKE_", "DATABASE_"))}
    environment |= {"INTAKE_DATA_DIR": str(data_dir), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*INTAKE, command, archive], env=environment, cwd=archive.parent, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr + done.stdout


def tables(url: str) -> dict[str, str | None]:
    """A hash of each table's content."""
    with psycopg2.connect(url.replace("+psycopg2", "")) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        found = {}
        for (name,) in cursor.fetchall():
            cursor.execute(f"SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) FROM {name} AS t")
            found[name] = (cursor.fetchone() or (None,))[0]
    connection.close()
    return found


def contents(data_dir: Path) -> dict[str, bytes]:
    """Of the file store; what is just being received is not in it yet."""
    folder = data_dir / "files"
    kept = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "incoming")
    return {str(path.relative_to(folder)): path.read_bytes() for path in kept}
