"""Backups: the application's database at one moment, and every file that it names at that moment.

The system may run meanwhile. The database comes first: a file is in the store before its row is committed, so what the
rows name is there. Only an erasure takes files away; a backup that meets one begins anew, so that it has all or nothing
of a person.
"""

import os
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from db.engine import session_scope
from db.resumes import get_stored_file
from db.snapshots import ClientAddress, Snapshot, client_address, open_snapshot
from db.stored_files import NamedFile
from services.erased_files import SECRET_NAME
from services.errors import StoredFileMissing
from services.file_store import get_file_store
from services.last_backup import note_backup
from services.private_files import read_secret
from stack.archive import DUMP, FILES, SECRETS, ArchiveWriter, Manifest, private_file_in_its_place, verify
from stack.errors import StackError
from stack.postgres import BINARIES

TRIES = 3
KEPT_SECRETS = (SECRET_NAME,)
"""What cannot be made anew: without it erased files are no longer recognised. With it and the database one can tell whether
a file at hand was erased, so it goes along only when that is asked for."""

Progress = Callable[[str], None]


class ErasedMeanwhile(Exception):
    """A file is gone because its resume is."""


def back_up(path: Path, data_dir: Path, progress: Progress, *, with_secrets: bool = False) -> Manifest:
    """Writes the archive and reads it again. Raises StackError."""
    secrets = KEPT_SECRETS if with_secrets else ()
    for _ in range(TRIES):
        try:
            with private_file_in_its_place(path) as handle:
                with ArchiveWriter(handle) as writer:
                    manifest = _fill(writer, path.parent, [data_dir / name for name in secrets], progress)
                handle.flush()
                progress("reading it again")
                verify(Path(handle.name))
        except ErasedMeanwhile:
            progress("a resume was erased meanwhile: beginning anew")
            continue
        except OSError as error:
            raise StackError(f"{path} cannot be written: {error.strerror or type(error).__name__}.") from error
        note_backup(manifest.made_at)
        return manifest
    raise StackError("Resumes are being erased all the time; back up when that is over.")


def run_client(program: str, *arguments: str, address: ClientAddress) -> None:
    """One of PostgreSQL's own programs. Raises StackError with what it says."""
    done = subprocess.run(
        [str(BINARIES / program), *arguments],
        env=client_environment(address),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StackError(f"{program} failed: {done.stderr.strip()}")


def client_environment(address: ClientAddress) -> dict[str, str]:
    return os.environ | ({"PGPASSWORD": address.password} if address.password else {})


def _fill(writer: ArchiveWriter, folder: Path, secrets: Sequence[Path], progress: Progress) -> Manifest:
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    missing: list[int] = []
    files = file_bytes = 0
    with open_snapshot() as snapshot:
        if snapshot.revision is None:
            raise StackError("The database has no tables: start the stack once.")
        progress("the database")
        _add_dump(writer, snapshot, folder)
        for named in snapshot.named_files():
            body = _read(named)
            if body is None:
                missing.append(named.resume_id)
                continue
            writer.add_bytes(FILES + named.file_path, body)
            files += 1
            file_bytes += len(body)
            progress(f"{files} files")
    for secret in secrets:
        if (content := read_secret(secret)) is not None:
            writer.add_bytes(SECRETS + secret.name, content.encode())
    manifest = Manifest(
        made_at=made_at,
        schema_revision=snapshot.revision,
        server_version=snapshot.server_version,
        row_counts=snapshot.row_counts,
        files=files,
        file_bytes=file_bytes,
        missing=missing,
        sums_sha256=writer.add_sums(),
    )
    writer.add_manifest(manifest)
    return manifest


def _add_dump(writer: ArchiveWriter, snapshot: Snapshot, folder: Path) -> None:
    """By way of a file beside the archive: a tar tells the size of what comes next."""
    address = client_address()
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".dump-") as dump:
        options = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot.name}")
        run_client("pg_dump", *options, f"--file={dump.name}", f"--dbname={address.dsn}", address=address)
        writer.add_file(DUMP, Path(dump.name))


def _read(named: NamedFile) -> bytes | None:
    """None where the store lost or damaged it. Raises ErasedMeanwhile, StoreUnavailable."""
    try:
        content = get_file_store().read_bytes(named.file_path)
    except StoredFileMissing:
        with session_scope() as session:
            if get_stored_file(session, named.resume_id) is None:
                raise ErasedMeanwhile from None
        return None
    return content if sha256(content).hexdigest() == named.file_hash else None
