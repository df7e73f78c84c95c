from collections.abc import Sequence
from uuid import UUID

from prefect.logging import get_run_logger

from services import ingestion
from services.batch import Batch
from tasks.policies import step


@step
def hash(resume_ids: Sequence[int], flow_run_id: UUID | None) -> Batch:  # noqa: A001 - the step's name in the UI
    """Take the resumes and check that the stored bytes are those that were uploaded."""
    batch = ingestion.verify_hashes(ingestion.claim(resume_ids, flow_run_id), get_run_logger().info)
    get_run_logger().info("%d of %d resumes taken", len(batch), len(resume_ids))
    return batch
