"""The short form: a few faults to the running stack while some resumes come in, and the invariants."""

import pytest

from tests.faults.faults import EVERYWHERE, plan
from tests.faults.people import make_documents
from tests.faults.run import run_faults
from tests.faults.stand import Stand
from tests.running_stack import RunningStack

SEED = 20
UPLOADS = 20
KINDS = ("kill child", "kill API", "kill PostgreSQL", "freeze PostgreSQL", "unreadable store", "dropped connections")
PAUSE_SECONDS = 1.5


@pytest.mark.e2e
def test_nothing_is_lost_or_doubled(running_stack: RunningStack) -> None:
    stand = Stand(
        running_stack.data_dir,
        running_stack.data_dir / "files",
        running_stack.api_url,
        running_stack.database_url,
    )
    planned = plan(KINDS, len(KINDS), SEED, PAUSE_SECONDS)
    result = run_faults(stand, make_documents(UPLOADS, SEED), planned, SEED)
    assert result.violations == []
    assert set(result.faults) == set(KINDS)


def test_a_seed_repeats_the_documents_and_the_order_of_faults() -> None:
    assert plan(EVERYWHERE, 30, 7) == plan(EVERYWHERE, 30, 7) != plan(EVERYWHERE, 30, 8)
    first, again = make_documents(60, 7), make_documents(60, 7)
    assert [document.file_hash for document in first] == [document.file_hash for document in again]
    assert len({document.file_hash for document in first}) == 60
    assert 30 < len({document.email for document in first}) < 60
