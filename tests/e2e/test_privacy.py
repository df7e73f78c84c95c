"""Prefect's records are shown in its UI and kept: nothing in them tells who somebody is."""

import json
from typing import Any

import httpx
import pytest

from tests.running_stack import RunningStack

pytestmark = pytest.mark.e2e

PAGE = 200


def test_prefect_knows_no_personal_data(
    running_stack: RunningStack, ingested_samples: dict[str, Any], all_samples: list[Any]
) -> None:
    with running_stack.prefect.client() as prefect:
        records = {source: _read_all(prefect, source) for source in ("flow_runs", "task_runs", "logs", "artifacts")}
    assert all(records.values()), {source: len(found) for source, found in records.items()}
    text = json.dumps(records, ensure_ascii=False).casefold()
    assert [secret for secret in _secrets(all_samples) if secret.casefold() in text] == []


def _secrets(samples: list[Any]) -> set[str]:
    """Names, addresses and file names of the samples, and their employers."""
    found = set()
    for sample in samples:
        found.add(sample.path.stem)
        found.update(sample.expected.get(key) or "" for key in ("full_name", "email", "phone_number", "linkedin_url"))
        found.update(entry["company"] or "" for entry in sample.expected.get("work_experience", []))
    return found - {""}


def _read_all(prefect: httpx.Client, source: str) -> list[Any]:
    records: list[Any] = []
    while True:
        response = prefect.post(f"/{source}/filter", json={"limit": PAGE, "offset": len(records)})
        page = response.raise_for_status().json()
        records += page
        if len(page) < PAGE:
            return records
