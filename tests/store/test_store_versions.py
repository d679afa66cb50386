"""Indexes that earlier versions of the program wrote open with what is in them, or are left as they are."""

import gzip
import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest
import sqlite_utils
from workbench import Workbench

from corpus_index.domain.fault import FaultKind
from corpus_index.errors import StoreError
from corpus_index.pipeline import add, rebuild, undo, verify
from corpus_index.search import search
from corpus_index.store import migrations, open_store, read, upgrading
from corpus_index.store.connection import SCHEMA_VERSION

KEPT = Path(__file__).parent / "versions"
VERSIONS = range(1, SCHEMA_VERSION)


@pytest.fixture(params=VERSIONS)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "papers.db"
    path.write_bytes(gzip.decompress((KEPT / f"version-{request.param}.db.gz").read_bytes()))
    return path


def test_an_older_index_opens_with_what_is_in_it(index: Path) -> None:
    with open_store(index) as store:
        assert read.keys(store) == ("EgretNet", "HeronNet", "IbisNet")
        assert [page.name for page in read.pages(store)] == ["egrets.txt", "herons.txt"]
        papers = {paper.key: paper for paper in read.papers(store)}
        assert {key: len(paper.results) > 0 for key, paper in papers.items()} == dict.fromkeys(papers, True)
        assert {link.key for link in papers["HeronNet"].links} == {"EgretNet", "IbisNet"}
        for query in ("photographs", "鸟 OR 模型", "NestBenhc"):
            assert search(store, query).hits, query
    kinds = {fault.kind for fault in verify(index).faults}
    assert kinds <= {FaultKind.DERIVED}, "what an older version made of the records may differ"


def test_an_older_index_can_be_changed_and_rebuilt(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(index.parent)
    shutil.copyfile(KEPT / "egrets.txt", "egrets.txt")
    Path("storks.txt").write_text((KEPT / "egrets.txt").read_text().replace("EgretNet", "StorkNet"), encoding="utf-8")
    report = add(index, ["egrets.txt", "storks.txt"])
    assert [source.outcome.value for source in report.sources] == ["unchanged", "added"]
    undo(index)
    rebuild(index)
    with open_store(index) as store:
        assert read.keys(store) == ("EgretNet", "HeronNet", "IbisNet")
        frozen = store.connection.execute("SELECT key FROM papers WHERE key_frozen").fetchall()
        assert [row[0] for row in frozen] == ["HeronNet"]
    assert verify(index).faults == ()
    Workbench(index.parent).check(index)


def test_an_upgrade_is_shown(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[float, int, str]] = []
    monkeypatch.setattr(upgrading, "shown", lambda: nullcontext(lambda *told: seen.append(told)))
    open_store(index).close()
    steps = SCHEMA_VERSION - int(seen[0][2][-1]) + 1
    assert {(total, what[:-1]) for _, total, what in seen} == {(steps, "upgrading the index to version ")}
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)
    assert (seen[0][0], seen[-1][0]) == (0, steps)
    del seen[:]
    open_store(index).close()
    assert not seen


@pytest.mark.parametrize("step", range(1, SCHEMA_VERSION))
def test_an_upgrade_that_fails_leaves_the_index_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    index = tmp_path / "papers.db"
    index.write_bytes(gzip.decompress((KEPT / f"version-{step}.db.gz").read_bytes()))
    before = index.read_bytes()

    def broken(db: sqlite_utils.Database, done: migrations.Done) -> None:
        migrations.MIGRATIONS[step](db, done)
        db.execute("INSERT INTO nowhere VALUES (1)")

    steps = (*migrations.MIGRATIONS[:step], broken, *migrations.MIGRATIONS[step + 1 :])
    monkeypatch.setattr(migrations.migrate, "__defaults__", (steps,))
    with pytest.raises(StoreError, match="nowhere"):
        open_store(index)
    assert index.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [index.name]


def test_every_version_is_kept() -> None:
    assert {path.name for path in KEPT.glob("*.gz")} == {f"version-{version}.db.gz" for version in VERSIONS}
