"""How long the steps of an ingest run take, added up for all processes in the database."""

import logging
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from db.engine import session_scope
from db.measures import StageCost, add_stage_costs

logger = logging.getLogger(__name__)

BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0, float("inf"))
"""Upper bounds, in seconds."""


def note_stage_costs(milliseconds: Iterable[Mapping[str, float]]) -> None:
    """Of each resume, milliseconds by step. What cannot be noted is left out: no resume is to suffer for it."""
    sums: defaultdict[tuple[str, float], list[float]] = defaultdict(list)
    for spent in milliseconds:
        for stage, took in spent.items():
            sums[stage, BUCKETS[bisect_left(BUCKETS, took / 1000)]].append(took / 1000)
    costs = [StageCost(stage, up_to, len(took), sum(took)) for (stage, up_to), took in sums.items()]
    try:
        with session_scope() as session:
            add_stage_costs(session, costs)
    except Exception as error:  # noqa: BLE001 - the run is done, and what it did is stored
        logger.warning("what the steps took is not noted: %s", type(error).__name__)
