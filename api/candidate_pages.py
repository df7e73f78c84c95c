"""The pages about candidates: search, and one candidate."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.audit_trail import Audit, actor_of
from api.auth import caller_of
from api.dependencies import PageCursor, Transaction
from api.page_rendering import href, render
from api.person_document import render_person
from api.sign_in import page_requires
from services.audit import Action
from services.candidate_reading import find_candidate, search_candidates
from services.erasure import count_holdings, erase, of_candidate
from services.person_export import export_person
from services.redaction import find_redacted_candidate
from services.scopes import Scope

CANDIDATES_PER_PAGE = 25

router = APIRouter(prefix="/candidates", include_in_schema=False)
READING = [page_requires(Scope.READ)]
ERASING = [page_requires(Scope.ERASE)]

View = Literal["full", "redacted"]
SearchText = Annotated[str, Query(max_length=255)]


@router.get("", dependencies=READING)
def show_candidates(
    request: Request,
    session: Transaction,
    audit: Audit,
    q: SearchText = "",
    email: SearchText = "",
    skill: SearchText = "",
    cursor: PageCursor = None,
) -> Response:
    audit.note(Action.LIST, "candidate")
    search = {name: text.strip() for name, text in (("q", q), ("email", email), ("skill", skill)) if text.strip()}
    candidates = search_candidates(session, CANDIDATES_PER_PAGE, cursor, **search)
    following = candidates.next_cursor
    return render(
        request,
        "candidate_list.html",
        candidates=candidates,
        search=search,
        first_href=href("/candidates", **search) if cursor else None,
        next_href=href("/candidates", **search, cursor=following) if following else None,
    )


@router.get("/{candidate_id:int}", dependencies=READING)
def show_candidate(
    request: Request, session: Transaction, audit: Audit, candidate_id: int, view: View = "full"
) -> Response:
    audit.note(Action.READ, "candidate", candidate_id)
    if view == "redacted":
        redacted = find_redacted_candidate(session, candidate_id)
        return render(request, "candidate_redacted.html", candidate=redacted)
    candidate = find_candidate(session, candidate_id)
    caller = caller_of(request)
    return render(
        request,
        "candidate_detail.html",
        candidate=candidate,
        may_erase=caller.may(Scope.ERASE),
        may_export=caller.may(Scope.EXPORT),
    )


@router.get("/{candidate_id:int}/export", dependencies=[page_requires(Scope.EXPORT)])
def export_candidate(request: Request, session: Transaction, audit: Audit, candidate_id: int) -> Response:
    """As a page to print, the same that programs have."""
    person = export_person(session, candidate_id)
    audit.note(Action.EXPORT, "candidate", candidate_id)
    return render_person(request, person)


@router.get("/{candidate_id:int}/erase", dependencies=ERASING)
def ask_to_erase(request: Request, session: Transaction, audit: Audit, candidate_id: int) -> Response:
    counts = count_holdings(session, of_candidate(candidate_id))
    audit.note(Action.READ, "candidate", candidate_id)
    return render(request, "candidate_erase.html", candidate_id=candidate_id, counts=counts)


@router.post("/{candidate_id:int}/erase", dependencies=ERASING)
def erase_candidate(request: Request, candidate_id: int) -> Response:
    receipt = erase(of_candidate(candidate_id), actor_of(request))
    return render(request, "candidate_erased.html", receipt=receipt)
