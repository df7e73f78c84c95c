"""The environment that the parts are started in."""

import sys
from pathlib import Path

from pydantic import SecretStr

from config.settings import Settings
from stack.prefect_api import PrefectApi

PROJECT = Path(__file__).resolve().parents[1]
"""Where prefect.yaml, alembic.ini and main.py are; the parts run here."""
BIN = Path(sys.executable).parent


def settings_environment(settings: Settings) -> dict[str, str]:
    """What was set explicitly, so that a part reads the same wherever it runs."""
    environment = {}
    for name in settings.model_fields_set:
        value = getattr(settings, name)
        if value is None:
            continue
        alias = Settings.model_fields[name].validation_alias
        key = str(alias) if alias else f"INTAKE_{name.upper()}"
        environment[key] = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    return environment


def prefect_environment(home: Path, prefect: PrefectApi) -> dict[str, str]:
    """For every process that uses Prefect: a home of its own, no prompts, nothing sent to anybody."""
    signing_in = {"PREFECT_API_AUTH_STRING": prefect.auth_string} if prefect.auth_string else {}
    return {
        **signing_in,
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": prefect.url,
        "PREFECT_UI_URL": prefect.ui_url,
        "PREFECT_CLI_PROMPT": "false",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
        "DO_NOT_TRACK": "1",
        "GX_ANALYTICS_ENABLED": "false",
        "PYTHONUNBUFFERED": "1",
    }
