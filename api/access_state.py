"""What the application knows of access while it runs: its secrets, its counts, and whether there are keys at all."""

import logging
import time
from functools import cached_property

from fastapi.concurrency import run_in_threadpool

from config import Settings
from db.api_keys import has_keys_or_users
from db.engine import session_scope
from services.callers import LOOPBACK, Caller
from services.counts import RecentCounts
from services.errors import OpenToAll, TooManyRequests
from services.private_files import read_or_make_secret
from services.scopes import parse_scopes

logger = logging.getLogger(__name__)

SESSION_KEY_NAME = "session-key"
KEYLESS_SECONDS = 1.0
"""How long it is believed that there are no keys: the first one closes the door so soon."""
MINUTE = 60.0
HOUR = 3600.0
ATTEMPTS_PER_ADDRESS = 3
"""Times the attempts that a user has: several people sit behind one address."""
WRONG_KEYS_PER_ADDRESS = 30
"""The same for keys: a program that has a revoked one tries it again and again."""


class AccessState:
    """One an application. Counts are this process's own: with several, each allows as many."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._keyless_until = 0.0
        self._has_keys = settings.api_token is not None or bool(settings.proxy_user_header)
        self.proxy_scopes = parse_scopes(settings.proxy_user_scopes.split(","))
        attempts, window = settings.sign_in_attempts, settings.sign_in_window_seconds
        self.user_attempts = RecentCounts(attempts, window)
        self.address_attempts = RecentCounts(attempts * ATTEMPTS_PER_ADDRESS, window)
        self.bearer_failures = RecentCounts(attempts * WRONG_KEYS_PER_ADDRESS, window)
        self._requests = RecentCounts(settings.requests_per_minute, MINUTE)
        self._uploads = RecentCounts(settings.uploads_per_hour, HOUR)

    @property
    def token(self) -> str | None:
        token = self._settings.api_token
        return token.get_secret_value() if token else None

    @property
    def proxy_user_header(self) -> str:
        return self._settings.proxy_user_header

    @cached_property
    def session_secret(self) -> str:
        """Signs the pages' cookies: the token, so that a new one ends all sessions, else a secret of this machine."""
        return self.token or read_or_make_secret(self._settings.data_dir / SESSION_KEY_NAME)

    @property
    def seems_open(self) -> bool:
        """What `is_keyless` found last, without asking the database."""
        return not self._has_keys

    async def is_keyless(self) -> bool:
        """Whether nothing says who may use the system: then everybody on this machine may, and nobody else."""
        if not self._has_keys and time.monotonic() >= self._keyless_until:
            self._has_keys = await run_in_threadpool(_has_keys_or_users)
            self._keyless_until = time.monotonic() + KEYLESS_SECONDS
        return not self._has_keys

    def count_request(self, caller: Caller) -> None:
        """Raises TooManyRequests. Whoever sits at the machine is not counted."""
        if caller is not LOOPBACK and (wait := self._requests.take(caller.who)):
            raise TooManyRequests(wait)

    def check_uploads(self, caller: Caller) -> None:
        """Raises TooManyRequests, before a body is read."""
        if caller is not LOOPBACK and (wait := self._uploads.wait_for(caller.who)):
            raise TooManyRequests(wait, "Too many files were sent in the last hour; try again later.")

    def count_uploads(self, caller: Caller, files: int) -> None:
        if caller is not LOOPBACK:
            self._uploads.note(caller.who, files)


async def check_access(settings: Settings, access: AccessState) -> None:
    """Says so when there are no keys. Raises OpenToAll where that must not be."""
    if not settings.listens_on_loopback and await access.is_keyless():
        raise OpenToAll(settings.api_host)
    if settings.api_token is None:
        logger.warning("without a key or user, everybody on this machine may do everything, and nobody else anything")


def _has_keys_or_users() -> bool:
    with session_scope() as session:
        return has_keys_or_users(session)
