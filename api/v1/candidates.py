"""Candidates: search, look at, enter."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import PageCursor, PageLimit, Transaction
from models.candidate_models import CandidateCreate, CandidateDetail, CandidateItem, CandidateResponse
from models.schemas import ListPage, OneLine, ProblemDetail
from services.candidate_reading import find_candidate, search_candidates
from services.candidate_service import CandidateService

router = APIRouter(prefix="/candidates", tags=["candidates"])


@router.get("")
def list_candidates(
    session: Transaction,
    q: Annotated[
        OneLine | None, Query(max_length=255, description="Words of the name or e-mail, in any order.")
    ] = None,
    email: Annotated[OneLine | None, Query(max_length=255, description="Part of the e-mail.")] = None,
    skill: Annotated[OneLine | None, Query(max_length=100, description="Name of a skill, in any case.")] = None,
    limit: PageLimit = 50,
    cursor: PageCursor = None,
) -> ListPage[CandidateItem]:
    """Candidates, the newest first. Where no name has the words of `q`, those written most like it."""
    return search_candidates(session, limit, cursor, q, email, skill)


@router.post("", status_code=201, responses={409: {"model": ProblemDetail}})
def create_candidate(session: Transaction, data: CandidateCreate) -> CandidateResponse:
    return CandidateService(session).create_candidate(data)


@router.get("/{candidate_id}", responses={404: {"model": ProblemDetail}})
def get_candidate(session: Transaction, candidate_id: int) -> CandidateDetail:
    """A candidate with education, work experience, skills and resumes."""
    return find_candidate(session, candidate_id)
