"""The server gives the pages of the site and the JSON of the commands, to this machine and to no other site."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import attacks
import hostile_index
import pytest

import corpus_index
from corpus_index.domain.plain import plain
from corpus_index.errors import PapersError
from corpus_index.serving import server as served
from corpus_index.serving.server import LONGEST_PATH, Server
from corpus_index.site.building import build_site
from corpus_index.store import open_store

Reply = tuple[int, dict[str, str], bytes]
Ask = Callable[..., Reply]


def asked(server: Server, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Reply:
    """What the server replies."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.request(method, path, headers=headers or {})
    response = connection.getresponse()
    reply = response.status, dict(response.getheaders()), response.read()
    connection.close()
    return reply


@pytest.fixture(scope="module")
def own(seed_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index that a test may replace."""
    path = tmp_path_factory.mktemp("served") / "papers.db"
    shutil.copyfile(seed_index, path)
    return path


@pytest.fixture(scope="module")
def server(own: Path) -> Iterator[Server]:
    """A running server."""
    with corpus_index.open(own) as library, library.server() as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def ask(server: Server) -> Ask:
    """Ask the running server."""
    return lambda path, method="GET": asked(server, path, method)


def test_every_page_is_that_of_the_site(ask: Ask, own: Path, tmp_path: Path) -> None:
    with open_store(own) as store:
        build_site(store, tmp_path / "public")
    for path in (tmp_path / "public").rglob("*.*"):
        if path.is_file() and not path.name.startswith("."):
            status, _, body = ask("/" + quote(path.relative_to(tmp_path / "public").as_posix()))
            assert status == 200
            assert body == path.read_bytes(), path
    assert ask("/")[2] == (tmp_path / "public" / "index.html").read_bytes()


def test_json_is_that_of_the_library(ask: Ask, own: Path) -> None:
    with corpus_index.open(own) as library:
        expected: dict[str, Any] = {
            "/api/search?q=speculative%20decoding&limit=3": library.search("speculative decoding", 3),
            "/api/papers/MiMo-V2-Flash": library.get("MiMo-V2-Flash"),
            "/api/papers/mimo%20v2%20flsh": library.get("MiMo-V2-Flash"),
            "/api/related/Resa?limit=3": library.related("Resa", limit=3),
            "/api/benchmarks": library.benchmarks(),
            "/api/benchmarks/aime24?query=model:Qwen*": library.results("AIME 2024", "model:Qwen*"),
            "/api/models": library.models(),
            "/api/models/QwQ-32B": library.model("QwQ-32B"),
            "/api/check": library.check(),
            "/api/info": library.counts(),
        }
    for path, value in expected.items():
        status, headers, body = ask(path)
        assert (status, headers["Content-Type"]) == (200, "application/json"), path
        assert json.loads(body) == plain(value), path


@pytest.mark.parametrize(
    ("path", "status", "why"),
    [
        ("/nowhere.html", 404, "no such page"),
        ("/assets/../building.py", 404, "no such page"),
        ("/assets/%2e%2e/building.py", 404, "no such page"),
        ("/assets/..%5cbuilding.py", 404, "no such page"),
        ("/assets/vendor", 404, "no such page"),
        ("/api", 404, "no such answer"),
        ("/api/nothing", 404, "there are search?q="),
        ("/api/papers/Nobody-Has-This", 404, "no paper has this name"),
        ("/api/benchmarks/zzzz", 404, "no benchmark of this name"),
        ("/api/search?q=year:abc", 400, "takes a year"),
        ("/api/search?q=a&limit=101", 400, "from 1 to 100"),
        ("/api/search?q=a&limit=" + "9" * 1000, 400, "from 1 to 100"),
        ("/api/search?" + "a=1&" * 20, 400, "fields"),
        ("/" + "x" * LONGEST_PATH, 414, "longer than"),
    ],
)
def test_what_cannot_be_answered_is_said(ask: Ask, path: str, status: int, why: str) -> None:
    got, _, body = ask(path)
    assert got == status
    assert why in json.loads(body)["error"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "papers.example"},
        {"Host": "127.0.0.1.papers.example:{port}"},
        {"Host": "127.0.0.1:1"},
        {"Host": ""},
        {"Origin": "https://papers.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/info", "/data/search.js"])
def test_other_sites_are_not_answered(server: Server, headers: dict[str, str], path: str) -> None:
    filled = {name: value.format(port=server.server_port) for name, value in headers.items()}
    status, _, body = asked(server, path, headers=filled)
    assert status == 403
    assert b"papers" not in body


@pytest.mark.parametrize(
    "headers",
    [{}, {"Host": "localhost:{port}"}, {"Origin": "http://localhost:{port}"}, {"Sec-Fetch-Site": "same-origin"},
     {"Sec-Fetch-Site": "none"}],
)  # fmt: skip
def test_this_machine_is_answered_and_told_to_keep_others_out(server: Server, headers: dict[str, str]) -> None:
    filled = {name: value.format(port=server.server_port) for name, value in headers.items()}
    status, sent, _ = asked(server, "/", headers=filled)
    assert status == 200
    assert "default-src 'none'" in sent["Content-Security-Policy"]
    assert sent["Cross-Origin-Resource-Policy"] == "same-origin"
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in sent


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent(ask: Ask, method: str) -> None:
    assert ask("/api/info", method)[0] == 501


def test_head_has_no_body(ask: Ask) -> None:
    status, headers, body = ask("/api/info", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 0


def test_it_listens_on_loopback_and_a_taken_port_is_said(server: Server, own: Path) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    with pytest.raises(PapersError, match="give another --port"):
        Server(own, server.server_port)


def test_pages_follow_the_index(ask: Ask, own: Path, tmp_path: Path) -> None:
    before = own.read_bytes()
    hostile_index.make(tmp_path / "hostile.db")
    shutil.copyfile(tmp_path / "hostile.db", own)
    try:
        assert json.loads(ask("/api/info")[2])["papers"] == len(attacks.MARKUP)
        status, _, body = ask("/papers.html")
        assert status == 200
        assert b"Gardens" in body
    finally:
        own.write_bytes(before)
    assert json.loads(ask("/api/info")[2])["papers"] == 43


def test_an_index_that_is_gone_is_said(ask: Ask, own: Path) -> None:
    own.rename(own.with_suffix(".away"))
    try:
        status, _, body = ask("/api/info")
    finally:
        own.with_suffix(".away").rename(own)
    assert status == 503
    assert "there is no index here" in json.loads(body)["error"]


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


def test_a_huge_request_is_refused(server: Server, ask: Ask) -> None:
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


def test_no_path_or_query_is_more_than_text(ask: Ask) -> None:
    for attack in (*attacks.NAMES, *attacks.QUERIES):
        given = quote(attack, safe="")
        for path in (f"/{given}", f"/papers/{given}.html", f"/api/papers/{given}", f"/api/search?q={given}"):
            status, headers, body = ask(path)
            assert status in (200, 400, 404)
            assert headers["Content-Type"] == "application/json"
            assert body.isascii()
            assert json.loads(body)


def test_broken_requests_stop_nothing(server: Server, ask: Ask) -> None:
    for data in (b"\r\n", b"GET\r\n\r\n", b"\xff\x00" * 100 + b"\r\n\r\n", b"GET / HTTP/1.1\r\nHost"):
        with socket.create_connection(("127.0.0.1", server.server_port)) as raw:
            raw.sendall(data)
    assert ask("/api/info")[0] == 200


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_stops_the_command(own: Path) -> None:
    command = [sys.executable, "-m", "cli", "serve", "--port", "0", "--db", str(own)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stderr
        line = running.stderr.readline()
        assert line.startswith("papers: http://127.0.0.1:")
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (0, "", "papers: stopped\n")
