"""The Prefect server's application behind a check of the names that it is asked by: `uvicorn --factory`.

Prefect answers whatever name a request has. A web page whose own name is made to lead to this machine (DNS rebinding)
would share the origin of Prefect's UI, and find the password that the UI keeps there.
"""

from starlette.types import ASGIApp

from api.trusted_hosts import TrustedHosts
from config import get_settings


def create_app() -> ASGIApp:
    from prefect.server.api.server import create_app as create_prefect_app

    return TrustedHosts(create_prefect_app(), get_settings().prefect_host_names)
