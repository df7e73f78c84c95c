"""What a warm process loads before its first flow run; named as `preload` in the work pool."""

import importlib

import resume_parser
from quality import checks

FLOWS = ("flows.ingest", "flows.sweep", "flows.backfill", "flows.maintain")


def warm_up() -> None:
    """Models, vocabularies, rules and flows, so that no resume waits for them."""
    resume_parser.load()
    checks.warm_up()
    for flow in FLOWS:
        importlib.import_module(flow)
