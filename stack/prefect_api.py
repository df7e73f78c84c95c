"""The Prefect server as the stack talks to it: where it is, and what it is signed in to with."""

from dataclasses import dataclass, field

import httpx

from config.settings import Settings

REQUEST_SECONDS = 30.0


@dataclass(frozen=True)
class PrefectApi:
    """`auth_string` is `user:password`; None for a server that asks nobody who they are."""

    url: str
    auth_string: str | None = field(default=None, repr=False)

    @property
    def ui_url(self) -> str:
        return self.url.removesuffix("/api")

    @property
    def health_url(self) -> str:
        """Answered without signing in."""
        return f"{self.url}/health"

    def client(self, seconds: float = REQUEST_SECONDS) -> httpx.Client:
        user, _, password = (self.auth_string or "").partition(":")
        auth = httpx.BasicAuth(user, password) if self.auth_string else None
        return httpx.Client(base_url=self.url, timeout=seconds, trust_env=False, auth=auth)


def prefect_api_of(settings: Settings) -> PrefectApi:
    """The server that the settings name."""
    given = settings.prefect_auth_string
    return PrefectApi(settings.prefect_api_url.removesuffix("/"), given.get_secret_value() if given else None)
