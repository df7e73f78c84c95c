from prefect.logging import get_run_logger

from services import ingestion
from services.batch import Batch
from tasks.policies import step


@step
def validate(batch: Batch) -> Batch:
    """The records through the quality rules."""
    checked = ingestion.validate(batch)
    with_findings = sum(bool(item.findings) for item in checked.items)
    get_run_logger().info("%d of %d records have findings", with_findings, len(checked))
    return checked
