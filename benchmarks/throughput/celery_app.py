"""The peer: the same services as plain Celery tasks over Redis, in batches of the same size as an ingest flow run."""

import os

from celery import Celery
from celery.signals import worker_process_init

import resume_parser
from services import ingestion

app = Celery("peer", broker=os.environ.get("PEER_BROKER", "redis://127.0.0.1:6379/0"))
app.conf.update(worker_prefetch_multiplier=1, task_acks_late=True, task_ignore_result=True)


@worker_process_init.connect  # type: ignore[untyped-decorator]
def warm_up(**_: object) -> None:
    resume_parser.load()


@app.task(name="ingest")  # type: ignore[untyped-decorator]
def ingest(resume_ids: list[int]) -> None:
    """The steps of the flow `ingest`, without Prefect."""
    batch = ingestion.claim(resume_ids)
    for step in (
        ingestion.verify_hashes,
        ingestion.extract,
        ingestion.parse,
        ingestion.validate,
        ingestion.deduplicate,
        ingestion.persist,
    ):
        batch = step(batch)
