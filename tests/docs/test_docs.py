"""The documentation names every setting, command and file as it is."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic_core import PydanticUndefined
from typer.main import get_command

from config.settings import Settings
from resume_parser import ParserError
from services import verdicts
from services.verdicts import Verdict
from stack.cli import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_table_with_its_default(name: str) -> None:
    field = Settings.model_fields[name]
    variable = str(field.validation_alias or f"INTAKE_{name.upper()}")
    row = re.search(rf"^\| `{variable}` \| (.*?) \| (.*?) \|$", README, re.M)
    assert row, f"{variable} is missing"
    assert field.default is not PydanticUndefined
    assert row[1].strip("`") == ("" if field.default is None else str(field.default))
    assert row[2] == field.description


@pytest.mark.parametrize("name", sorted(get_command(app).commands))  # type: ignore[attr-defined]
def test_every_command_is_named(name: str) -> None:
    assert re.search(rf"intake {name}\b", README)


def test_every_make_target_is_named() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = re.findall(r"^make ([\w-]+)", listed, re.M)
    assert len(targets) > 8
    assert [target for target in targets if f"make {target}" not in README] == []


def test_every_route_shown_exists() -> None:
    from api.app import create_app

    paths = create_app(Settings(_env_file=None)).openapi()["paths"]  # type: ignore[call-arg]
    routes = [re.compile(re.sub(r"\{\w+\}", "[^/]+", path)) for path in paths]
    shown = set(re.findall(r"/api/v1/[\w/{}-]+", README))
    assert len(shown) > 6
    assert [path for path in shown if not any(route.fullmatch(path) for route in routes)] == []


def test_every_reason_is_in_the_table() -> None:
    errors = {error.code for error in subclasses(ParserError)}
    judged = {verdict.reason for verdict in vars(verdicts).values() if isinstance(verdict, Verdict)}
    table = (ROOT / "docs" / "operations.md").read_text().partition("## Reasons")[2].partition("\n## ")[0]
    assert {reason for reason in errors | judged if f"`{reason}`" not in table} == set()


def subclasses(kind: type[ParserError]) -> Iterator[type[ParserError]]:
    for one in kind.__subclasses__():
        if not one.__module__.startswith("tests"):
            yield one
        yield from subclasses(one)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []
