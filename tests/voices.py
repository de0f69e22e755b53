"""A server on loopback with the OpenAI chat protocol: it answers what a test queued, and keeps what it got."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass(frozen=True)
class Raw:
    """An answer as it goes over the wire; `slowly`: so many seconds between its pieces."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    slowly: float = 0


def completion(words: object) -> bytes:
    """The body of an answer that says these words."""
    message = {"role": "assistant", "content": words}
    return json.dumps(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": "small",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        }
    ).encode()


class Model:
    """The server. `answers` are said in turn, the last one over and over; `asked` are the requests that came.

    An answer is its words, something raw, or None: it never comes. `{}` in the words stands for the line that was
    to be said.
    """

    def __init__(self, *answers: str | Raw | None) -> None:
        self.answers = deque(answers or ("{}",))
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.url = ""
        self.over = Event()

    def answer(self, body: dict[str, Any]) -> Raw | None:
        """What is answered to a request."""
        said = self.answers.popleft() if len(self.answers) > 1 else self.answers[0]
        if not isinstance(said, str):
            return said
        line = body["messages"][-1]["content"].rpartition("\n")[2]
        return Raw(completion(said.replace("{}", line)))


@contextmanager
def serving(model: Model) -> Iterator[Model]:
    """The model on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            """Say nothing of it."""

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.asked.append({"path": self.path, **body})
            model.keys.append(self.headers["Authorization"])
            raw = model.answer(body)
            if raw is None:
                model.over.wait(30)
                return
            self.send_response(raw.status)
            for name, value in raw.headers.items():
                self.send_header(name, value)
            self.end_headers()
            for at in range(0, len(raw.body), 64 if raw.slowly else 1 << 16):
                self.wfile.write(raw.body[at : at + (64 if raw.slowly else 1 << 16)])
                if raw.slowly and model.over.wait(raw.slowly):
                    return

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:
                return  # whoever asked has left

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    model.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield model
    finally:
        model.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
