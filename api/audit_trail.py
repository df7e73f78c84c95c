"""What a route notes in the audit log: in its own transaction, with who asked and by which request."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.auth import caller_of
from api.dependencies import Transaction
from db.engine import Session
from services.audit import Action, Actor, record


@dataclass(frozen=True, slots=True)
class AuditTrail:
    session: Session
    actor: Actor

    def note(self, action: Action, kind: str, *subject_ids: int | str) -> None:
        """A row for each id; one row when there is none, as for a listing."""
        record(self.session, self.actor, action, kind, subject_ids or (None,))


def actor_of(request: Request) -> Actor:
    return Actor(caller_of(request).who, request.state.request_id)


async def get_audit_trail(request: Request, session: Transaction) -> AuditTrail:
    return AuditTrail(session, actor_of(request))


Audit = Annotated[AuditTrail, Depends(get_audit_trail)]
"""Shares the route's transaction."""
