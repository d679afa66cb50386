"""The write-ahead log: readers go on while somebody writes, and an index at rest is one file."""

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from corpus_index.errors import StoreMissing
from corpus_index.store import open_store, read, write
from corpus_index.store.connection import Store, connect
from corpus_index.store.network import network_of

FILES = {"papers.db"}


def add_page(store: Store, name: str) -> None:
    """Insert a row of a page, inside a transaction."""
    values = (name, name)
    store.connection.execute(
        "INSERT INTO pages (name, revision, digest, reader, text, added) VALUES (?, 1, ?, '', '', '')", values
    )


def names(store: Store) -> list[str]:
    return [page.name for page in read.pages(store)]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "papers.db"
    with open_store(path, write=True, create=True) as store, write.transaction(store):
        add_page(store, "first")
    return path


def files(index: Path) -> set[str]:
    return {path.name for path in index.parent.iterdir()}


def test_an_index_at_rest_is_one_file(index: Path, tmp_path: Path) -> None:
    assert files(index) == FILES
    with open_store(index) as reader, open_store(index, write=True) as writer:
        with write.transaction(writer):
            add_page(writer, "second")
        assert names(reader) == ["first", "second"]
        assert files(index) > FILES
    assert files(index) == FILES
    copy = tmp_path / "elsewhere" / "copy.db"
    copy.parent.mkdir()
    shutil.copyfile(index, copy)
    with open_store(copy) as store:
        assert names(store) == ["first", "second"]


def test_readers_do_not_wait_for_a_writer_and_see_one_moment(index: Path) -> None:
    with open_store(index, write=True) as writer, write.transaction(writer):
        add_page(writer, "second")
        # Each of these would wait for its time and fail, if it waited at all.
        with open_store(index) as reader:
            assert names(reader) == ["first"]
    with open_store(index) as reader, open_store(index, write=True) as writer:
        reader.snapshot()
        assert names(reader) == ["first", "second"]
        with write.transaction(writer):
            add_page(writer, "third")
        assert names(reader) == ["first", "second"]
        reader.release()
        assert names(reader) == ["first", "second", "third"]


def test_a_writer_waits_for_another_one(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_index.store.connection.BUSY_SECONDS", 0.001)
    with open_store(index, write=True) as one, open_store(index, write=True) as other:
        one.connection.execute("BEGIN IMMEDIATE")
        waiting = threading.Event()

        def trace(statement: str) -> None:
            if statement == "BEGIN IMMEDIATE":
                waiting.set()

        def finish() -> None:
            waiting.wait()
            committing.execute("COMMIT")

        other.connection.set_trace_callback(trace)
        one.connection.execute("ROLLBACK")
        with closing(sqlite3.connect(index, isolation_level=None, check_same_thread=False)) as committing:
            committing.execute("BEGIN IMMEDIATE")
            thread = threading.Thread(target=finish)
            thread.start()
            with write.transaction(other):
                add_page(other, "second")
            thread.join()
        assert names(other) == ["first", "second"]


def test_an_index_with_a_journal_gets_a_log_when_it_is_written(index: Path) -> None:
    with closing(connect(index, "rw")) as connection:
        connection.execute("PRAGMA journal_mode = delete")
    open_store(index).close()
    assert journal_of(index) == "delete"
    with open_store(index) as reader:
        reader.snapshot()
        assert names(reader) == ["first"]
    open_store(index, write=True).close()
    assert journal_of(index) == "wal"


def journal_of(index: Path) -> str:
    with closing(connect(index, "rw")) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


@pytest.mark.parametrize("end", ["-wal", "-journal"])
def test_a_log_without_its_index_is_left_alone(index: Path, end: str) -> None:
    index.unlink()
    log = Path(f"{index}{end}")
    log.write_bytes(b"what was written last")
    for create in (False, True):
        with pytest.raises(StoreMissing, match=rf"no index here, but the log of one, papers.db{end}; put"):
            open_store(index, write=True, create=create)
    assert files(index) == {log.name}
    assert log.read_bytes() == b"what was written last"


MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /net rw,relatime shared:2 - nfs4 server:/export rw,vers=4.2
31 30 8:2 / /net/disk rw - xfs /dev/sdb1 rw
32 22 0:41 / /mnt/a\040b rw - cifs //server/share rw
33 22 0:42 / /mnt/far rw - fuse.sshfs me@host: rw
34 22 0:43 / /mnt/both rw - ext4 /dev/sdc1 rw
35 34 0:44 / /mnt/both rw - nfs server:/other rw
""".lstrip()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/papers.db", None),
        ("/net/papers.db", "nfs4"),
        ("/network/papers.db", None),
        ("/net/disk/papers.db", None),
        ("/mnt/a b/papers.db", "cifs"),
        ("/mnt/far/deep/er/papers.db", "fuse.sshfs"),
        ("/mnt/both/papers.db", "nfs"),
    ],
)
def test_network_file_systems_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, kind: str | None
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    monkeypatch.setattr("corpus_index.store.network._MOUNTS", mounts)
    assert network_of(path) == kind
    monkeypatch.setattr("corpus_index.store.network._MOUNTS", tmp_path / "nothing")
    assert network_of(path) is None


def test_on_a_network_file_system_there_is_no_log(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_index.store.journal.network_of", lambda _: "nfs4")
    with open_store(index, write=True) as store, write.transaction(store):
        add_page(store, "second")
        assert f"{index.name}-wal" not in files(index)
    assert journal_of(index) == "delete"
