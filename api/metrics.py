"""`GET /metrics`, as Prometheus reads it: what the database says, and what this process has seen itself."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from ipaddress import ip_address, ip_network

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.params import Depends
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, HistogramMetricFamily, Metric

from api.auth import Requires
from api.dependencies import Orchestrator, get_app_settings
from api.proxies import came_by_proxy
from db.engine import is_database_ready, session_scope
from db.measures import Measures, StageCost, read_measures
from services.callers import Caller
from services.file_store import get_file_store
from services.last_backup import seconds_since_last_backup
from services.process_counts import COUNTS
from services.scopes import Scope
from services.stage_costs import BUCKETS

METRICS_READER = Caller("metrics", frozenset({Scope.ADMIN}))

router = APIRouter(tags=["health"])


class RequiresUnlessListed(Requires):
    """Lets the addresses of `INTAKE_METRICS_FROM` pass without a key."""

    async def __call__(self, request: Request) -> Caller:
        if _is_listed(request, get_app_settings(request).metrics_networks):
            return METRICS_READER
        return await super().__call__(request)


def _is_listed(request: Request, networks: Iterable[str]) -> bool:
    """Not by way of a proxy: what it hands on comes from anywhere."""
    if request.client is None or came_by_proxy(request):
        return False
    try:
        address = ip_address(request.client.host)
    except ValueError:
        return False
    return any(address in ip_network(each, strict=False) for each in networks)


@router.get(
    "/metrics",
    dependencies=[Depends(RequiresUnlessListed(Scope.ADMIN))],
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}, "description": "For Prometheus."}},
)
async def metrics(orchestrator: Orchestrator) -> Response:
    """Numbers alone, nothing of anybody. Answers without the database too, with what is left."""
    prefect_up = await orchestrator.is_reachable()
    text = await run_in_threadpool(_expose, prefect_up)
    return Response(text, media_type=CONTENT_TYPE_LATEST)


def _expose(prefect_up: bool) -> bytes:
    registry = CollectorRegistry()
    registry.register(_Collected(list(_families(prefect_up))))
    return generate_latest(registry) + generate_latest(COUNTS)


class _Collected:
    def __init__(self, families: list[Metric]) -> None:
        self._families = families

    def collect(self) -> list[Metric]:
        return self._families


def _families(prefect_up: bool) -> Iterator[Metric]:
    yield _gauge("intake_prefect_up", "Whether Prefect answers.", prefect_up)
    database_up = is_database_ready()
    yield _gauge("intake_database_up", "Whether the database answers.", database_up)
    if (free := get_file_store().free_bytes()) is not None:
        yield _gauge("intake_store_free_bytes", "Free space of a local file store.", free)
    if (age := seconds_since_last_backup(time.time())) is not None:
        yield _gauge("intake_backup_age_seconds", "Since the last `intake backup` that ended well.", age)
    if database_up:
        with session_scope() as session:
            measures = read_measures(session)
        yield from _of_rows(measures)
        yield _stage_histogram(measures.stages)


def _of_rows(measures: Measures) -> Iterator[Metric]:
    resumes = GaugeMetricFamily(
        "intake_resumes",
        "Stored resumes; the reason is why they failed or are in review.",
        labels=["source", "status", "reason"],
    )
    for source, status, reason, count in measures.resumes:
        resumes.add_metric([source, status, reason], count)
    yield resumes
    matches = GaugeMetricFamily(
        "intake_matched_resumes", "Resumes of candidates already known, by what.", labels=["by"]
    )
    for by, count in measures.matches:
        matches.add_metric([by], count)
    yield matches
    yield from _of_queue(measures)
    findings = GaugeMetricFamily(
        "intake_findings_last_day", "Findings on resumes that were done in the last day.", labels=["rule", "severity"]
    )
    for rule, severity, count in measures.findings:
        findings.add_metric([rule, severity], count)
    yield findings
    in_review = sum(row.resumes for row in measures.resumes if row.status == "needs_review")
    yield _gauge("intake_review_backlog", "Resumes that wait for a person.", in_review)
    yield _gauge("intake_review_oldest_seconds", "How long the first of them waits.", measures.oldest_in_review_seconds)
    yield _gauge("intake_erasures_unfinished", "Erasures that have files left.", measures.unfinished_erasures)


def _of_queue(measures: Measures) -> Iterator[Metric]:
    depth = GaugeMetricFamily("intake_queue_resumes", "Resumes on their way.", labels=["lane", "status"])
    runs = GaugeMetricFamily("intake_queue_runs", "Flow runs that have them.", labels=["lane", "status"])
    oldest = GaugeMetricFamily("intake_queue_oldest_seconds", "Since the oldest came.", labels=["lane", "status"])
    found = {(row.lane, row.status): row for row in measures.waiting}
    for lane in ("interactive", "bulk", "suspects"):
        for status in ("pending", "processing"):
            row = found.get((lane, status))
            depth.add_metric([lane, status], row.resumes if row else 0)
            runs.add_metric([lane, status], row.runs if row else 0)
            oldest.add_metric([lane, status], float(row.oldest_seconds) if row else 0)
    yield from (depth, runs, oldest)


def _stage_histogram(costs: Iterable[StageCost]) -> Metric:
    histogram = HistogramMetricFamily("intake_stage_seconds", "What a step took for a resume.", labels=["stage"])
    by_stage: defaultdict[str, list[StageCost]] = defaultdict(list)
    for cost in costs:
        by_stage[cost.stage].append(cost)
    for stage, rows in by_stage.items():
        resumes_at = {row.up_to_seconds: row.resumes for row in rows}
        buckets, total = [], 0
        for bound in BUCKETS:
            total += resumes_at.get(bound, 0)
            buckets.append(("+Inf" if bound == float("inf") else str(bound), total))
        histogram.add_metric([stage], buckets, sum(row.seconds for row in rows))
    return histogram


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, value=float(value))
