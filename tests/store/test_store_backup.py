"""Copies of an index, made while others use it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus_index.errors import PapersError
from corpus_index.store import open_store, read, write
from corpus_index.store.backup import backup


@pytest.fixture
def index(tmp_path: Path, seed_index: Path) -> Path:
    path = tmp_path / "papers.db"
    path.write_bytes(seed_index.read_bytes())
    path.chmod(0o640)
    return path


def test_the_copy_is_of_one_moment_while_others_write(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus_index.store.backup._AT_ONCE", 20)
    target = tmp_path / "copy.db"
    seen: list[tuple[float, int]] = []
    with open_store(index, write=True) as writer:

        def change(done: float, total: int, name: str) -> None:
            assert (name, target.exists()) == ("copy.db", False)
            seen.append((done, total))
            with write.transaction(writer) as db:
                db.execute("UPDATE papers SET title = title || '!'")

        report = backup(index, target, progress=change)
    assert len(seen) > 5
    assert seen == sorted(seen)
    with open_store(target) as copy:
        assert len(read.keys(copy)) == report.papers == 43
        assert not [paper.title for paper in read.papers(copy) if paper.title.endswith("!")]
    assert (report.bytes, target.stat().st_mode & 0o777) == (target.stat().st_size, 0o640)
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert {path.name for path in tmp_path.iterdir()} == {"papers.db", "copy.db"}


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("kept.txt", "kept.txt: exists; give another file, or --force"),
        ("papers.db", "is the index itself"),
        ("folder", "is no ordinary file"),
        ("none/copy.db", "cannot be written"),
        ("kept.txt/copy.db", "cannot be written"),
    ],
)
def test_what_is_there_is_kept(index: Path, tmp_path: Path, target: str, what: str) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    (tmp_path / "folder").mkdir()
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(PapersError, match=what):
        backup(index, tmp_path / target)
    assert {path.name for path in tmp_path.iterdir()} == before
    assert (tmp_path / "kept.txt").read_text() == "kept"


def test_force_replaces_a_file_whole(index: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("old")
    with pytest.raises(RuntimeError):
        backup(index, target, force=True, progress=_stop)
    assert target.read_text() == "old"
    assert backup(index, target, force=True).papers == 43
    assert {path.name for path in tmp_path.iterdir()} == {"papers.db", "copy.db"}


def _stop(*_: object) -> None:
    raise RuntimeError
