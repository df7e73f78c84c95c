"""The REST API as the command line uses it."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

import httpx

from stack.errors import StackError

TIMEOUT = httpx.Timeout(10.0, read=120.0, write=120.0)
IDS_PER_REQUEST = 100
SILENCE_SECONDS = 60.0
"""How long an API that does not answer is asked again: as long as a restart may take."""
RETRY_SECONDS = 1.0


class ApiRefused(StackError):
    """The API answered with an error."""


class ApiUnreachable(StackError):
    def __init__(self, url: str) -> None:
        super().__init__(f"Nothing answers at {url}. Start the stack with `intake up`, or name another with --api.")


class ApiClient:
    def __init__(self, url: str, token: str | None) -> None:
        self.url = url
        self._http = httpx.Client(
            base_url=url,
            timeout=TIMEOUT,
            headers={"X-Intake-Source": "cli"} | ({"Authorization": f"Bearer {token}"} if token else {}),
        )

    def __enter__(self) -> "ApiClient":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def upload(self, paths: Sequence[Path], told: Mapping[str, str]) -> list[dict[str, Any]]:
        """One answer a file, in order; `told` are the form's other fields. Sending again what arrived already does no harm: files are known by content."""

        def send() -> Any:
            with ExitStack() as opened:
                files = [("files", (path.name, opened.enter_context(path.open("rb")))) for path in paths]
                return self._request("POST", "/api/v1/resumes/upload-batch", files=files, data=told)

        answers: list[dict[str, Any]] = self._patiently(send)
        return answers

    def jobs(self, job_ids: Sequence[str]) -> Iterator[dict[str, Any]]:
        for first in range(0, len(job_ids), IDS_PER_REQUEST):
            ids = ",".join(job_ids[first : first + IDS_PER_REQUEST])
            yield from self._patiently(lambda ids=ids: self._request("GET", "/api/v1/jobs", params={"ids": ids}))[
                "items"
            ]

    def get(self, path: str, **params: Any) -> Any:
        return self._request("GET", path, params={name: value for name, value in params.items() if value is not None})

    def copy(self, path: str, target: IO[bytes], **params: Any) -> None:
        """Writes the answer's body as it comes in."""
        given = {name: value for name, value in params.items() if value is not None}
        with self._http.stream("GET", path, params=given) as response:
            if not response.is_success:
                response.read()
                raise self._refused("GET", path, response)
            for chunk in response.iter_bytes():
                target.write(chunk)

    def post(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return self._request("POST", path, json=body)

    def _request(self, method: str, path: str, **content: Any) -> Any:
        response = self._http.request(method, path, **content)
        if response.is_success:
            return response.json()
        raise self._refused(method, path, response)

    def _refused(self, method: str, path: str, response: httpx.Response) -> ApiRefused:
        return ApiRefused(f"The API answered {response.status_code} to {method} {path}: {_problem(response)}")

    def _patiently(self, request: Any) -> Any:
        deadline = time.monotonic() + SILENCE_SECONDS
        while True:
            try:
                return request()
            except httpx.TransportError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(RETRY_SECONDS)


@contextmanager
def connected(url: str, token: str | None) -> Iterator[ApiClient]:
    """A client of an API that answers; raises ApiUnreachable, also when it falls silent for long."""
    with ApiClient(url, token) as client:
        try:
            client.get("/healthz")
            yield client
        except httpx.TransportError as error:
            raise ApiUnreachable(url) from error


def _problem(response: httpx.Response) -> str:
    try:
        return str(response.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return response.reason_phrase
