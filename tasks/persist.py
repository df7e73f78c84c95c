from prefect.logging import get_run_logger

from services import ingestion
from services.batch import Batch
from tasks.policies import step


@step
def persist(batch: Batch) -> Batch:
    """Candidates and final statuses into the database, in one transaction."""
    stored = ingestion.persist(batch)
    get_run_logger().info("%d resumes have their final status", len(stored.outcomes))
    return stored
