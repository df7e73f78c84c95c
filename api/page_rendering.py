"""HTML from the templates, with what every page needs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.templating import Jinja2Templates
from starlette.responses import HTMLResponse

from api import page_text
from config import Settings
from services.callers import LOOPBACK, Caller

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class NavigationItem:
    href: str
    label: str
    external: bool = False


def render(request: Request, template: str, status_code: int = 200, **context: Any) -> HTMLResponse:
    response: HTMLResponse = templates.TemplateResponse(request, template, context, status_code)
    # Personal data: the browser's back button after signing out must not show it.
    response.headers["Cache-Control"] = "no-store"
    return response


def href(path: str, **query: str) -> str:
    """The path with those parameters that are not empty."""
    given = urlencode({name: value for name, value in query.items() if value})
    return f"{path}?{given}" if given else path


def _common_context(request: Request) -> dict[str, Any]:
    settings: Settings = request.app.state.settings
    caller: Caller | None = getattr(request.state, "caller", None)
    return {
        "navigation": (
            NavigationItem("/", "Upload"),
            NavigationItem("/resumes", "Resumes"),
            NavigationItem("/candidates", "Candidates"),
            NavigationItem("/api-reference", "API"),
            NavigationItem(settings.prefect_ui_url, "Prefect", external=True),
        ),
        "current_section": "/" + request.url.path.split("/")[1],
        "prefect_has_password": settings.prefect_auth_string is not None,
        "signed_in_as": None if caller is None or caller is LOOPBACK else caller.name,
        "is_keyless": caller is LOOPBACK,
    }


templates = Jinja2Templates(directory=FOLDER / "templates", context_processors=[_common_context])
templates.env.trim_blocks = True
templates.env.lstrip_blocks = True
templates.env.filters |= {
    name: getattr(page_text, name)
    for name in (
        "current_position",
        "file_size",
        "finding_text",
        "initials",
        "media_label",
        "moment",
        "period",
        "phone",
        "qualified_name",
        "short_link",
        "source_label",
        "status_label",
    )
}
templates.env.tests["web_link"] = page_text.is_web_link
