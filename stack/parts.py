"""The commands that the stack runs, beside PostgreSQL."""

import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from dotenv import dotenv_values

from config.settings import Settings
from stack.environment import PROJECT
from stack.part import Part
from stack.prefect_api import PrefectApi
from stack.probes import answers, online_workers, says

PREFECT_SERVER = "Prefect server"
WORKER = "Worker"
API = "API"
LOOPBACK = "127.0.0.1"
"""Where the Prefect server always listens: it has one password for everybody, and no encryption."""
WORKER_TYPE = "warm-process"
WORKER_POLL_SECONDS = 2.0
"""The net below the events by which a worker hears of its work at once; each poll costs the server 20 ms."""
SERVER_SETTINGS = PROJECT / "config" / "prefect-server.env"
PROCESS_READY = re.compile(rb"Process \d+ is ready")
"""What the worker logs for each process that has loaded everything."""


def prefect_server(
    settings: Settings, prefect: PrefectApi, environment: Mapping[str, str], database_url: str, logs: Path
) -> Part:
    """What `prefect server start` runs, without the seconds that its command line takes to import."""
    host, port = LOOPBACK, settings.prefect_port
    return Part(
        name=PREFECT_SERVER,
        command=[
            *(sys.executable, "-m", "uvicorn", "--factory", "stack.prefect_server:create_app"),
            *("--host", host, "--port", str(port), "--timeout-keep-alive", "5", "--log-level", "warning"),
            *("--timeout-graceful-shutdown", "3"),
        ],
        environment={
            **prefect_server_settings(),
            **environment,
            "PREFECT__SERVER_FINAL": "1",
            "PREFECT_API_DATABASE_CONNECTION_URL": database_url,
            "PREFECT_SERVER_API_HOST": host,
            "PREFECT_SERVER_API_PORT": str(port),
            "PREFECT_SERVER_API_CORS_ALLOWED_ORIGINS": ui_origins(port),
            **({"PREFECT_SERVER_API_AUTH_STRING": prefect.auth_string} if prefect.auth_string else {}),
        },
        folder=PROJECT,
        log=logs / "prefect-server.log",
        ready=lambda: answers(prefect.health_url),
        ready_seconds=180.0,
    )


def ui_origins(port: int) -> str:
    """The addresses that Prefect's UI is opened at; scripts of no other page may read what the server answers."""
    return f"http://{LOOPBACK}:{port},http://localhost:{port}"


def prefect_server_settings() -> dict[str, str]:
    """Those that both the embedded server and the one under Docker Compose have."""
    return {name: value for name, value in dotenv_values(SERVER_SETTINGS).items() if value is not None}


def reachable(host: str) -> str:
    """The address to connect to for one to listen on."""
    return LOOPBACK if host in {"0.0.0.0", "::", ""} else host  # noqa: S104 - compared, not bound  # nosec B104


def worker(
    settings: Settings, prefect: PrefectApi, environment: Mapping[str, str], logs: Path, *, alone: bool = True
) -> Part:
    """Ready when it has reported to the server and one of its processes has loaded everything.

    `alone` says that no other machine has workers: then what a dead one had in hand is taken from it at the start.
    """
    started = datetime.now(UTC)
    log = logs / "worker.log"
    earlier = log.stat().st_size if log.exists() else 0
    return Part(
        name=WORKER,
        command=[
            *(sys.executable, "-m"),
            *(("stack.worker",) if alone else ("prefect", "worker", "start")),
            *("--pool", settings.work_pool, "--type", WORKER_TYPE, "--install-policy", "never"),
        ],
        environment={**environment, "PREFECT_WORKER_QUERY_SECONDS": str(WORKER_POLL_SECONDS)},
        folder=PROJECT,
        log=log,
        ready=lambda: (
            says(log, PROCESS_READY, earlier) and online_workers(prefect, settings.work_pool, since=started) > 0
        ),
        ready_seconds=180.0,
        stop_seconds=30.0,
    )


def api(settings: Settings, environment: Mapping[str, str], logs: Path) -> Part:
    return Part(
        name=API,
        command=[
            *(
                sys.executable,
                "-m",
                "uvicorn",
                "main:app",
                "--no-access-log",
                "--no-server-header",
                "--no-proxy-headers",
            ),
            *("--host", settings.api_host, "--port", str(settings.api_port)),
            *("--timeout-graceful-shutdown", "5"),
        ],
        environment=environment,
        folder=PROJECT,
        log=logs / "api.log",
        ready=lambda: answers(f"http://{reachable(settings.api_host)}:{settings.api_port}/healthz"),
        ready_seconds=180.0,
    )
