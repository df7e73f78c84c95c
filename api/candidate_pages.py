"""The pages about candidates: search, and one candidate."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.dependencies import PageCursor, Transaction
from api.page_rendering import href, render
from api.sign_in import require_sign_in
from services.candidate_reading import find_candidate, search_candidates

CANDIDATES_PER_PAGE = 25

router = APIRouter(prefix="/candidates", include_in_schema=False, dependencies=[Depends(require_sign_in)])

SearchText = Annotated[str, Query(max_length=255)]


@router.get("")
def show_candidates(
    request: Request,
    session: Transaction,
    q: SearchText = "",
    email: SearchText = "",
    skill: SearchText = "",
    cursor: PageCursor = None,
) -> Response:
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


@router.get("/{candidate_id:int}")
def show_candidate(request: Request, session: Transaction, candidate_id: int) -> Response:
    return render(request, "candidate_detail.html", candidate=find_candidate(session, candidate_id))
