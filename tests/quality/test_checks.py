"""The quality rules, through Great Expectations."""

from datetime import date
from typing import Any

import pytest

from quality.checks import check_records
from quality.expectations import RULES
from tests.factories import make_record

TODAY = date(2026, 11, 24)
JOB = {"company": "Acme", "job_title": "Clerk", "start_date": "2019-01", "end_date": "2021"}
NOTHING: dict[str, Any] = {"work_experience": [], "education": [], "skills": []}


def codes(**changes: Any) -> set[str]:
    (findings,) = check_records([make_record(**changes)], TODAY)
    return {finding["code"] for finding in findings}


def test_a_good_record_has_no_findings() -> None:
    assert codes() == set()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"full_name": "Curriculum 2024"}, "name_implausible"),
        ({"full_name": "X"}, "name_implausible"),
        ({"email": "ada@localhost"}, "email_invalid"),
        ({"email": "ada at example.com"}, "email_invalid"),
        ({"phone_number": "12", "phone_e164": None}, "phone_implausible"),
        ({"linkedin_url": "https://example.com/in/ada"}, "linkedin_invalid"),
        ({"work_experience": [JOB | {"start_date": "2022"}]}, "dates_out_of_order"),
        ({"work_experience": [JOB | {"end_date": "2062"}]}, "date_out_of_range"),
        ({"work_experience": [JOB | {"start_date": "1850"}]}, "date_out_of_range"),
        ({"work_experience": [JOB] * 61}, "too_many_jobs"),
        ({"work_experience": [], "education": [], "skills": []}, "entries_implausible"),
        ({"confidence": {"full_name": 0.2, "email": 0.99}}, "low_confidence"),
        ({"findings": [{"code": "not_a_resume", "detail": "an advertisement of a job", "lines": []}]}, "not_a_resume"),
        ({"findings": [{"code": "several_people", "detail": "2 names", "lines": [0, 9]}]}, "several_people"),
        ({"email": None, "findings": [{"code": "email_not_told", "detail": "", "lines": [3]}]}, "email_not_told"),
        (
            {"phone_number": None, "findings": [{"code": "phone_not_told", "detail": "", "lines": [3]}]},
            "phone_not_told",
        ),
        ({"work_experience": [], "unread": [{"kind": "job", "lines": [4]}]}, "record_lost"),
        (NOTHING | {"unread": [{"kind": "section", "lines": [4, 5]}]}, "record_lost"),
        ({"unread": [{"kind": "job", "lines": [4]}]}, "unread_job"),
        ({"unread": [{"kind": "degree", "lines": [4]}]}, "unread_degree"),
        ({"unread": [{"kind": "section", "lines": [4]}]}, "unread_part"),
        ({"unread": [{"kind": "period", "lines": [4]}]}, "unread_part"),
        ({"unread": [{"kind": "contact", "lines": [4]}]}, "unread_part"),
        ({"explained": 0.3}, "little_explained"),
    ],
)
def test_each_rule_finds_what_it_is_for(changes: dict[str, Any], code: str) -> None:
    assert code in codes(**changes)


def test_every_rule_is_seen_to_fail() -> None:
    parametrised = test_each_rule_finds_what_it_is_for.pytestmark[0].args[1]
    assert {code for _, code in parametrised} == {rule.code for rule in RULES}


@pytest.mark.parametrize(
    "changes",
    [
        {"full_name": "José María O’Neil-Núñez Jr."},
        {"full_name": "李小龙"},
        {"full_name": "Ngũgĩ wa Thiong'o"},
        {"phone_number": None, "phone_e164": None, "linkedin_url": None},
        {"work_experience": [JOB | {"start_date": "2019-05", "end_date": "2019"}]},
        {"work_experience": [JOB | {"end_date": "present"}]},
        {"education": [{"institution": "Acme College", "degree": "BSc", "end_date": "2028"}]},
        {"unread": [], "explained": 0.9},
        {"work_experience": [], "unread": [], "explained": 0.9},
    ],
)
def test_what_is_unusual_but_right_has_no_findings(changes: dict[str, Any]) -> None:
    assert codes(**changes) == set()


def test_findings_belong_to_their_records() -> None:
    batch = [make_record(), make_record(email="nonsense"), make_record(), make_record(full_name="1")]
    found = [[finding["code"] for finding in findings] for findings in check_records(batch, TODAY)]
    assert found == [[], ["email_invalid"], [], ["name_implausible"]]


def test_findings_hold_nothing_of_the_record() -> None:
    (findings,) = check_records([make_record(email="ada.secret", full_name="Ada 99")], TODAY)
    assert findings
    assert "ada" not in str(findings).lower()


def test_no_records() -> None:
    assert check_records([], TODAY) == []


def test_what_was_lost_with_all_its_kind_goes_to_a_person() -> None:
    lost = make_record(work_experience=[], unread=[{"kind": "job", "lines": [4]}])
    beside = make_record(unread=[{"kind": "job", "lines": [4]}])
    severities = [{finding["severity"] for finding in found} for found in check_records([lost, beside], TODAY)]
    assert severities == [{"block", "warn"}, {"warn"}]
