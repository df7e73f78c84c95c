"""Resumes: upload, list, look at, download."""

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from api.audit_trail import Audit, actor_of
from api.auth import access_of, caller_of, requires
from api.dependencies import (
    AppSettings,
    Orchestrator,
    PageCursor,
    PageLimit,
    Resumes,
    Transaction,
    UploadSource,
)
from api.v1.multipart_stream import OVERHEAD_BYTES, receive_form
from models.privacy_models import ErasureReceipt
from models.resume_models import (
    RefusalDetail,
    ResumeDetail,
    ResumeItem,
    ResumeUploadResponse,
    UploadStatus,
)
from models.schemas import ListPage, ProblemDetail
from services.audit import Action
from services.erasure import erase, of_resume
from services.provenance import LONGEST
from services.resume_reading import find_resume, list_recent_resumes, open_resume_file
from services.resume_service import RefusedUpload, UploadedResume
from services.scopes import Scope

router = APIRouter(prefix="/resumes", tags=["resumes"])


_TOLD = {
    "source": {"type": "string", "maxLength": LONGEST, "description": "Where it is from, such as a job board's name."},
    "consent": {"type": "string", "maxLength": LONGEST, "description": "What its person agreed to: a date or a code."},
}


def _form(field: str, schema: dict[str, Any]) -> dict[str, Any]:
    """OpenAPI of a multipart body, which the route reads as a stream and so cannot declare by its parameters."""
    body = {"type": "object", "required": [field], "properties": {field: schema, **_TOLD}}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": body}}}}


READING = [requires(Scope.READ)]
_BYTES = "application/octet-stream"
_INERT_TYPES = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/plain",
    }
)
_FILE = {"type": "string", "format": "binary", "contentMediaType": "application/octet-stream"}
_FILES = {"type": "array", "items": _FILE}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"model": ProblemDetail, "description": "No multipart form with a file in it."},
    413: {"model": ProblemDetail, "description": "Larger than what is accepted."},
}
_FILE_REFUSALS: dict[int | str, dict[str, Any]] = _REFUSALS | {
    409: {"model": ProblemDetail, "description": "Erased before, and by the settings not taken in again."},
    415: {"model": ProblemDetail, "description": "By its content of no kind that is read."},
    422: {"model": ProblemDetail, "description": "Empty."},
}
_MISSING: dict[int | str, dict[str, Any]] = {404: {"model": ProblemDetail}}
_FILE_ANSWERS: dict[int | str, dict[str, Any]] = _MISSING | {
    200: {"content": {kind: {"schema": _FILE} for kind in (*sorted(_INERT_TYPES), _BYTES)}},
    410: {"model": ProblemDetail, "description": "The file is gone."},
}


@router.post(
    "/upload",
    status_code=202,
    response_model_exclude_unset=True,
    responses=_FILE_REFUSALS,
    openapi_extra=_form("file", _FILE),
    dependencies=[requires(Scope.UPLOAD)],
)
async def upload_resume(
    request: Request, settings: AppSettings, resumes: Resumes, orchestrator: Orchestrator, source: UploadSource
) -> ResumeUploadResponse:
    """Take in one resume. A file that is known already answers with its first job."""
    access, caller = access_of(request), caller_of(request)
    access.check_uploads(caller)
    # Twice the limit is read, so that a client that sends too much is still there to hear why it was refused.
    max_bytes = 2 * settings.max_upload_bytes + OVERHEAD_BYTES
    form = await receive_form(request, resumes.receive, "file", 1, max_bytes)
    uploaded = await run_in_threadpool(resumes.upload_resume, form.files[0], source, actor_of(request), form.told)
    access.count_uploads(caller, 1)
    orchestrator.wake()
    return _response_to(uploaded)


@router.post(
    "/upload-batch",
    status_code=202,
    response_model_exclude_unset=True,
    responses=_REFUSALS,
    openapi_extra=_form("files", _FILES),
    dependencies=[requires(Scope.UPLOAD)],
)
async def upload_resumes(
    request: Request, settings: AppSettings, resumes: Resumes, orchestrator: Orchestrator, source: UploadSource
) -> list[ResumeUploadResponse]:
    """Take in many resumes at once: one item a file, in order. A refused file does not stop the others."""
    access, caller = access_of(request), caller_of(request)
    access.check_uploads(caller)
    max_files = settings.max_batch_files
    max_bytes = max_files * settings.max_upload_bytes + OVERHEAD_BYTES
    form = await receive_form(request, resumes.receive, "files", max_files, max_bytes)
    outcomes = await run_in_threadpool(resumes.upload_batch, form.files, source, actor_of(request), form.told)
    access.count_uploads(caller, len(form.files))
    orchestrator.wake()
    return [_response_to(outcome) for outcome in outcomes]


@router.get("", dependencies=READING)
def list_resumes(
    session: Transaction,
    audit: Audit,
    limit: PageLimit = 50,
    cursor: PageCursor = None,
    status: UploadStatus | None = None,
) -> ListPage[ResumeItem]:
    """Resumes, the newest first."""
    audit.note(Action.LIST, "resume")
    return list_recent_resumes(session, limit, cursor, status)


@router.get("/{resume_id:int}", responses=_MISSING, dependencies=READING)
def get_resume(session: Transaction, audit: Audit, resume_id: int) -> ResumeDetail:
    resume = find_resume(session, resume_id)
    audit.note(Action.READ, "resume", resume_id)
    return resume


@router.get("/{resume_id:int}/file", responses=_FILE_ANSWERS, response_class=StreamingResponse, dependencies=READING)
def download_resume(session: Transaction, audit: Audit, resume_id: int) -> StreamingResponse:
    """The file as it was sent, as an attachment."""
    file, chunks = open_resume_file(session, resume_id)
    audit.note(Action.DOWNLOAD, "resume", resume_id)
    # Never shown in place: the content is a stranger's.
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.file_name, safe='')}",
        "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    }
    if file.byte_size is not None:
        headers["Content-Length"] = str(file.byte_size)
    return StreamingResponse(chunks, media_type=_served_type(file.media_type), headers=headers)


@router.delete("/{resume_id:int}", responses=_MISSING, dependencies=[requires(Scope.ERASE)])
def erase_resume(request: Request, resume_id: int) -> ErasureReceipt:
    """Erase a resume for good, with all it has told; its candidate too where that has nothing else. A receipt."""
    return erase(of_resume(resume_id), actor_of(request))


def _served_type(media_type: str | None) -> str:
    """What no browser runs: anything else than the known documents is bytes."""
    return media_type if media_type in _INERT_TYPES else _BYTES


def _response_to(outcome: UploadedResume | RefusedUpload) -> ResumeUploadResponse:
    if isinstance(outcome, RefusedUpload):
        error = RefusalDetail(code=outcome.reason.code, detail=str(outcome.reason))
        return ResumeUploadResponse(job_id=None, file_name=outcome.file_name, status="rejected", error=error)
    return ResumeUploadResponse.model_validate(outcome)
