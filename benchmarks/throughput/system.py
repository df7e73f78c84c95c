"""The system's three ways in, timed from the first byte sent to the last resume in its final state."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx
import psycopg2

from stack.stack import Stack

BATCH = 200
POLL_SECONDS = 0.1
PATIENCE_SECONDS = 1800.0
COPIED_COLUMNS = """candidate_id, file_name, file_path, upload_status, raw_text, layout, media_type, document_date,
                    extracted_data, findings, parser_version, finished_at, matched_by"""


class System:
    def __init__(self, running: Stack) -> None:
        self._running = running
        self._database = psycopg2.connect(running.database_url.replace("+psycopg2", ""))
        self._database.autocommit = True

    def warm_up(self, paths: Sequence[Path]) -> None:
        self.upload_batch(paths)

    def upload_batch(self, paths: Sequence[Path]) -> float:
        """Resumes a second through `POST /resumes/upload-batch`."""
        before = self._finished()
        started = time.perf_counter()
        with httpx.Client(base_url=self._running.api_url, timeout=300) as api:
            for first in range(0, len(paths), BATCH):
                files = [("files", (path.name, path.read_bytes())) for path in paths[first : first + BATCH]]
                api.post("/api/v1/resumes/upload-batch", files=files).raise_for_status()
        return self._wait(before, len(paths), started)

    def sweep(self, paths: Sequence[Path]) -> float:
        """Resumes a second through the inbox; the files have lain there for a while when the sweep is asked for."""
        inbox = self._running.inbox_dir
        long_ago = time.time() - 3600
        for path in paths:
            os.utime(path, (long_ago, long_ago))
        before = self._finished()
        started = time.perf_counter()
        for path in paths:
            path.rename(inbox / path.name)
        self._post("/api/v1/sweeps", {})
        return self._wait(before, len(paths), started)

    def multiply_stored(self, count: int) -> None:
        """Brings the stored resumes to this many, by copies of the rows under other hashes."""
        self._run(
            f"""INSERT INTO resumes (file_hash, {COPIED_COLUMNS})
                SELECT md5(n || file_hash) || md5(file_hash || n), {COPIED_COLUMNS}
                FROM generate_series(1, 100) n, resumes WHERE raw_text IS NOT NULL ORDER BY n, id
                LIMIT greatest(0, %s - (SELECT count(*) FROM resumes WHERE raw_text IS NOT NULL))""",
            count,
        )

    def backfill(self) -> tuple[float, int]:
        """Stored resumes parsed again a second, and how many they were."""
        self._run("UPDATE resumes SET parser_version = '0.0.0' WHERE raw_text IS NOT NULL")
        (count,) = self._one("SELECT count(*) FROM resumes WHERE parser_version = '0.0.0'")
        started = time.perf_counter()
        self._post("/api/v1/backfills", {})
        while self._one("SELECT count(*) FROM resumes WHERE parser_version = '0.0.0'") != (0,):
            _check_patience(started)
            time.sleep(POLL_SECONDS)
        return count / (time.perf_counter() - started), count

    def stored(self) -> list[tuple[str, Any]]:
        with self._database.cursor() as cursor:
            cursor.execute("SELECT raw_text, layout FROM resumes WHERE raw_text IS NOT NULL")
            return cursor.fetchall()

    def _wait(self, before: int, count: int, started: float) -> float:
        while self._finished() < before + count:
            _check_patience(started)
            time.sleep(POLL_SECONDS)
        return count / (time.perf_counter() - started)

    def _finished(self) -> int:
        (count,) = self._one("SELECT count(*) FROM resumes WHERE finished_at IS NOT NULL")
        return int(count)

    def _post(self, path: str, body: dict[str, Any]) -> None:
        httpx.post(f"{self._running.api_url}{path}", json=body, timeout=30).raise_for_status()

    def _one(self, statement: str) -> tuple[Any, ...]:
        with self._database.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone() or ()

    def _run(self, statement: str, *values: Any) -> None:
        with self._database.cursor() as cursor:
            cursor.execute(statement, values or None)


def _check_patience(started: float) -> None:
    if time.perf_counter() - started > PATIENCE_SECONDS:
        raise TimeoutError(f"Not done after {PATIENCE_SECONDS:.0f} s.")
