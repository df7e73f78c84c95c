from prefect.logging import get_run_logger

from services import ingestion
from services.batch import Batch
from tasks.policies import step


@step
def parse(batch: Batch) -> Batch:
    """Text to records."""
    parsed = ingestion.parse(batch, get_run_logger().info)
    get_run_logger().info("%d of %d documents parsed", len(parsed), len(batch))
    return parsed
