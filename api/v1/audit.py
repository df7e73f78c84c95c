"""The audit log: listed, and exported as CSV."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from api.audit_trail import Audit
from api.auth import requires
from api.dependencies import PageCursor, PageLimit, Transaction
from db.audit import AuditFilter
from models.audit_models import AuditItem
from models.schemas import ListPage, Moment, OneLine
from services.audit import Action, export_audit, list_audit
from services.scopes import Scope

router = APIRouter(prefix="/audit", tags=["audit"], dependencies=[requires(Scope.ADMIN)])


def get_filter(
    since: Annotated[Moment | None, Query(description="At that time or later.")] = None,
    until: Annotated[Moment | None, Query(description="Before that time.")] = None,
    who: Annotated[OneLine | None, Query(max_length=200, description="As the log has it, such as `key:3`.")] = None,
    action: Action | None = None,
    kind: Annotated[OneLine | None, Query(max_length=40, description="Such as candidate or resume.")] = None,
    subject_id: Annotated[OneLine | None, Query(max_length=64)] = None,
) -> AuditFilter:
    return AuditFilter(since, until, who, action, kind, subject_id)


Wanted = Annotated[AuditFilter, Depends(get_filter)]


@router.get("")
def list_audit_log(
    session: Transaction, audit: Audit, wanted: Wanted, limit: PageLimit = 50, cursor: PageCursor = None
) -> ListPage[AuditItem]:
    """What was done with the system, the newest first."""
    audit.note(Action.LIST, "audit")
    return list_audit(session, limit, cursor, wanted)


@router.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "The log as CSV."}},
)
def export_audit_log(audit: Audit, wanted: Wanted) -> StreamingResponse:
    """The same as a CSV file, the oldest first."""
    audit.note(Action.EXPORT, "audit")
    headers = {"Content-Disposition": 'attachment; filename="audit.csv"'}
    return StreamingResponse(export_audit(wanted), media_type="text/csv", headers=headers)
