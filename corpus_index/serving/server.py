"""A server for this machine alone: loopback, reading only, and closed to what other sites in a browser send here.

A page of another site can make a browser send requests to this address, directly or by giving its own name the address
127.0.0.1 (DNS rebinding). So only requests are answered that name this host as their own and come from no other site.
"""

import io
import os
import time
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.client import HTTP_PORT
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import dumps
from pathlib import Path
from socket import socket
from threading import BoundedSemaphore, Lock
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from corpus_index.errors import NoSuchName, PapersError, StoreError
from corpus_index.serving.answers import Answer, answer
from corpus_index.site.pages import Contents
from corpus_index.store import Store, open_store

HOST = "127.0.0.1"
LONGEST_PATH = 2000
"""Characters of a path with its parameters."""
SECONDS = 20.0
"""How long a request may take: that its lines come in, and then that the index is read."""
MOST_AT_ONCE = 8
"""Requests that are answered at the same time; more wait."""
MOST_CONNECTIONS = 128
"""Connections that are open at the same time; more are closed at once."""
LONGEST_REQUEST = 64 * 1024
"""Bytes of a request that are read."""

_STEPS_BETWEEN_LOOKS = 100_000
_SAME_SITE = frozenset(("same-origin", "none"))
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


class Server(ThreadingHTTPServer):
    """Serves the index at a path; `serve_forever` until `shutdown`. Each request reads the index as it then is."""

    daemon_threads = True
    request_queue_size = 128
    """Connections that wait to be taken; beyond these, a client tries again after seconds."""

    def __init__(self, index: str | os.PathLike[str], port: int = 0) -> None:
        """Listen at `port` of the loopback address, any free one for 0. Raises `PapersError` where it is taken."""
        self._index = Path(index)
        self._slots = BoundedSemaphore(MOST_AT_ONCE)
        self._connections = BoundedSemaphore(MOST_CONNECTIONS)
        self._known: tuple[tuple[tuple[int, int, int], ...], Contents] | None = None
        self._lock = Lock()
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise PapersError(f"port {port}", f"cannot be used ({reason.lower()})", "give another --port") from None
        # Clients leave out the port that HTTP has by itself.
        at = "" if self.server_port == HTTP_PORT else f":{self.server_port}"
        self.names = {f"{name}{at}" for name in (HOST, "localhost")}

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://{HOST}:{self.server_port}/"

    def answered(self, path: str, asked: dict[str, str]) -> Answer:
        """Answer from the index as it is now, in bounded time."""
        until = time.monotonic() + SECONDS
        with self._slots, open_store(self._index) as store:
            store.snapshot()
            store.connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS_BETWEEN_LOOKS)
            return answer(store, partial(self._contents, store), path, asked)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, unless there are too many."""
        if self._connections.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer in this thread."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._connections.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away."""

    def _contents(self, store: Store) -> Contents:
        """What all pages share, read anew only where the file or its log has changed."""
        states = [self._index.stat()]
        with suppress(FileNotFoundError):
            states.append(Path(f"{self._index}-wal").stat())
        stamp = tuple((state.st_ino, state.st_mtime_ns, state.st_size) for state in states if state.st_size)
        with self._lock:
            known = self._known
        if known is None or known[0] != stamp:
            known = (stamp, Contents(store))
            with self._lock:
                self._known = known
        return known[1]


class _Request(io.RawIOBase):
    """What a client sends within `SECONDS` from now, at most `LONGEST_REQUEST` bytes; `cut` says that there was more.

    The timeout of a socket begins anew with each byte, so that a client could hold a thread for ever.
    """

    def __init__(self, connection: socket) -> None:
        self._connection = connection
        self._until = time.monotonic() + SECONDS
        self._left = LONGEST_REQUEST
        self.cut = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        self._connection.settimeout(max(self._until - time.monotonic(), 0.001))
        count = self._connection.recv_into(buffer)
        self.cut = count > self._left
        self._left -= count
        return 0 if self.cut else count


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = SECONDS
    server_version = "papers"
    sys_version = ""
    error_message_format = "%(code)d %(message)s\n"
    error_content_type = "text/plain; charset=utf-8"

    def setup(self) -> None:
        """Let the whole request come in within its time and size."""
        super().setup()
        self._request = _Request(self.connection)
        self.rfile = io.BufferedReader(self._request)  # type: ignore[type-var]

    def do_GET(self) -> None:
        """Answer, or say why not."""
        status, reply = self._reply()
        self.connection.settimeout(SECONDS)
        self.send_response(status)
        self.send_header("Content-Type", reply.type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self.do_GET()

    def end_headers(self) -> None:
        """Tell a browser to keep others out, whatever the answer is."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Keep no record of who read what."""

    def _reply(self) -> tuple[HTTPStatus, Answer]:
        if self._request.cut:
            line = f"the request is longer than {LONGEST_REQUEST} bytes"
            return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, _error(line)
        if (why := self._refusal()) is not None:
            return HTTPStatus.FORBIDDEN, _error(why)
        if len(self.path) > LONGEST_PATH:
            return HTTPStatus.REQUEST_URI_TOO_LONG, _error(f"the path is longer than {LONGEST_PATH} characters")
        parts = urlsplit(self.path)
        try:
            asked = dict(parse_qsl(parts.query, max_num_fields=10))
            return HTTPStatus.OK, self.server.answered(unquote(parts.path).removeprefix("/"), asked)
        except NoSuchName as error:
            return HTTPStatus.NOT_FOUND, _error(str(error), error.close)
        except StoreError as error:
            return HTTPStatus.SERVICE_UNAVAILABLE, _error(f"{error.what}; {error.hint}")
        except (PapersError, ValueError) as error:
            return HTTPStatus.BAD_REQUEST, _error(str(error))

    def _refusal(self) -> str | None:
        """Why a request is not answered: it is for another host, or another site had it sent."""
        names = self.server.names
        # A path may be a whole address, and a header stand there twice: who reads the other one sees another host.
        host, *more = self.headers.get_all("Host", [""])
        if host not in names or more or not self.path.startswith("/"):
            return "this server answers to its own address alone"
        origins = {origin.removeprefix("http://") for origin in self.headers.get_all("Origin", [])}
        if not (origins <= names and _SAME_SITE.issuperset(self.headers.get_all("Sec-Fetch-Site", []))):
            return "this server answers no other site"
        return None


def _error(line: str, close: tuple[str, ...] = ()) -> Answer:
    return Answer(dumps({"error": line, "close": list(close)}).encode() + b"\n", "application/json")
