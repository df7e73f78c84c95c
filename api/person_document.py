"""A person's data as a page that can be printed and kept: one file, without scripts, that needs nothing else."""

import base64
import hashlib
from pathlib import Path

from fastapi import Request
from starlette.responses import HTMLResponse

from api.page_rendering import FOLDER, templates
from models.privacy_models import PersonExport

_STYLE = (Path(FOLDER) / "static" / "css" / "person_export.css").read_text()
_POLICY = f"default-src 'none'; style-src 'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'; sandbox; frame-ancestors 'none'"


def render_person(request: Request, person: PersonExport) -> HTMLResponse:
    """To be saved; shown in place it may run nothing."""
    context = {"person": person.model_dump(), "style": _STYLE}
    headers = {
        "Content-Disposition": f'attachment; filename="person-{person.candidate_id}.html"',
        "Content-Security-Policy": _POLICY,
    }
    return templates.TemplateResponse(request, "person_export.html", context, headers=headers)
