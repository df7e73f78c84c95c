"""What this process has counted itself since it was started, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, ProcessCollector

COUNTS = CollectorRegistry()
ProcessCollector(registry=COUNTS)

UPLOADS = Counter(
    "intake_uploads_total",
    "Files sent to this process: accepted, known (stored already), or why they were refused.",
    ["source", "outcome"],
    registry=COUNTS,
)
