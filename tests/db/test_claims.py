"""A file is registered once, however often and however many times at once it comes."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from db.engine import session_scope
from db.resumes import ClaimedResume, NewResume, claim_by_hash
from db.tables import Job, Resume


def new_resume(number: int) -> NewResume:
    file_hash = f"{number:064x}"
    return NewResume(f"{number}.pdf", f"{file_hash[:2]}/{file_hash[2:]}", file_hash, 10, "application/pdf", "api")


def claim(files: list[NewResume]) -> dict[str, ClaimedResume]:
    with session_scope() as session:
        return claim_by_hash(session, files)


def test_a_known_hash_gives_the_first_row(database_url: str) -> None:
    first = claim([new_resume(1)])
    again = claim([new_resume(1), new_resume(2), new_resume(2)])
    known, new = (again[new_resume(number).file_hash] for number in (1, 2))
    assert next(iter(first.values())).created
    assert (known.resume_id, known.created) == (next(iter(first.values())).resume_id, False)
    assert new.created
    assert claim([]) == {}


def test_the_same_batch_ten_times_at_once(database_url: str) -> None:
    files = [new_resume(number) for number in range(60)]
    # Half of them the other way round: claimed in the order given, they would wait for each other.
    batches = [files if number % 2 else files[::-1] for number in range(10)]
    with ThreadPoolExecutor(10) as pool:
        claims = list(pool.map(claim, batches))
    assert sum(claimed.created for claim_of_batch in claims for claimed in claim_of_batch.values()) == 60
    assert len({claimed.job_id for claim_of_batch in claims for claimed in claim_of_batch.values()}) == 60
    with session_scope() as session:
        counts = [session.scalar(select(func.count()).select_from(table)) for table in (Resume, Job)]
    assert counts == [60, 60]
