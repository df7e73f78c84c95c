"""The signed-in page's cookie: says who signed in and until when, signed so that nobody else can say it."""

import hashlib
import hmac
from dataclasses import dataclass

COOKIE_NAME = "intake_session"
LIFETIME_SECONDS = 12 * 60 * 60


@dataclass(frozen=True, slots=True)
class Session:
    """What a cookie claims. `subject` is a `Caller.who`; it holds once `is_signed` has said so."""

    subject: str
    expiry: str
    signature: str

    def is_signed(self, secret: str, bound_to: str = "") -> bool:
        # Compared as bytes: compare_digest refuses non-ASCII text, and a cookie may hold any.
        expected = _sign(secret, self.subject, self.expiry, bound_to)
        return hmac.compare_digest(self.signature.encode(), expected.encode())


def issue_session(secret: str, subject: str, now: float, bound_to: str = "") -> str:
    """A value good until `now` (seconds since the epoch) plus `LIFETIME_SECONDS`: `<subject>.<expiry>.<signature>`.

    It ends before when the secret changes, or what it is bound to, such as the hash of a password.
    """
    expiry = str(int(now) + LIFETIME_SECONDS)
    return f"{subject}.{expiry}.{_sign(secret, subject, expiry, bound_to)}"


def read_session(value: str, now: float) -> Session | None:
    """What the cookie claims, unless its time is over; its signature is still to be checked."""
    subject, _, rest = value.partition(".")
    expiry, _, signature = rest.partition(".")
    if not (subject and len(expiry) < 20 and expiry.isascii() and expiry.isdigit()) or int(expiry) <= now:
        return None
    return Session(subject, expiry, signature)


def _sign(secret: str, subject: str, expiry: str, bound_to: str) -> str:
    content = "\n".join(("page-session", subject, expiry, bound_to))
    return hmac.new(secret.encode(), content.encode("utf-8", "surrogateescape"), hashlib.sha256).hexdigest()
