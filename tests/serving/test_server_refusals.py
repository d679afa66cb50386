"""Only this machine is answered, and no other site in a browser; whatever is sent ends in bounded time and memory."""

import json
import re
import socket
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any
from unittest.mock import ANY
from urllib.parse import quote

import attacks
import pytest

from corpus_index.serving import server as served
from corpus_index.serving.server import Server


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "papers.example"},
        {"Host": "127.0.0.1.papers.example:{port}"},
        {"Host": "127.0.0.1:1"},
        {"Host": ""},
        {"Host": "127.0.0.1"},
        {"Host": "localhost.:{port}"},
        {"Host": "[::1]:{port}"},
        {"Host": "0.0.0.0:{port}"},
        {"Host": "2130706433:{port}"},
        {"Host": "papers@localhost:{port}"},
        {"Origin": "https://papers.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1:{port}.papers.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "Same-Origin, none"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/info", "/data/search.js"])
def test_other_sites_are_not_answered(server: Server, ask: Any, headers: dict[str, str], path: str) -> None:
    filled = {name: value.format(port=server.server_port) for name, value in headers.items()}
    status, _, body = ask(path, headers=filled)
    assert status == 403
    assert b"papers" not in body


@pytest.mark.parametrize(
    "headers",
    [{}, {"Host": "localhost:{port}"}, {"Origin": "http://localhost:{port}"}, {"Sec-Fetch-Site": "same-origin"},
     {"Sec-Fetch-Site": "none"}],
)  # fmt: skip
def test_this_machine_is_answered_and_told_to_keep_others_out(
    server: Server, ask: Any, headers: dict[str, str]
) -> None:
    filled = {name: value.format(port=server.server_port) for name, value in headers.items()}
    status, sent, _ = ask("/", headers=filled)
    assert status == 200
    assert "default-src 'none'" in sent["Content-Security-Policy"]
    assert sent["Cross-Origin-Resource-Policy"] == "same-origin"
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in sent


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent(ask: Any, method: str) -> None:
    assert ask("/api/info", method)[0] == 501


def test_the_usual_port_is_not_named(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served, "HTTP_PORT", ANY)
    with Server(own) as usual:
        assert usual.names == {"127.0.0.1", "localhost"}


class Trickling:
    """A client that sends one letter at a time, and a clock that says how long that took."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waited: list[float] = []

    def settimeout(self, seconds: float) -> None:
        """Note how long the next letter may take."""
        self.waited.append(seconds)

    def recv_into(self, buffer: bytearray) -> int:
        """Give a letter, nearly as late as it may come."""
        self.now += min(self.waited[-1], 1.0)
        buffer[:1] = b"x"
        return 1


def test_a_slow_client_has_the_time_of_one_request(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Trickling()
    monkeypatch.setattr(time, "monotonic", lambda: client.now)
    request = served._Request(client)  # type: ignore[arg-type]
    for _ in range(int(served.SECONDS)):
        request.readinto(bytearray(1))
    assert client.waited == [served.SECONDS - second for second in range(int(served.SECONDS))]
    request.readinto(bytearray(1))
    assert client.waited[-1] < 0.01


def test_a_huge_request_is_refused(server: Server, ask: Any) -> None:
    for head in (b"GET /api/info?q=", b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"A: b\r\n" * 20_000):
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as raw, suppress(ConnectionError):
            raw.sendall(head + b"x" * served.LONGEST_REQUEST * 4)
            with raw.makefile("rb") as reply:
                assert re.search(rb" 414 | 431 |longer than", reply.read())
    assert ask("/api/info")[0] == 200


def test_too_many_connections_are_closed(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served, "MOST_CONNECTIONS", 0)
    with Server(own) as full:
        thread = Thread(target=full.handle_request)
        thread.start()
        with socket.create_connection(("127.0.0.1", full.server_port), timeout=60) as refused:
            assert refused.recv(1) == b""
        thread.join()


def test_no_path_or_query_is_more_than_text(ask: Any) -> None:
    for attack in (*attacks.NAMES, *attacks.QUERIES):
        given = quote(attack, safe="", errors="replace")
        for path in (f"/{given}", f"/papers/{given}.html", f"/api/papers/{given}", f"/api/search?q={given}"):
            status, headers, body = ask(path)
            assert status in (200, 400, 404)
            assert headers["Content-Type"] == "application/json"
            assert body.isascii()
            assert json.loads(body)


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ("GET http://papers.example/api/info HTTP/1.1|Host: {host}", 403),
        ("GET http://[ HTTP/1.1|Host: {host}", 403),
        ("GET * HTTP/1.1|Host: {host}", 403),
        ("GET //papers.example/ HTTP/1.1|Host: {host}", 404),
        ("GET /api/info HTTP/1.1|Host: {host}|Host: papers.example", 403),
        ("GET /api/info HTTP/1.1|Host: {host}|Origin: http://{host}|Origin: https://papers.example", 403),
        ("GET /api/info HTTP/1.1|Host: {host}|Sec-Fetch-Site: none|Sec-Fetch-Site: cross-site", 403),
        ("GET /api/info HTTP/1.1|Host: {host}| Folded: x", 403),
        ("GET /api/info HTTP/1.1|Host : {host}", 403),
        ("GET /api/info HTTP/1.0", 403),
        ("GET /api/info HTTP/1.1|Host: {host}|Connection: keep-alive||GET /api/check HTTP/1.1|Host: {host}", 200),
        ("GET /api/info HTTP/1.1|Host: {host}|Expect: 100-continue|Transfer-Encoding: chunked||9|123456789|0|", 200),
        ("POST /api/info HTTP/1.1|Host: {host}|Transfer-Encoding: chunked||5|hello|0|", 501),
        ("<script> /api/info HTTP/1.1|Host: {host}", 501),
        ("GET /\x1b]0;x\x07%0d%0aX:%20y HTTP/1.1|Host: {host}", 404),
        ("GET /<script> x HTTP/1.1|Host: {host}", 400),
    ],
)
def test_odd_requests_are_answered_once_and_plainly(server: Server, request_: str, status: int) -> None:
    lines = request_.format(host=f"127.0.0.1:{server.server_port}").replace("|", "\r\n")
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as raw:
        raw.sendall(f"{lines}\r\n\r\n".encode())
        with suppress(ConnectionError), raw.makefile("rb") as reply:
            head, _, body = reply.read().partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.0 {status} ".encode())
    assert b"HTTP/1.0" not in body
    for kept in (b"X-Content-Type-Options: nosniff", b"default-src 'none'", b"Cross-Origin-Resource-Policy"):
        assert kept in head


def test_broken_requests_stop_nothing(server: Server, ask: Any) -> None:
    for data in (b"\r\n", b"GET\r\n\r\n", b"\xff\x00" * 100 + b"\r\n\r\n", b"GET / HTTP/1.1\r\nHost"):
        with socket.create_connection(("127.0.0.1", server.server_port)) as raw:
            raw.sendall(data)
    assert ask("/api/info")[0] == 200
