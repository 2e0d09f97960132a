"""A small site whose every answer is set by the test.

Promises: it listens on 127.0.0.1 only, notes each request, and sends nothing that differs from run to run (its `Date`
is a fixed one). Whatever needs a moment to happen waits for an event of the test, never for a time.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

PAGE = "/content_7000.htm"
DATE = "Fri, 21 May 2021 10:00:00 GMT"


class Clock:
    """A clock that stands still unless somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


@dataclass
class Reply:
    """One answer. `length` is what Content-Length claims, where it is not true."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None

    def send(self, request: Request) -> None:
        request.send_response_only(self.status)
        headers = {"Date": DATE, "Content-Type": "text/html; charset=utf-8", **self.headers}
        for name, value in headers.items():
            request.send_header(name, value)
        if "Transfer-Encoding" not in headers:
            request.send_header("Content-Length", str(len(self.body) if self.length is None else self.length))
        request.end_headers()
        request.wfile.write(self.body)
        if self.length is not None or "Transfer-Encoding" in headers:
            request.close_connection = True


class Request(BaseHTTPRequestHandler):
    """One request. The site decides what comes back."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    site: Site

    def do_GET(self) -> None:
        self.site.answer(self)

    def log_message(self, *_: object) -> None:
        """Nothing: the site notes requests itself."""


class _Server(ThreadingHTTPServer):
    """A server that does not mind guests who leave early."""

    def handle_error(self, *_: object) -> None:
        """Nothing: a test that needs an answer notices."""


Answer = Reply | Callable[[Request], None]


class Site:
    """Paths and their answers. A list of answers is used up one by one, and its last one stays."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {"/robots.txt": [Reply(status=404)]}
        self.seen: list[tuple[str, dict[str, str]]] = []
        handler = type("Bound", (Request,), {"site": self})
        self._server = _Server(("127.0.0.1", 0), handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def secure(self, context: ssl.SSLContext) -> None:
        """Speak TLS from now on. A guest who leaves during the handshake is no error."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)

    @property
    def port(self) -> int:
        return self._server.server_port

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for path, _ in self.seen if path != "/robots.txt"]

    def headers_of(self, path: str) -> dict[str, str]:
        """The headers of the last request for a path."""
        return [headers for seen, headers in self.seen if seen == path][-1]

    def put(self, path: str, *answers: Answer | str | bytes) -> None:
        """Say what comes at a path."""
        self.answers[path] = [
            answer if callable(answer) or isinstance(answer, Reply) else Reply(_bytes(answer)) for answer in answers
        ]

    def put_event(self, total: int, *, stem: str = "/2021-05/21/content_782022", etags: bool = False) -> list[str]:
        """A transcript of several pages, each with a pager. Returns the paths."""
        paths = [f"{stem}.htm", *(f"{stem}_{number}.htm" for number in range(2, total + 1))]
        for number, path in enumerate(paths, 1):
            body = page(number, paths)
            self.put(path, self.with_etag(body) if etags else Reply(body))
        return paths

    def with_etag(self, body: bytes, etag: str | None = None) -> Answer:
        """An answer that is 304 to whoever has the same bytes already."""
        tag = etag or f'"{len(body)}-{sum(body)}"'

        def answer(request: Request) -> None:
            if request.headers.get("If-None-Match") == tag:
                request.send_response_only(304)
                request.send_header("ETag", tag)
                request.end_headers()
            else:
                Reply(body, headers={"ETag": tag}).send(request)

        return answer

    def answer(self, request: Request) -> None:
        self.seen.append((request.path, dict(request.headers.items())))
        answers = self.answers.get(request.path, [Reply(b"nothing here", status=404)])
        answer = answers[0]
        if len(answers) > 1:
            del answers[0]
        try:
            answer.send(request) if isinstance(answer, Reply) else answer(request)
        except (BrokenPipeError, ConnectionResetError):
            request.close_connection = True


TURNS = [
    "Qiu Min:\n\nGood morning. Welcome to this press conference. Now the floor is open to questions.",
    "Harbour Post:\n\nHow many ferries run in winter? Thank you.",
    "Lin Dahai:\n\nThank you for the question. Ninety ferries run in winter.",
    "Radio North:\n\nWhat comes after the winter? Thank you.",
    "Lin Dahai:\n\nThank you. Spring comes, and with it thirty more ferries.",
]


def page(number: int, paths: list[str], title: str = "Press conference on ferries") -> bytes:
    """A page with one turn and a pager. All of it is invented."""
    pager = "".join(f'<a href="{path}">{n}</a>\n' for n, path in enumerate(paths, 1) if n != number)
    turn = "".join(f"<p>{line}</p>\n" for line in TURNS[(number - 1) % len(TURNS)].split("\n\n"))
    return f"<html><head><title>{title}</title></head><body>\n<p>{title}</p>\n{turn}{pager}</body></html>".encode()


def _bytes(body: object) -> bytes:
    return body if isinstance(body, bytes) else str(body).encode()
