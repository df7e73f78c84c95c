"""The second net: resumes that got lost on their way are found and sent out again."""

from prefect import flow
from prefect.logging import get_run_logger

from services.dispatch import dispatch_pending
from services.recovery import recover_expired


@flow(name="maintain", persist_result=False)
async def maintain() -> None:
    recovered = recover_expired()
    dispatched = await dispatch_pending()
    get_run_logger().info("%d resumes recovered, %d dispatched", recovered, dispatched)
