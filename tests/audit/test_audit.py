"""`make audit`: the list of licences is whole, and what could not be asked for is said."""

from pathlib import Path

import pytest

from audit.__main__ import find_weaknesses, tell_vulnerabilities
from audit.licences import UNKNOWN, as_markdown, read_licences

REQUIREMENTS = Path(__file__).parents[2] / "requirements.txt"


def test_every_locked_package_has_its_licence() -> None:
    licences = read_licences(REQUIREMENTS)
    locked = [line for line in REQUIREMENTS.read_text().splitlines() if "==" in line]
    assert len(licences) == len(locked) > 100
    assert [each.package for each in licences if each.licence == UNKNOWN] == []
    assert "| pymupdf | " in as_markdown(licences)


def test_what_could_not_be_asked_for_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell_vulnerabilities([{"name": "a", "skip_reason": "not found"}, {"name": "b", "version": "1", "vulns": []}])
    said = capsys.readouterr().out
    assert "COULD NOT ASK about 1 of 2" in said
    assert "1 packages asked about, 0 vulnerable" in said


def test_a_vulnerable_package_fails_the_audit(capsys: pytest.CaptureFixture[str]) -> None:
    assert not tell_vulnerabilities([{"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}]}])
    assert "CVE-1" in capsys.readouterr().out


def test_bandit_finds_nothing_in_the_code() -> None:
    assert find_weaknesses()
