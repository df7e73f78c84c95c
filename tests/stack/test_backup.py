"""`intake backup` and `intake restore` on real databases and file stores."""

import gzip
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, create_engine, text
from typer.testing import CliRunner, Result

from config import get_settings
from db.engine import dispose_engine, session_scope
from services.file_store import FileStore, get_file_store
from services.private_files import read_or_make_secret
from stack.archive import MANIFEST, verify
from stack.cli import app
from tests.factories import ResumeFactory
from tests.services.stored_candidates import store

ALEMBIC_INI = Path(__file__).parents[2] / "alembic.ini"

UseSystem = Callable[[URL, str], Path]


@pytest.fixture
def archive(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "backup.tar.gz"


@pytest.fixture
def use_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> UseSystem:
    """From then on another database and another data folder are the system; gives the folder."""

    def use(url: URL, name: str) -> Path:
        monkeypatch.setenv("DATABASE_URL", url.render_as_string(hide_password=False))
        monkeypatch.setenv("INTAKE_DATA_DIR", str(tmp_path / name))
        dispose_engine()
        get_settings.cache_clear()
        get_file_store.cache_clear()
        return tmp_path / name

    return use


def run(*words: str | Path) -> Result:
    dispose_engine()
    return CliRunner().invoke(app, list(map(str, words)))


def tables() -> dict[str, str | None]:
    """Each table's content."""
    with session_scope() as session:
        names = session.scalars(
            text("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        )
        content = "SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM"
        return {name: session.scalar(text(f"{content} {name} AS t")) for name in list(names)}


def files(data_dir: Path) -> dict[str, bytes]:
    folder = data_dir / "files"
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fill(make_resume: ResumeFactory) -> None:
    store(make_resume)
    make_resume(b"unreadable", upload_status="failed", status_reason="corrupt", finished_at=datetime.now(UTC))


def test_every_table_and_file_is_as_before(
    make_resume: ResumeFactory, archive: Path, migrated_database: URL, use_system: UseSystem
) -> None:
    fill(make_resume)
    rows, stored = tables(), files(get_settings().data_dir)
    assert len(stored) == 2
    made = run("backup", archive)
    assert made.exit_code == 0, made.output
    assert archive.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in archive.parent.glob(".*")] == []

    elsewhere = use_system(migrated_database, "elsewhere")
    done = run("restore", archive)
    assert done.exit_code == 0, done.output
    assert tables() == rows
    assert files(elsewhere) == stored
    again = run("restore", archive)
    assert again.exit_code == 3
    assert "rows already" in again.output
    # What came since gives way.
    make_resume(b"later")
    assert run("restore", archive, "--force").exit_code == 0
    assert tables() == rows


def test_the_restored_system_counts_on_from_where_it_was(
    make_resume: ResumeFactory, archive: Path, migrated_database: URL, use_system: UseSystem
) -> None:
    first, _ = make_resume(b"first", upload_status="pending", lease_until=datetime.now(UTC) + timedelta(hours=1))
    assert run("backup", archive).exit_code == 0
    use_system(migrated_database, "elsewhere")
    assert run("restore", archive).exit_code == 0
    second, _ = make_resume(b"second")
    assert second > first
    with session_scope() as session:
        expired = session.scalar(text(f"SELECT lease_until < now() FROM resumes WHERE id = {first}"))
        assert expired, "its flow run is not in the backup, so it goes out anew"


def test_a_backup_of_an_older_version_is_brought_up_to_date(
    make_resume: ResumeFactory, archive: Path, empty_database: URL, migrated_database: URL, use_system: UseSystem
) -> None:
    engine = create_engine(empty_database)
    with engine.begin() as connection:
        config = Config(ALEMBIC_INI)
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        connection.execute(text("INSERT INTO candidates (full_name, email) VALUES ('Ada Example', 'ada@example.com')"))
    engine.dispose()
    use_system(empty_database, "older")
    assert run("backup", archive).exit_code == 0
    use_system(migrated_database, "elsewhere")
    done = run("restore", archive)
    assert done.exit_code == 0, done.output
    with session_scope() as session:
        assert session.scalar(text("SELECT count(*) FROM candidates")) == 1
        assert session.scalar(text("SELECT count(*) FROM erasures")) == 0


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def without_its_end(content: bytes) -> bytes:
    return repacked(content, lambda name, body: None if name == MANIFEST else body)


def with_another_file(content: bytes) -> bytes:
    return repacked(content, lambda name, body: b"x" * len(body) if name.startswith("files/") else body)


def of_a_newer_version(content: bytes) -> bytes:
    newer = b'"schema_revision": "9999"'
    return repacked(
        content,
        lambda name, body: body.replace(b'"schema_revision": "', newer[:-5] + b"9999x") if name == MANIFEST else body,
    )


def repacked(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    packed = BytesIO()
    with tarfile.open(fileobj=BytesIO(gzip.decompress(content))) as old, tarfile.open(fileobj=packed, mode="w") as new:
        for member in old:
            body = change(member.name, old.extractfile(member).read())  # type: ignore[union-attr]
            if body is not None:
                member.size = len(body)
                new.addfile(member, BytesIO(body))
    return gzip.compress(packed.getvalue())


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut, "cut off or damaged"),
        (without_its_end, "it has no end"),
        (with_another_file, "not those that were put in"),
        (of_a_newer_version, "of a newer version"),
        (lambda _: b"something else", "cut off or damaged"),
    ],
)
def test_what_is_no_whole_backup_changes_nothing(
    make_resume: ResumeFactory,
    archive: Path,
    migrated_database: URL,
    use_system: UseSystem,
    spoil: Callable[[bytes], bytes],
    sentence: str,
) -> None:
    fill(make_resume)
    assert run("backup", archive).exit_code == 0
    archive.write_bytes(spoil(archive.read_bytes()))
    elsewhere = use_system(migrated_database, "elsewhere")
    refused = run("restore", archive, "--force")
    assert refused.exit_code == 3
    assert sentence in " ".join(refused.output.split())
    assert files(elsewhere) == {}
    assert tables()["resumes"] is None


def test_a_lost_file_is_told_and_the_rest_is_kept(
    make_resume: ResumeFactory, archive: Path, file_store: FileStore
) -> None:
    lost, _ = make_resume(b"lost")
    make_resume(b"kept")
    with session_scope() as session:
        file_store.remove(session.scalar(text(f"SELECT file_path FROM resumes WHERE id = {lost}")))  # type: ignore[arg-type]
    made = run("backup", archive)
    assert made.exit_code == 1
    manifest = verify(archive)
    assert (manifest.missing, manifest.files) == ([lost], 1)


def test_who_is_erased_meanwhile_is_not_in_it(
    make_resume: ResumeFactory, archive: Path, file_store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.audit import Actor
    from services.erasure import erase, of_resume
    from stack import backup

    erased, _ = make_resume(b"erased")
    make_resume(b"kept")
    reads = backup._read

    def erase_then_read(named: backup.NamedFile) -> bytes | None:
        if named.resume_id == erased:
            erase(of_resume(erased), Actor("test"))
        return reads(named)

    monkeypatch.setattr(backup, "_read", erase_then_read)
    assert run("backup", archive).exit_code == 0
    manifest = verify(archive)
    assert (manifest.row_counts["resumes"], manifest.files, manifest.missing) == (1, 1, [])


def test_an_existing_file_is_not_overwritten_unasked(make_resume: ResumeFactory, archive: Path) -> None:
    archive.write_text("precious")
    assert run("backup", archive).exit_code == 3
    assert archive.read_text() == "precious"
    assert run("backup", archive, "--force").exit_code == 0


@pytest.mark.parametrize("asked", [True, False])
def test_the_key_of_erased_files_goes_along_when_asked_for(
    archive: Path, migrated_database: URL, use_system: UseSystem, asked: bool
) -> None:
    key = read_or_make_secret(get_settings().data_dir / "erasure-key")
    assert run("backup", archive, *(["--with-secrets"] if asked else [])).exit_code == 0
    elsewhere = use_system(migrated_database, "elsewhere")
    assert run("restore", archive).exit_code == 0
    assert (elsewhere / "erasure-key").exists() == asked
    if asked:
        assert (elsewhere / "erasure-key").read_text() == key


def test_nothing_is_restored_under_a_system_that_runs(
    archive: Path, migrated_database: URL, use_system: UseSystem, make_resume: ResumeFactory
) -> None:
    assert run("backup", archive).exit_code == 0
    use_system(migrated_database, "elsewhere")
    engine = create_engine(migrated_database)
    with engine.connect():
        refused = run("restore", archive, "--force")
    engine.dispose()
    assert refused.exit_code == 3
    assert "other connections" in refused.output
