"""Whether a part answers."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from stack.prefect_api import PrefectApi

PROBE_SECONDS = 2.0
WORKER_FRESH = timedelta(seconds=100)
"""Workers report every 30 s; three missed reports make one that is gone."""


def answers(url: str) -> bool:
    """Whether a GET is answered with success."""
    try:
        return httpx.get(url, timeout=PROBE_SECONDS, trust_env=False).is_success
    except httpx.HTTPError:
        return False


def says(log: Path, words: re.Pattern[bytes], after: int) -> bool:
    """Whether these words stand in the log beyond the byte `after`, or anywhere in a log that was begun anew."""
    content = log.read_bytes()
    return words.search(content, after if after <= len(content) else 0) is not None


def online_workers(prefect: PrefectApi, pool: str, since: datetime | None = None) -> int:
    """Workers of the pool that reported lately, or since then; 0 also when the Prefect server does not answer."""
    try:
        with prefect.client(PROBE_SECONDS) as client:
            response = client.post(f"/work_pools/{pool}/workers/filter", json={})
    except httpx.HTTPError:
        return 0
    if not response.is_success:
        return 0
    after = since or datetime.now(UTC) - WORKER_FRESH
    return sum(1 for worker in response.json() if datetime.fromisoformat(worker["last_heartbeat_time"]) >= after)
