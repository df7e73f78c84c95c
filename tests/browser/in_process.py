"""Processing without Prefect: every pending resume through all steps, in a thread of this process."""

import threading
from datetime import datetime
from uuid import UUID

from db.engine import session_scope
from services.errors import OrchestratorUnavailable
from services.resume_reading import list_recent_resumes
from services.resume_service import ResumeService


class InProcessOrchestration:
    """`held` keeps everything pending, as when no worker runs, until `release`."""

    def __init__(self) -> None:
        self._held = False
        self._work = threading.Lock()
        self._threads: list[threading.Thread] = []

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    def hold(self) -> None:
        self._held = True

    def release(self) -> None:
        self._held = False
        self.wake()

    def wake(self) -> None:
        if self._held:
            return
        thread = threading.Thread(target=self._process_pending)
        self._threads.append(thread)
        thread.start()

    def join(self) -> None:
        for thread in self._threads:
            thread.join(timeout=30)

    async def get_state_name(self, flow_run_id: UUID) -> str | None:
        return None

    async def trigger_backfill(
        self, resume_ids: list[int] | None, since: datetime | None, parser_version_older_than: str | None
    ) -> UUID:
        raise OrchestratorUnavailable

    async def trigger_sweep(self) -> UUID:
        raise OrchestratorUnavailable

    async def is_reachable(self) -> bool:
        return False

    def _process_pending(self) -> None:
        with self._work:
            with session_scope() as session:
                pending = list_recent_resumes(session, 200, status="pending").items
            for resume in reversed(pending):
                ResumeService().process_resume(resume.job_id)
