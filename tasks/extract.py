from prefect.logging import get_run_logger

from services import ingestion
from services.batch import Batch
from tasks.policies import step


@step
def extract(batch: Batch) -> Batch:
    """Files to text with its layout, stored at once."""
    extracted = ingestion.extract(batch, get_run_logger().info)
    get_run_logger().info("%d of %d documents read", len(extracted), len(batch))
    return extracted
