"""No more than a request may need is read into memory, whoever sends it: bodies are read before keys are asked for."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem_of, problem_response
from services.errors import UploadTooLarge

MAX_BODY_BYTES = 1024 * 1024
STREAMED = frozenset({"/", "/api/v1/resumes/upload", "/api/v1/resumes/upload-batch"})
"""Uploads go to the store while they arrive, under limits of their own."""


class BodyLimit:
    """Plain ASGI around the application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in STREAMED:
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isascii() and declared.isdigit() and int(declared) > MAX_BODY_BYTES:
            await problem_response(problem_of(UploadTooLarge()))(scope, receive, send)
            return
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > MAX_BODY_BYTES:
                raise UploadTooLarge
            return message

        await self._app(scope, receive_counted, send)
