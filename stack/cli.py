"""The command line `intake`.

Exit codes: 0 all is well; 1 a resume failed or was refused, or a run did not complete; 2 wrong usage;
3 the stack cannot start, or does not answer; 130 Ctrl-C before the end.
"""

import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from stack import access_cli, backup_cli, privacy_cli, tables
from stack.client import ApiClient
from stack.console import STACK_EXIT, addresses_of, connect, console, failing_clearly, settings
from stack.errors import StackError
from stack.ingest import NOTHING_TOLD, UNSUCCESSFUL, Outcome, find_files, follow, send
from stack.runs import follow_run
from stack.state import Addresses
from stack.status import show_status

app = typer.Typer(help="Resume intake: the stack on this machine, and what can be asked of it.", no_args_is_help=True)
app.add_typer(access_cli.keys, name="keys")
app.add_typer(access_cli.users, name="users")
app.command("audit")(access_cli.audit)
app.command("erase")(privacy_cli.erase)
app.command("export-person")(privacy_cli.export_person)
app.command("retain")(privacy_cli.retain)
app.command("backup")(backup_cli.backup)
app.command("restore")(backup_cli.restore)

UNSUCCESSFUL_EXIT = 1
SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SAMPLES_SECONDS = 300.0

ApiOption = Annotated[
    str | None, typer.Option("--api", help="Address of the API; default is the stack on this machine.")
]


@app.command()
def up() -> None:
    """Start everything and serve until Ctrl-C."""
    with failing_clearly(), serving() as addresses:
        wait_for_signal(addresses)


@app.command()
def demo(
    end: Annotated[bool, typer.Option("--exit", help="End when the samples are done, instead of serving on.")] = False,
) -> None:
    """Start everything, send the sample resumes and show the candidates found."""
    with failing_clearly(), serving() as addresses, connect(addresses.api_url) as client:
        outcomes = process(client, find_samples(), SAMPLES_SECONDS)
        console.print(tables.sample_table(client, outcomes))
        if not all(outcome.is_final for outcome in outcomes):
            raise StackError(f"Some samples were not done after {SAMPLES_SECONDS:.0f} s; see {addresses.logs_dir}.")
        if not end:
            wait_for_signal(addresses)


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files, and folders with files.")],
    wait: Annotated[bool, typer.Option(help="Wait until every file has its final status.")] = True,
    source: Annotated[str, typer.Option(help="Where they are from, such as a job board's name.")] = "",
    consent: Annotated[str, typer.Option(help="What the people agreed to: a date or a code.")] = "",
    api: ApiOption = None,
) -> None:
    """Send resumes and show what became of each; exit code 1 if any failed or was refused."""
    with failing_clearly(), connect(api) as client:
        files = find_files(paths)
        told = {name: text for name, text in (("source", source), ("consent", consent)) if text}
        outcomes = process(client, files, told=told) if wait else upload(client, files, told)
        console.print(tables.outcome_table(outcomes))
        if any(outcome.status in UNSUCCESSFUL for outcome in outcomes):
            raise typer.Exit(UNSUCCESSFUL_EXIT)


@app.command()
def status(api: ApiOption = None) -> None:
    """How the parts are, and how many resumes have which status; exit code 3 if a part does not answer."""
    with failing_clearly():
        if not show_status(console, settings(), addresses_of(api)):
            raise typer.Exit(STACK_EXIT)


@app.command()
def candidates(
    query: Annotated[str | None, typer.Argument(help="Part of a name or e-mail address.")] = None,
    email: Annotated[str | None, typer.Option(help="This e-mail address.")] = None,
    skill: Annotated[str | None, typer.Option(help="With this skill.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="At most so many.")] = 20,
    api: ApiOption = None,
) -> None:
    """List candidates."""
    with failing_clearly(), connect(api) as client:
        page = client.get("/api/v1/candidates", q=query, email=email, skill=skill, limit=limit)
        console.print(tables.candidate_table(page["items"]))


@app.command()
def backfill(
    resume_id: Annotated[list[int] | None, typer.Option("--id", help="Only this resume; may be given again.")] = None,
    since: Annotated[datetime | None, typer.Option(help="Only what was uploaded then or later.")] = None,
    older_than: Annotated[str | None, typer.Option(help="Only what a parser before this version has read.")] = None,
    wait: Annotated[bool, typer.Option(help="Wait for the end.")] = True,
    api: ApiOption = None,
) -> None:
    """Parse stored resumes again with today's parser."""
    chosen = {
        "resume_ids": resume_id or None,
        "since": since.astimezone().isoformat() if since else None,
        "parser_version_older_than": older_than,
    }
    run_flow("Backfill", "/api/v1/backfills", chosen, wait, api)


@app.command()
def check(
    repair: Annotated[bool, typer.Option("--repair", help="Remove files that no resume names.")] = False,
) -> None:
    """Compare the stored files with the database; exit code 1 if anything is missing, damaged or left over."""
    from stack.check import run_check

    with failing_clearly():
        if not run_check(console, settings(), addresses_of(None), repair=repair):
            raise typer.Exit(UNSUCCESSFUL_EXIT)


@app.command()
def deploy() -> None:
    """Bring the Prefect server of PREFECT_API_URL in line: work pool, queues and deployments."""
    from stack.deploy import deploy as bring_in_line

    with failing_clearly():
        bring_in_line(settings())


@app.command()
def sweep(
    wait: Annotated[bool, typer.Option(help="Wait for the end.")] = True,
    api: ApiOption = None,
) -> None:
    """Take in what lies in the inbox folder now, without waiting for the schedule."""
    run_flow("Sweep", "/api/v1/sweeps", None, wait, api)


def run_flow(name: str, path: str, body: dict[str, Any] | None, wait: bool, api: str | None) -> None:
    with failing_clearly(), connect(api) as client:
        run = client.post(path, body)
        console.print(f"{name}: {run['url']}")
        if not wait:
            return
        with progress_bar() as progress:
            task = progress.add_task(name, total=100)
            state = follow_run(
                addresses_of(api).prefect,
                run["flow_run_id"],
                lambda percent: progress.update(task, completed=percent),
            )
        console.print(f"{name}: {state}")
        if state != "Completed":
            raise typer.Exit(UNSUCCESSFUL_EXIT)


def process(
    client: ApiClient, files: list[Path], seconds: float | None = None, told: Mapping[str, str] = NOTHING_TOLD
) -> list[Outcome]:
    """Sends all and waits for their final statuses, with a progress bar."""
    outcomes = upload(client, files, told)
    with progress_bar() as progress:
        task = progress.add_task("Processed", total=len(files))
        return follow(client, outcomes, lambda final: progress.update(task, completed=final), seconds)


def upload(client: ApiClient, files: list[Path], told: Mapping[str, str]) -> list[Outcome]:
    with progress_bar() as progress:
        task = progress.add_task("Sent", total=len(files))
        return send(client, files, lambda count: progress.advance(task, count), told)


def find_samples() -> list[Path]:
    return sorted(path for path in SAMPLES.iterdir() if path.is_file() and not path.name.startswith("."))


def progress_bar() -> Progress:
    return Progress(
        TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console
    )


@contextmanager
def serving() -> Iterator[Addresses]:
    """The running stack. SIGTERM and SIGHUP end it as Ctrl-C does; once it is ending it is not disturbed again."""
    from stack.stack import Stack

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    with Stack(settings(), lambda line: console.print(line, highlight=False)).running() as stack:
        try:
            yield stack.addresses
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            console.print("Stopping")


def interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def wait_for_signal(addresses: Addresses) -> None:
    console.print(tables.address_table(addresses))
    console.print("Serving; Ctrl-C stops everything.")
    with suppress(KeyboardInterrupt):
        while True:
            signal.pause()
