"""A worker that starts takes the place of one that is dead."""

import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import text

from config import Settings
from db import lanes
from db.engine import session_scope
from services import ingestion
from stack.environment import PROJECT
from stack.part import Part
from stack.parts import worker
from stack.prefect_api import prefect_api_of
from stack.stack import Stack
from tests.factories import ResumeFactory

MODULE = [sys.executable, "-m", "stack.worker", "--help"]


def run(environment: dict[str, str]) -> str:
    return subprocess.run(
        MODULE, cwd=PROJECT, env=os.environ | environment, capture_output=True, text=True, check=True, timeout=120
    ).stdout


def test_no_lease_of_the_dead_one_is_waited_for(make_resume: ResumeFactory, database_url: str, tmp_path: Path) -> None:
    in_hand, sent, waiting = (make_resume()[0] for _ in range(3))
    ingestion.claim([in_hand])
    with session_scope() as session:
        lanes.mark_sent(session, [sent], session.scalars(text("SELECT gen_random_uuid()")).one(), 120)
    assert "--type" in run({"DATABASE_URL": database_url, "PREFECT_HOME": str(tmp_path)})
    with session_scope() as session:
        statement = text("SELECT id, lease_until < now() FROM resumes ORDER BY id")
        assert [tuple(row) for row in session.execute(statement)] == [(in_hand, True), (sent, True), (waiting, None)]


def test_beside_workers_elsewhere_no_lease_is_touched(tmp_path: Path) -> None:
    settings = Settings(prefect_api_url="http://prefect.example/api")
    prefect = prefect_api_of(settings)
    assert "stack.worker" in worker(settings, prefect, {}, tmp_path).command
    started: list[Part] = []
    stack = Stack(settings.model_copy(update={"data_dir": tmp_path}))
    stack._start_part = started.append  # type: ignore[method-assign]
    stack._start_worker()
    assert started[0].command[1:5] == ["-m", "prefect", "worker", "start"]


def test_without_a_database_it_starts_all_the_same(tmp_path: Path) -> None:
    nowhere = f"postgresql+psycopg2://postgres@/intake?host={tmp_path}"
    assert "--type" in run({"DATABASE_URL": nowhere, "PREFECT_HOME": str(tmp_path)})
