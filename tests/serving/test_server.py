"""The server gives the pages of the site and the JSON of the commands, to this machine and to no other site."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attacks
import hostile_index
import pytest

import corpus_index
from corpus_index.domain.plain import plain
from corpus_index.errors import PapersError
from corpus_index.serving.server import LONGEST_PATH, Server
from corpus_index.site.building import build_site
from corpus_index.store import open_store


def test_every_page_is_that_of_the_site(ask: Any, own: Path, tmp_path: Path) -> None:
    with open_store(own) as store:
        build_site(store, tmp_path / "public")
    for path in (tmp_path / "public").rglob("*.*"):
        if path.is_file() and not path.name.startswith("."):
            status, _, body = ask("/" + quote(path.relative_to(tmp_path / "public").as_posix()))
            assert status == 200
            assert body == path.read_bytes(), path
    assert ask("/")[2] == (tmp_path / "public" / "index.html").read_bytes()


def test_json_is_that_of_the_library(ask: Any, own: Path) -> None:
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
def test_what_cannot_be_answered_is_said(ask: Any, path: str, status: int, why: str) -> None:
    got, _, body = ask(path)
    assert got == status
    assert why in json.loads(body)["error"]


def test_head_has_no_body(ask: Any) -> None:
    status, headers, body = ask("/api/info", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 0


def test_it_listens_on_loopback_and_a_taken_port_is_said(server: Server, own: Path) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    with pytest.raises(PapersError, match="give another --port"):
        Server(own, server.server_port)


def test_pages_follow_the_index(ask: Any, own: Path, tmp_path: Path) -> None:
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


def test_an_index_that_is_gone_is_said(ask: Any, own: Path) -> None:
    own.rename(own.with_suffix(".away"))
    try:
        status, _, body = ask("/api/info")
    finally:
        own.with_suffix(".away").rename(own)
    assert status == 503
    assert "there is no index here" in json.loads(body)["error"]


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
