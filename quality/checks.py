"""Runs the rules over a batch of records with Great Expectations, in one validation.

Great Expectations is imported on first use, or by `warm_up`: that takes longer than all else in a flow together, and who
only makes the deployments needs none of it.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypedDict

from quality.expectations import RULES, Rule
from quality.table import Record, records_table

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

SEVERITIES = {"block": "critical", "warn": "warning"}
EVERY_FAILED_ROW = {"result_format": "COMPLETE"}


class QualityFinding(TypedDict):
    """What a rule has to say about a record: as stored with the resume, without personal data."""

    code: str
    severity: str
    field: str
    message: str


def check_records(records: Sequence[Record], today: date) -> list[list[QualityFinding]]:
    """The findings of each record, in the order of `records`. Costs about 0.1 s however many there are."""
    if not records:
        return []
    batch_definition, suite = _suite()
    batch = batch_definition.get_batch(batch_parameters={"dataframe": records_table(records, today)})
    validation = batch.validate(suite, result_format=EVERY_FAILED_ROW)
    findings: defaultdict[int, list[QualityFinding]] = defaultdict(list)
    for rule, row in _failures(validation):
        findings[row].append(
            QualityFinding(code=rule.code, severity=rule.severity, field=rule.field, message=rule.message)
        )
    return [findings[row] for row in range(len(records))]


def warm_up() -> None:
    """Load what the first check would otherwise wait for."""
    check_records([{"full_name": "Warm Up", "email": "warm.up@example.com"}], date(2000, 1, 1))


@lru_cache
def _suite() -> tuple[Any, Any]:
    """The batch definition and the suite; in memory, so that no two processes meet in a file."""
    import great_expectations as gx

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_pandas("records").add_dataframe_asset("batch")
    suite = gx.ExpectationSuite(name="record", expectations=[_expectation(rule) for rule in RULES])
    return asset.add_batch_definition_whole_dataframe("whole"), suite


def _expectation(rule: Rule) -> Any:
    return _kept(rule.expectation)(
        column=rule.column, severity=SEVERITIES[rule.severity], meta={"code": rule.code}, **rule.arguments
    )


@lru_cache
def _kept(name: str) -> Any:
    """The expectation class with its configuration kept.

    As shipped, an expectation makes its configuration anew each of the 150 times that a run asks for it, which is more
    than half of a run's time.
    """
    import great_expectations.expectations as gxe
    from great_expectations.compatibility import pydantic

    shipped = getattr(gxe, name)

    def configuration(self: Any) -> Any:
        if self._kept is None:
            self._kept = shipped.configuration.fget(self)
        return self._kept

    members = {"__module__": __name__, "_kept": pydantic.PrivateAttr(None), "configuration": property(configuration)}
    return type(shipped)(f"Kept{name}", (shipped,), members)


def _failures(validation: Any) -> Iterator[tuple[Rule, int]]:
    rules = {rule.code: rule for rule in RULES}
    for outcome in validation.results:
        rule = rules[outcome.expectation_config.meta["code"]]
        if outcome.exception_info.get("raised_exception"):
            raise RuntimeError(f"The rule {rule.code} could not be evaluated.")
        for row in outcome.result.get("unexpected_index_list") or ():
            yield rule, int(row)
