"""Takes in the files of the inbox folder."""

from prefect import flow
from prefect.logging import get_run_logger

from flows.discretion import discreet
from services.dispatch import Dispatcher, dispatch_pending
from services.inbox import SweepReport, sweep_inbox


@flow(name="sweep", persist_result=False)
@discreet
async def sweep() -> None:
    """Says how many, never which: file names tell who somebody is."""
    report = SweepReport()
    # What has been taken in goes out while the next is taken in.
    with Dispatcher() as dispatcher:
        for part in sweep_inbox():
            report += part
            dispatcher.wake()
    await dispatch_pending()
    get_run_logger().info("%d registered, %d known, %d rejected", report.registered, report.known, report.rejected)
