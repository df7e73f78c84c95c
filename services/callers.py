"""Who asks for something: a key, a user, a proxy's user, the settings' token, or whoever sits at this machine."""

from dataclasses import dataclass

from services.scopes import ALL_SCOPES, Scope


@dataclass(frozen=True, slots=True)
class Caller:
    who: str
    """As the audit log has it: `key:3`, `user:7`, `proxy:NAME`, `token`, `loopback`."""
    scopes: frozenset[Scope]
    name: str = ""
    """For a person to read."""

    def may(self, scope: Scope) -> bool:
        return scope in self.scopes


LOOPBACK = Caller("loopback", ALL_SCOPES)
"""Where there are no keys: everybody on this machine."""
TOKEN = Caller("token", ALL_SCOPES, "access token")
"""Who knows the token of the settings."""
