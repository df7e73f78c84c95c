"""The command line against an API that answers as the real one does."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner

from services.file_store import FileStore
from stack.cli import app
from stack.ingest import batches, find_files
from tests.factories import ResumeFactory

runner = CliRunner()


@dataclass
class Answers:
    """File names that end otherwise than `completed`, and what was asked."""

    url: str = ""
    endings: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    sources: list[str | None] = field(default_factory=list)


@pytest.fixture
def api() -> Iterator[Answers]:
    answers = Answers()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            ids = parse_qs(urlsplit(self.path).query).get("ids", [""])[0]
            self._answer({"items": [job(answers, int(i)) for i in ids.split(",") if i]})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            answers.sources.append(self.headers["x-intake-source"])
            new = [part.split(b'"')[0].decode() for part in body.split(b'filename="')[1:]]
            first = len(answers.names)
            answers.names += new
            self._answer([receipt(answers, first + i) for i in range(len(new))], 202)

        def _answer(self, body: object, status: int = 200) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    answers.url = f"http://127.0.0.1:{server.server_port}"
    yield answers
    server.shutdown()
    server.server_close()


def receipt(answers: Answers, number: int) -> dict[str, object]:
    if answers.endings.get(answers.names[number]) == "rejected":
        return {"job_id": None, "status": "rejected", "error": {"code": "unsupported", "detail": "No."}}
    return {"job_id": str(number), "status": "pending", "error": None}


def job(answers: Answers, number: int) -> dict[str, object]:
    result = {"resume_id": number, "candidate_id": 1, "matched_by": None, "status_reason": None, "status_message": None}
    return {"job_id": str(number), "status": answers.endings.get(answers.names[number], "completed"), "result": result}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.pdf", "b.docx", "inner/c.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_ingest_sends_a_folder_and_waits(api: Answers, folder: Path) -> None:
    result = runner.invoke(app, ["ingest", str(folder), "--api", api.url])
    assert result.exit_code == 0, result.output
    assert api.names == ["a.pdf", "b.docx", "c.txt"]
    assert api.sources == ["cli"]
    assert result.output.count("completed") == 3


@pytest.mark.parametrize("ending", ["failed", "rejected"])
def test_ingest_tells_of_failure_by_its_exit_code(api: Answers, folder: Path, ending: str) -> None:
    api.endings["b.docx"] = ending
    result = runner.invoke(app, ["ingest", str(folder), "--api", api.url])
    assert result.exit_code == 1
    assert ending in result.output


def test_review_is_no_failure(api: Answers, folder: Path) -> None:
    api.endings["b.docx"] = "needs_review"
    assert runner.invoke(app, ["ingest", str(folder), "--api", api.url]).exit_code == 0


def test_ingest_without_waiting(api: Answers, folder: Path) -> None:
    result = runner.invoke(app, ["ingest", str(folder), "--no-wait", "--api", api.url])
    assert result.exit_code == 0
    assert "completed" not in result.output


def test_missing_file(api: Answers, tmp_path: Path) -> None:
    result = runner.invoke(app, ["ingest", str(tmp_path / "none.pdf"), "--api", api.url])
    assert result.exit_code == 3
    assert "There is no file or folder" in result.stderr


def test_nothing_answers() -> None:
    result = runner.invoke(app, ["candidates", "--api", "http://127.0.0.1:9"])
    assert result.exit_code == 3
    assert "intake up" in result.stderr


def test_a_file_named_twice_is_sent_once(folder: Path) -> None:
    assert len(find_files([folder / "a.pdf", folder])) == 3


def test_batches_are_bounded_by_count_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / f"{number}" for number in range(5)]
    for file in files:
        file.write_bytes(bytes(10))
    monkeypatch.setattr("stack.ingest.FILES_PER_REQUEST", 3)
    assert [len(batch) for batch in batches(files)] == [3, 2]
    monkeypatch.setattr("stack.ingest.BYTES_PER_REQUEST", 20)
    assert [len(batch) for batch in batches(files)] == [2, 2, 1]


def test_check_says_what_is_left_over_and_removes_it_when_asked(
    file_store: FileStore, make_resume: ResumeFactory
) -> None:
    make_resume()
    assert runner.invoke(app, ["check"]).exit_code == 0
    pending = file_store.begin()
    pending.write(b"orphan")
    orphan = file_store.keep(pending)
    found = runner.invoke(app, ["check"])
    assert found.exit_code == 1
    assert orphan in found.output
    assert runner.invoke(app, ["check", "--repair"]).exit_code == 0
    assert runner.invoke(app, ["check"]).exit_code == 0


def test_check_without_a_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INTAKE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg2://postgres@127.0.0.1:9/nowhere")
    assert runner.invoke(app, ["check"]).exit_code == 3
