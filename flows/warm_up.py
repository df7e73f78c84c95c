"""What a warm process loads before its first flow run; named as `preload` in the work pool."""

import importlib

import resume_parser
from quality import checks
from reading import process as reader
from services.discreet_logs import keep_logs_discreet
from services.log_format import use_format_of_settings

FLOWS = ("flows.ingest", "flows.sweep", "flows.backfill", "flows.maintain", "flows.retain")


def warm_up() -> None:
    """Models, vocabularies, rules and flows, so that no resume waits for them; and logs without anybody's data."""
    keep_logs_discreet()
    use_format_of_settings()
    reader.start()  # it loads while this process does
    resume_parser.load()
    checks.warm_up()
    for flow in FLOWS:
        importlib.import_module(flow)
    reader.wait_until_ready()
