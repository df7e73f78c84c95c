"""Candidates: search, look at, enter."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.audit_trail import Audit, actor_of
from api.auth import requires
from api.dependencies import PageCursor, PageLimit, Transaction
from api.person_document import render_person
from models.candidate_models import (
    CandidateCreate,
    CandidateDetail,
    CandidateItem,
    CandidateResponse,
    RedactedCandidate,
)
from models.privacy_models import ErasureReceipt, PersonExport
from models.schemas import ListPage, OneLine, ProblemDetail
from services.audit import Action
from services.candidate_reading import find_candidate, search_candidates
from services.candidate_service import CandidateService
from services.erasure import erase, of_candidate
from services.person_export import export_person
from services.redaction import find_redacted_candidate
from services.scopes import Scope

router = APIRouter(prefix="/candidates", tags=["candidates"])
READING = [requires(Scope.READ)]
ERASING = [requires(Scope.ERASE)]
_MISSING: dict[int | str, dict[str, Any]] = {404: {"model": ProblemDetail}}


@router.get("", dependencies=READING)
def list_candidates(
    session: Transaction,
    audit: Audit,
    q: Annotated[
        OneLine | None, Query(max_length=255, description="Words of the name or e-mail, in any order.")
    ] = None,
    email: Annotated[OneLine | None, Query(max_length=255, description="Part of the e-mail.")] = None,
    skill: Annotated[OneLine | None, Query(max_length=100, description="Name of a skill, in any case.")] = None,
    limit: PageLimit = 50,
    cursor: PageCursor = None,
) -> ListPage[CandidateItem]:
    """Candidates, the newest first. Where no name has the words of `q`, those written most like it."""
    audit.note(Action.LIST, "candidate")
    return search_candidates(session, limit, cursor, q, email, skill)


@router.post("", status_code=201, responses={409: {"model": ProblemDetail}}, dependencies=[requires(Scope.REVIEW)])
def create_candidate(session: Transaction, audit: Audit, data: CandidateCreate) -> CandidateResponse:
    created = CandidateService(session).create_candidate(data)
    audit.note(Action.CREATE, "candidate", created.id)
    return created


@router.get("/{candidate_id}", responses=_MISSING, dependencies=READING)
def get_candidate(
    session: Transaction,
    audit: Audit,
    candidate_id: int,
    view: Annotated[
        Literal["full", "redacted"], Query(description="`redacted` leaves out who it is, for blind screening.")
    ] = "full",
) -> CandidateDetail | RedactedCandidate:
    """A candidate with education, work experience, skills and resumes."""
    find = find_redacted_candidate if view == "redacted" else find_candidate
    candidate = find(session, candidate_id)
    audit.note(Action.READ, "candidate", candidate_id)
    return candidate


@router.get(
    "/{candidate_id}/export",
    response_model=PersonExport,
    responses=_MISSING | {200: {"content": {"text/html": {"schema": {"type": "string"}}}}},
    dependencies=[requires(Scope.EXPORT)],
)
def export_candidate(
    request: Request,
    session: Transaction,
    audit: Audit,
    candidate_id: int,
    format: Annotated[Literal["json", "html"], Query(description="`html` is a page to print.")] = "json",  # noqa: A002
) -> PersonExport | Response:
    """All that is stored of a person, to be given to them."""
    person = export_person(session, candidate_id)
    audit.note(Action.EXPORT, "candidate", candidate_id)
    return render_person(request, person) if format == "html" else person


@router.delete("/{candidate_id}", responses=_MISSING, dependencies=ERASING)
def erase_candidate(request: Request, candidate_id: int) -> ErasureReceipt:
    """Erase a person for good: the candidate with all resumes, their files, texts and records. A receipt."""
    return erase(of_candidate(candidate_id), actor_of(request))
