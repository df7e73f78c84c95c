"""Sends documents, each again and again with the same bytes until it is accepted."""

import queue
import threading
import time
from collections import Counter
from collections.abc import Sequence

import httpx

from tests.faults.people import Document

PATIENCE_SECONDS = 300.0
RETRY_SECONDS = 0.5
REQUEST_SECONDS = 20.0


class Client:
    """`accepted` has the job of each document; `answers` counts what was answered instead of an acceptance."""

    def __init__(self, api_url: str, documents: Sequence[Document], seconds: float, threads: int = 3) -> None:
        """The documents are spread over so many seconds."""
        self.accepted: dict[str, str] = {}
        self.answers: Counter[str] = Counter()
        self.given_up: list[str] = []
        self._api_url = api_url
        self._waiting: queue.SimpleQueue[Document] = queue.SimpleQueue()
        for document in documents:
            self._waiting.put(document)
        self._pause = seconds * threads / max(1, len(documents))
        self._threads = [threading.Thread(target=self._work) for _ in range(threads)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        with httpx.Client(base_url=self._api_url, timeout=REQUEST_SECONDS, trust_env=False) as http:
            while True:
                try:
                    document = self._waiting.get_nowait()
                except queue.Empty:
                    return
                self._send(http, document)
                time.sleep(self._pause)

    def _send(self, http: httpx.Client, document: Document) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                answer = http.post("/api/v1/resumes/upload", files={"file": (document.file_name, document.content)})
            except httpx.TransportError as error:
                self.answers[type(error).__name__] += 1
            else:
                if answer.status_code == 202:
                    self.accepted[document.file_hash] = answer.json()["job_id"]
                    return
                self.answers[f"{answer.status_code} {answer.json().get('code')}"] += 1
            time.sleep(RETRY_SECONDS)
        self.given_up.append(document.file_hash)
