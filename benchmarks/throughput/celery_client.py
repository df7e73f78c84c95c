"""`python -m benchmarks.throughput.celery_client FILE...`: sends them through the peer and prints resumes a second."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg2

from benchmarks.throughput.celery_app import ingest
from config import get_settings
from services.resume_service import ResumeService, UploadedResume

UPLOAD_BATCH = 200
WARM_UP_FILES = 8


def main(paths: Sequence[Path]) -> None:
    _send_and_wait(paths[:WARM_UP_FILES])
    measured = paths[WARM_UP_FILES:]
    started = time.perf_counter()
    _send_and_wait(measured)
    print(len(measured) / (time.perf_counter() - started))


def _send_and_wait(paths: Sequence[Path]) -> None:
    service = ResumeService()
    batch_size = get_settings().batch_size
    sent: list[int] = []
    for first in range(0, len(paths), UPLOAD_BATCH):
        files = []
        for path in paths[first : first + UPLOAD_BATCH]:
            received = service.receive(path.name, [path.read_bytes()])
            received.finish()
            files.append(received)
        ids = [outcome.resume_id for outcome in service.upload_batch(files) if isinstance(outcome, UploadedResume)]
        for start in range(0, len(ids), batch_size):
            ingest.delay(ids[start : start + batch_size])
        sent += ids
    _wait_until_final(sent)


def _wait_until_final(resume_ids: Sequence[int]) -> None:
    connection = psycopg2.connect(os.environ["DATABASE_URL"].replace("+psycopg2", ""))
    connection.autocommit = True
    with connection.cursor() as cursor:
        while True:
            cursor.execute(
                "SELECT count(*) FROM resumes WHERE id = ANY(%s) AND finished_at IS NOT NULL", (list(resume_ids),)
            )
            if cursor.fetchone() == (len(resume_ids),):
                break
            time.sleep(0.1)
    connection.close()


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
