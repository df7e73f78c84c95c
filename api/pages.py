"""The pages about uploads and resumes, and the joining of all pages. They work without scripts."""

import os
from typing import Annotated

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope as RequestScope

from api.audit_trail import Audit, actor_of
from api.auth import access_of, caller_of
from api.candidate_pages import router as candidate_router
from api.dependencies import AppSettings, Orchestrator, PageCursor, Resumes, Transaction
from api.errors import problem_of
from api.page_rendering import FOLDER, href, render
from api.page_text import FINAL_STATUSES, STATUS_LABELS, match_sentence, status_sentence
from api.problem_pages import install_problem_pages, problem_page
from api.reference import router as reference_router
from api.sign_in import SEE_OTHER, install_sign_in, page_requires
from api.v1.multipart_stream import OVERHEAD_BYTES, receive_form
from api.v1.resumes import download_resume
from services import formats
from services.audit import Action
from services.job_reading import read_jobs
from services.resume_reading import find_resume, list_recent_resumes
from services.resume_service import RefusedUpload
from services.scopes import Scope

RECENT_UPLOADS = 15
RESUMES_PER_PAGE = 50

router = APIRouter(include_in_schema=False)
READING = [page_requires(Scope.READ)]

StatusChoice = Annotated[str, Query(max_length=20)]


class RevalidatedFiles(StaticFiles):
    """Static files that browsers ask about again: an upgrade must not run with yesterday's scripts."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: RequestScope,
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = "no-cache"
        return response


def install_pages(app: FastAPI) -> None:
    """To be called last: it wraps the error handlers that are there."""
    app.mount("/static", RevalidatedFiles(directory=FOLDER / "static"), name="static")
    for pages in (router, candidate_router, reference_router):
        app.include_router(pages)
    install_sign_in(app)
    install_problem_pages(app)


@router.get("/", dependencies=READING)
def show_upload(request: Request, settings: AppSettings, session: Transaction, audit: Audit) -> Response:
    audit.note(Action.LIST, "resume")
    return render(
        request,
        "resume_upload.html",
        resumes=list_recent_resumes(session, RECENT_UPLOADS),
        max_upload_bytes=settings.max_upload_bytes,
        accepted=",".join(formats.accepted()),
        read_from=formats.read_from(),
    )


@router.post("/", dependencies=[page_requires(Scope.UPLOAD)])
async def upload_without_script(
    request: Request, settings: AppSettings, resumes: Resumes, orchestrator: Orchestrator
) -> Response:
    """The form as a browser sends it by itself: to the resume's page, or the list when there are several."""
    access, caller = access_of(request), caller_of(request)
    access.check_uploads(caller)
    max_bytes = settings.max_batch_files * settings.max_upload_bytes + OVERHEAD_BYTES
    form = await receive_form(request, resumes.receive, "file", settings.max_batch_files, max_bytes)
    outcomes = await run_in_threadpool(resumes.upload_batch, form.files, "page", actor_of(request), form.told)
    access.count_uploads(caller, len(form.files))
    orchestrator.wake()
    refused = [outcome for outcome in outcomes if isinstance(outcome, RefusedUpload)]
    if refused:
        details = [f"{upload.file_name}: {upload.reason}" for upload in refused]
        return problem_page(request, problem_of(refused[0].reason).status, "Not accepted", details)
    accepted = [outcome for outcome in outcomes if not isinstance(outcome, RefusedUpload)]
    return RedirectResponse(f"/resumes/{accepted[0].resume_id}" if len(accepted) == 1 else "/", SEE_OTHER)


@router.get("/resumes", dependencies=READING)
def show_resumes(
    request: Request, session: Transaction, audit: Audit, status: StatusChoice = "", cursor: PageCursor = None
) -> Response:
    audit.note(Action.LIST, "resume")
    status = status if status in STATUS_LABELS else ""
    resumes = list_recent_resumes(session, RESUMES_PER_PAGE, cursor, status or None)
    return render(
        request,
        "resume_list.html",
        resumes=resumes,
        status=status,
        statuses=list(STATUS_LABELS),
        next_href=href("/resumes", status=status, cursor=resumes.next_cursor) if resumes.next_cursor else None,
    )


@router.get("/resumes/{resume_id:int}", dependencies=READING)
def show_resume(
    request: Request, session: Transaction, audit: Audit, settings: AppSettings, resume_id: int
) -> Response:
    resume = find_resume(session, resume_id)
    audit.note(Action.READ, "resume", resume_id)
    job = read_jobs([resume.job_id])[0]
    run_url = f"{settings.prefect_ui_url}/runs/flow-run/{job.flow_run_id}" if job.flow_run_id else None
    return render(
        request,
        "resume_detail.html",
        resume=resume,
        is_final=resume.status in FINAL_STATUSES,
        status_sentence=status_sentence(resume.status, resume.status_message),
        match_sentence=match_sentence(resume.matched_by),
        flow_run_url=run_url,
    )


router.get("/resumes/{resume_id:int}/file", dependencies=READING)(download_resume)
