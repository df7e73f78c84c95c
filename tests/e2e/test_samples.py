"""The samples through the whole system: every good one a candidate, every bad one with its reason."""

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.e2e


def test_good_samples_become_candidates(
    stack_api: httpx.Client, ingested_samples: dict[str, Any], all_samples: list[Any]
) -> None:
    found, expected = {}, {}
    for sample in all_samples:
        if sample.reason is None:
            job = ingested_samples[sample.path.name]
            assert job["status"] == "completed", (sample.path.name, job)
            candidate = stack_api.get(f"/api/v1/candidates/{job['result']['candidate_id']}").json()
            found[sample.path.name] = candidate["full_name"].casefold(), candidate["email"].casefold()
            expected[sample.path.name] = (
                sample.expected["full_name"].casefold(),
                sample.expected["email"].casefold(),
            )
    assert found == expected


def test_bad_samples_end_with_their_reason(ingested_samples: dict[str, Any], all_samples: list[Any]) -> None:
    bad = {sample.path.name: sample.reason for sample in all_samples if sample.reason is not None}
    assert {name: ingested_samples[name]["result"]["status_reason"] for name in bad} == bad
    assert len(set(bad.values())) == len(bad), "each bad sample shows another reason"


def test_two_resumes_of_one_person_make_one_candidate(ingested_samples: dict[str, Any]) -> None:
    older = ingested_samples["daniela-moreira-backend-engineer.pdf"]["result"]
    newer = ingested_samples["daniela-moreira-2026.docx"]["result"]
    assert older["candidate_id"] == newer["candidate_id"]
    assert sorted([older["is_duplicate"], newer["is_duplicate"]]) == [False, True]


def test_a_known_file_creates_nothing(
    stack_api: httpx.Client, ingested_samples: dict[str, Any], all_samples: list[Any]
) -> None:
    path = all_samples[0].path
    answer = stack_api.post("/api/v1/resumes/upload", files={"file": ("other-name.docx", path.read_bytes())}).json()
    assert answer["job_id"] == ingested_samples[path.name]["job_id"]
    assert answer["status"] == ingested_samples[path.name]["status"]
