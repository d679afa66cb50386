"""A running server, which tests of this folder ask."""

import http.client
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

import corpus_index
from corpus_index.serving.server import Server

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
    return partial(asked, server)
