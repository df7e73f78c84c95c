"""What the command line prints as tables."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rich.markup import escape
from rich.table import Table

from stack.client import ApiClient
from stack.ingest import Outcome
from stack.state import Addresses

COLOURS = {"completed": "green", "needs_review": "yellow", "failed": "red", "rejected": "red"}


def outcome_table(outcomes: Sequence[Outcome]) -> Table:
    table = Table("File", "Status", "Candidate", "Why", title="Files")
    for outcome in outcomes:
        table.add_row(
            escape(outcome.file.name),
            coloured(outcome.status),
            "" if outcome.candidate_id is None else str(outcome.candidate_id),
            explanation(outcome),
        )
    return table


def sample_table(client: ApiClient, outcomes: Sequence[Outcome]) -> Table:
    """With the candidate each file became, read back from the API."""
    table = Table("File", "Status", "Candidate", "E-mail", "Positions", "Skills", "Seconds", title="Samples")
    for outcome in outcomes:
        table.add_row(
            escape(outcome.file.name),
            coloured(outcome.status) + (f" ({explanation(outcome)})" if explanation(outcome) else ""),
            *candidate_cells(client, outcome.candidate_id),
            seconds_taken(client, outcome.resume_id),
        )
    return table


def candidate_cells(client: ApiClient, candidate_id: int | None) -> tuple[str, str, str, str]:
    if candidate_id is None:
        return "", "", "", ""
    candidate = client.get(f"/api/v1/candidates/{candidate_id}")
    return (
        escape(candidate["full_name"]),
        escape(candidate["email"]),
        str(len(candidate["work_experience"])),
        str(len(candidate["skills"])),
    )


def seconds_taken(client: ApiClient, resume_id: int | None) -> str:
    """From the upload to the final status."""
    if resume_id is None:
        return ""
    resume = client.get(f"/api/v1/resumes/{resume_id}")
    if resume["finished_at"] is None:
        return ""
    taken = datetime.fromisoformat(resume["finished_at"]) - datetime.fromisoformat(resume["uploaded_at"])
    return f"{taken.total_seconds():.1f}"


def candidate_table(candidates: Sequence[dict[str, Any]]) -> Table:
    table = Table("Id", "Name", "E-mail", "Phone", "Position", "Skills", "Resumes", title="Candidates")
    for candidate in candidates:
        table.add_row(
            str(candidate["id"]),
            escape(candidate["full_name"]),
            escape(candidate["email"]),
            candidate["phone_number"] or "",
            escape(candidate["current_position"] or ""),
            escape(", ".join(candidate["skills"])),
            str(candidate["resume_count"]),
        )
    return table


def address_table(addresses: Addresses) -> Table:
    table = Table(show_header=False, box=None, title="Addresses", title_justify="left")
    table.add_row("Page", addresses.api_url)
    table.add_row("API", f"{addresses.api_url}/api-reference")
    table.add_row("Prefect", addresses.prefect_ui_url)
    table.add_row("Inbox", addresses.inbox_dir)
    table.add_row("Logs", addresses.logs_dir)
    return table


def explanation(outcome: Outcome) -> str:
    if outcome.matched_by:
        return f"known by {outcome.matched_by}"
    return outcome.reason or ""


def coloured(status: str) -> str:
    colour = COLOURS.get(status)
    return f"[{colour}]{status}[/{colour}]" if colour else status
