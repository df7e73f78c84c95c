"""The quality rules of a record, as data: which column, what is expected of it, and what to say when it is not so."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal

Severity = Literal["block", "warn"]
"""`block` sends the resume to a person; `warn` is only shown."""

MAX_JOBS = 60
MAX_ENTRIES = 400
LOW_CONFIDENCE = 0.5
LEAST_EXPLAINED = 0.5
"""Share of a document's text."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """One expectation on one column of the batch's table; see `quality.table` for the columns."""

    code: str
    column: str
    expectation: str
    """Name of a Great Expectations class."""
    severity: Severity
    field: str
    """The field of the record that a person should look at."""
    message: str
    """A sentence for a person; never holds a value of the record."""
    arguments: Mapping[str, Any] = dataclasses.field(default_factory=dict)


RULES: tuple[Rule, ...] = (
    Rule(
        code="name_implausible",
        column="full_name",
        expectation="ExpectColumnValuesToMatchRegex",
        severity="block",
        field="full_name",
        message="The name does not look like a person's name.",
        # Letters of any script with what joins them, 2 to 100 in all; no digits, no address signs.
        arguments={"regex": r"^[^\W\d_](?:[^\W\d_]|[ .,'’‘`´\-‐-–()·\u0300-\u036f]){1,99}$"},
    ),
    Rule(
        code="email_invalid",
        column="email",
        expectation="ExpectColumnValuesToMatchRegex",
        severity="block",
        field="email",
        message="The e-mail address is not a valid one.",
        arguments={"regex": r"^[^@\s<>(),;:\"]{1,64}@[^@\s<>(),;:\"]+\.[^@\s.<>(),;:\"\d]{2,}$"},
    ),
    Rule(
        code="phone_implausible",
        column="phone_e164",
        expectation="ExpectColumnValuesToMatchRegex",
        severity="warn",
        field="phone_number",
        message="The phone number could not be brought into international form.",
        arguments={"regex": r"^\+[1-9]\d{6,14}$"},
    ),
    Rule(
        code="linkedin_invalid",
        column="linkedin_url",
        expectation="ExpectColumnValuesToMatchRegex",
        severity="warn",
        field="linkedin_url",
        message="The LinkedIn link is not that of a profile.",
        arguments={"regex": r"^(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/(?:in|pub|profile)/\S+$"},
    ),
    Rule(
        code="dates_out_of_order",
        column="reversed_periods",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="work_experience",
        message="A period ends before it starts.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="date_out_of_range",
        column="strange_dates",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="work_experience",
        message="A date lies far in the future, or further back than a working life.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="too_many_jobs",
        column="jobs",
        expectation="ExpectColumnValuesToBeBetween",
        severity="block",
        field="work_experience",
        message="There are more positions than one person has; the document may hold several resumes.",
        arguments={"max_value": MAX_JOBS},
    ),
    Rule(
        code="entries_implausible",
        column="entries",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="work_experience",
        message="Neither work experience nor education nor skills were found, or more of them than a resume lists.",
        arguments={"min_value": 1, "max_value": MAX_ENTRIES},
    ),
    Rule(
        code="low_confidence",
        column="identity_confidence",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="full_name",
        message="The parser is not sure of the name or the e-mail address.",
        arguments={"min_value": LOW_CONFIDENCE},
    ),
    Rule(
        code="not_a_resume",
        column="not_a_resume",
        expectation="ExpectColumnValuesToBeBetween",
        severity="block",
        field="full_name",
        message="The document does not look like a resume.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="several_people",
        column="several_people",
        expectation="ExpectColumnValuesToBeBetween",
        severity="block",
        field="full_name",
        message="The document seems to hold the resumes of several people.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="email_not_told",
        column="email_not_told",
        expectation="ExpectColumnValuesToBeBetween",
        severity="block",
        field="email",
        message="E-mail addresses stand in the document, but none that is surely the person's own.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="phone_not_told",
        column="phone_not_told",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="phone_number",
        message="Phone numbers stand in the document, but none that is surely the person's own.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="record_lost",
        column="lost",
        expectation="ExpectColumnValuesToBeBetween",
        severity="block",
        field="work_experience",
        message="The document seems to hold positions, or much else, of which nothing was read.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="unread_job",
        column="unread_jobs",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="work_experience",
        message="Something in the document looks like a position and is not in the record.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="unread_degree",
        column="unread_degrees",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="education",
        message="Something in the document looks like a degree or a school and is not in the record.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="unread_part",
        column="unread_parts",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="work_experience",
        message="A section, a period or a contact value of the document is not in the record.",
        arguments={"max_value": 0},
    ),
    Rule(
        code="little_explained",
        column="explained",
        expectation="ExpectColumnValuesToBeBetween",
        severity="warn",
        field="work_experience",
        message="The record explains less than half of the document's text.",
        arguments={"min_value": LEAST_EXPLAINED},
    ),
)
"""Each costs Great Expectations some 10 ms a batch, so a rule that others imply is not repeated."""
