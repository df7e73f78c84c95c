"""A backup becomes the system again: its files first, which harm nothing by themselves, then the database in one transaction.

Nothing of it is done unless the archive was read to its end and found whole.
"""

import subprocess
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from db import leases
from db.engine import session_scope
from db.snapshots import ClientAddress, client_address, count_other_clients, count_rows
from services.file_store import FOLDERS, READ_CHUNK_BYTES, get_file_store
from services.private_files import PRIVATE_FILE
from stack.archive import DUMP, FILES, SECRETS, Manifest, read_members, verify
from stack.backup import Progress, client_environment
from stack.environment import PROJECT
from stack.errors import StackError
from stack.postgres import BINARIES

EMPTY_THE_DATABASE = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"


class NotEmpty(StackError):
    def __init__(self, what: str) -> None:
        super().__init__(f"This system has {what} already. `--force` puts the backup in the place of all of it.")


def restore(path: Path, data_dir: Path, migrate: Callable[[], None], progress: Progress, *, force: bool) -> Manifest:
    """Raises StackError; `migrate` brings the restored database to this version's tables."""
    progress("reading the backup")
    manifest = verify(path)
    check_revision(manifest)
    if others := count_other_clients():
        raise StackError(f"{others} other connections use the database. Stop the API and the workers first.")
    if not force:
        check_empty()
    with tempfile.TemporaryDirectory(dir=data_dir, prefix="restore-") as folder:
        dump = Path(folder) / DUMP
        _unpack(path, dump, data_dir, progress)
        progress("the database")
        _load(dump, client_address())
    if (found := count_rows()) != manifest.row_counts:
        raise StackError(f"The rows restored are {found}, in the backup were {manifest.row_counts}.")
    migrate()
    with session_scope() as session:
        # The flow runs that had resumes in hand are not restored: what was in flight goes out anew.
        leases.expire_all(session)
    return manifest


def check_revision(manifest: Manifest) -> None:
    """Raises StackError for a backup of a version that is newer than this one."""
    scripts = ScriptDirectory.from_config(Config(PROJECT / "alembic.ini"))
    try:
        scripts.get_revision(manifest.schema_revision)
    except CommandError:
        raise StackError(
            f"The backup is of a newer version (its tables are at revision {manifest.schema_revision}): update first."
        ) from None


def check_empty() -> None:
    """Raises NotEmpty."""
    if rows := sum(count_rows().values()):
        raise NotEmpty(f"{rows} rows")
    if any(get_file_store().list_kept(folder) for folder in FOLDERS):
        raise NotEmpty("files")


def _unpack(path: Path, dump: Path, data_dir: Path, progress: Progress) -> None:
    files = 0
    for name, content in read_members(path):
        if name == DUMP:
            _copy(content, dump)
        elif name.startswith(SECRETS):
            _copy(content, data_dir / name.removeprefix(SECRETS))
        elif name.startswith(FILES):
            _keep(content)
            files += 1
            progress(f"{files} files")


def _copy(content: IO[bytes], target: Path) -> None:
    target.unlink(missing_ok=True)
    target.touch(mode=PRIVATE_FILE)
    with target.open("wb") as file:
        while chunk := content.read(READ_CHUNK_BYTES):
            file.write(chunk)


def _keep(content: IO[bytes]) -> None:
    store = get_file_store()
    pending = store.begin()
    with ExitStack() as undo:
        undo.callback(store.discard, pending)
        while chunk := content.read(READ_CHUNK_BYTES):
            pending.write(chunk)
        store.keep(pending)
        undo.pop_all()


def _load(dump: Path, address: ClientAddress) -> None:
    """All or nothing. Of what goes wrong psql tells the code alone: its sentence may quote a row."""
    environment = client_environment(address)
    unpacking = subprocess.Popen(
        [BINARIES / "pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--file=-", dump],
        stdout=subprocess.PIPE,
        env=environment,
    )
    loading = subprocess.run(
        [
            *(BINARIES / "psql", "--no-psqlrc", "--quiet", "--single-transaction", "--output=/dev/null"),
            *("--set=ON_ERROR_STOP=1", "--set=VERBOSITY=sqlstate", f"--dbname={address.dsn}"),
            *(f"--command=SET client_min_messages = warning; {EMPTY_THE_DATABASE}", "--file=-"),
        ],
        stdin=unpacking.stdout,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert unpacking.stdout is not None
    unpacking.stdout.close()
    if unpacking.wait() or loading.returncode:
        raise StackError(f"The database was left as it was; it could not be restored: {loading.stderr.strip()}")
