"""The whole system on this machine: starts the parts that are not given from elsewhere, in the order they need."""

import logging
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from dataclasses import replace

from config.settings import Settings
from stack import parts
from stack.data_folder import ensure_auth_string, make_private_folder
from stack.deploy import fingerprint, has_deployments
from stack.environment import PROJECT, prefect_environment, settings_environment
from stack.part import Part
from stack.parts import LOOPBACK
from stack.postgres import EmbeddedPostgres
from stack.prefect_api import prefect_api_of
from stack.preflight import check_data_folder, check_keys, check_port
from stack.state import Addresses, exclusive, forget_addresses, save_addresses
from stack.supervisor import Supervisor

logger = logging.getLogger(__name__)


class Stack:
    """Made from settings; `DATABASE_URL` and `PREFECT_API_URL` among those set mean that these parts run elsewhere."""

    def __init__(self, settings: Settings, announce: Callable[[str], None] = logger.info) -> None:
        self.settings = settings
        self.data_dir = settings.data_dir.resolve()
        self.logs = self.data_dir / "logs"
        self._announce = announce
        self._own_database = "database_url" not in settings.model_fields_set
        self._own_prefect = "prefect_api_url" not in settings.model_fields_set
        self._postgres = EmbeddedPostgres(self.data_dir / "postgres", self.logs / "postgres.log")
        self.prefect = prefect_api_of(settings)
        if self._own_prefect:
            self.prefect = replace(self.prefect, url=f"http://{LOOPBACK}:{settings.prefect_port}/api")
        self.database_url = self._postgres.application_url if self._own_database else settings.database_url
        self.api_url = f"http://{parts.reachable(settings.api_host)}:{settings.api_port}"
        self._reached_settings = settings.model_copy(update={"prefect_api_url": self.prefect.url})
        self._deployed = self.data_dir / "deployed"
        self.inbox_dir = settings.inbox_dir.resolve() if settings.inbox_dir else self.data_dir / "inbox"
        self.supervisor: Supervisor

    @contextmanager
    def running(self) -> Iterator["Stack"]:
        """Starts everything and waits until it answers; stops what it started at the end, whatever happened."""
        check_data_folder(self.data_dir)
        with exclusive(self.data_dir):
            self._check_ports()
            self._know_auth_string()
            self.supervisor = Supervisor(self._announce)
            try:
                self._start()
                save_addresses(self.data_dir, self.addresses)
                yield self
            finally:
                forget_addresses(self.data_dir)
                self.supervisor.stop_all()

    @contextmanager
    def database_alone(self) -> Iterator["Stack"]:
        """Nothing runs but the database, if it is the stack's own: for work that nobody may disturb."""
        check_data_folder(self.data_dir)
        with exclusive(self.data_dir):
            self.supervisor = Supervisor(self._announce)
            try:
                self._make_folders()
                if self._own_database:
                    self._start_postgres()
                yield self
            finally:
                self.supervisor.stop_all()

    def migrate(self) -> None:
        self._run_tool("Database is up to date", "alembic", "upgrade", "head")

    @property
    def addresses(self) -> Addresses:
        return Addresses(
            api_url=self.api_url,
            prefect_api_url=self.prefect.url,
            prefect_ui_url=self.prefect.ui_url,
            database_url=self.database_url,
            inbox_dir=str(self.inbox_dir),
            logs_dir=str(self.logs),
            prefect_auth_string=self.prefect.auth_string,
        )

    def start_prefect_server(self) -> None:
        """Starts it and waits until it answers; also after a `stop_prefect_server`."""
        database_url = self._postgres.prefect_url
        self._start_part(parts.prefect_server(self.settings, self.prefect, self.environment, database_url, self.logs))

    def stop_prefect_server(self) -> None:
        self.supervisor.stop(parts.PREFECT_SERVER)

    @property
    def environment(self) -> dict[str, str]:
        """What every part is started with."""
        return {
            **settings_environment(self.settings),
            **prefect_environment(self.data_dir / "prefect", self.prefect),
            "DATABASE_URL": self.database_url,
            "INTAKE_DATA_DIR": str(self.data_dir),
            "INTAKE_INBOX_DIR": str(self.inbox_dir),
        }

    def _check_ports(self) -> None:
        check_port(self.settings.api_host, self.settings.api_port, "API and page", "INTAKE_API_PORT")
        if self._own_prefect:
            check_port(LOOPBACK, self.settings.prefect_port, "Prefect server", "INTAKE_PREFECT_PORT")

    def _know_auth_string(self) -> None:
        if self._own_prefect and self.prefect.auth_string is None:
            self.prefect = replace(self.prefect, auth_string=ensure_auth_string(self.data_dir))

    def _make_folders(self) -> None:
        """Resumes and logs are nobody else's to read. An inbox that was chosen keeps what its owner allows there."""
        for name in ("files", "inbox", "logs", "prefect"):
            make_private_folder(self.data_dir / name)
        self.inbox_dir.mkdir(parents=True, exist_ok=True)

    def _start(self) -> None:
        self._make_folders()
        if self._own_database or self._own_prefect:
            self._start_postgres()
        self._together(self._start_prefect_side, self._start_api_side)

    def _start_postgres(self) -> None:
        self._postgres.prepare()
        self._start_part(self._postgres.part())
        self._postgres.create_databases()

    def _start_prefect_side(self) -> None:
        if self._own_prefect:
            self._together(self.start_prefect_server, self._deploy_if_new)
        else:
            self._deploy_if_new()
        if not has_deployments(self.prefect):
            self._deploy()
        self._start_worker()

    def _start_worker(self) -> None:
        # The own Prefect server is reached from this machine alone; another one's workers may be anywhere, and at work.
        alone = self._own_prefect
        self._start_part(parts.worker(self.settings, self.prefect, self.environment, self.logs, alone=alone))

    def _start_api_side(self) -> None:
        self.migrate()
        check_keys(self.settings, self.database_url)
        self._start_part(parts.api(self.settings, self.environment, self.logs))

    def _together(self, *steps: Callable[[], None]) -> None:
        """Runs them at the same time; the first that fails, or Ctrl-C, ends the waiting of the others."""
        with ThreadPoolExecutor(len(steps)) as pool, ExitStack() as unless_done:
            unless_done.callback(self.supervisor.cancel)
            running = [pool.submit(step) for step in steps]
            done, _ = wait(running, return_when=FIRST_EXCEPTION)
            for step in done:
                step.result()
            unless_done.pop_all()

    def _start_part(self, part: Part) -> None:
        seconds = self.supervisor.run(part)
        self._announce(f"{part.name} is ready ({seconds:.1f} s)")

    def _deploy_if_new(self) -> None:
        """Left out when it can be: it costs seconds, and deploying again may make Prefect schedule its runs twice."""
        if not self._deployed.exists() or self._deployed.read_text() != fingerprint(self._reached_settings):
            self._deploy()

    def _deploy(self) -> None:
        self._run_tool("Deployments are made", "stack.deploy")
        self._deployed.write_text(fingerprint(self._reached_settings))

    def _run_tool(self, done: str, module: str, *arguments: str) -> None:
        part = Part(
            name=module,
            command=[sys.executable, "-m", module, *arguments],
            environment=self.environment,
            folder=PROJECT,
            log=self.logs / f"{module.rpartition('.')[2]}.log",
        )
        self._announce(f"{done} ({self.supervisor.run_to_end(part):.1f} s)")
