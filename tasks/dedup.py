from prefect.logging import get_run_logger

from services import ingestion
from services.batch import Batch
from tasks.policies import step


@step
def dedup(batch: Batch) -> Batch:
    """Which records belong to candidates that are known."""
    matched = ingestion.deduplicate(batch)
    known = sum(item.match is not None for item in matched.items)
    get_run_logger().info("%d of %d belong to known candidates", known, len(matched))
    return matched
