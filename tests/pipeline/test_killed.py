"""Killed at any statement, a process leaves all of a change or none of it (`tests/soak/crash.py` tries it for long)."""

import gzip
import os
import random
import shutil
import signal
import warnings
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.pipeline import add, enrich, merge, rebuild, reindex, remove, verify
from corpus_index.store import connection, open_store, read

if not hasattr(os, "fork"):
    pytest.skip("processes cannot be forked here", allow_module_level=True)

CHANGES: dict[str, tuple[Callable[[Path], object], int]] = {
    "add": (lambda index: add(index, [str(index.parent / "more.txt")]), 60),
    "enrich": (lambda index: enrich(index, [str(index.parent / "more.ris")]), 60),
    "reindex": (lambda index: reindex(str(index)), 20),
    "merge": (lambda index: merge(index, ["HeronNet", "IbisNet"]), 60),
    "remove": (lambda index: remove(index, ["HeronNet"]), 60),
    "rebuild": (rebuild, 200),
}
"""What is done, and about how many statements that takes."""
REMAKING = ("rebuild", "reindex")
"""What gives what was there."""


TEXT = (
    "We present {}Net, better than all others. It counts birds that stand in reed at night and wait for fish of which "
    "they know nothing, with no further training, no light, and more patience than most who were asked to do the same."
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bench = Workbench(tmp_path_factory.mktemp("made"))
    pages = [bench.page(name, (None, TEXT.format(name))) for name in ("Heron", "Ibis")]
    return bench.index(*pages)


@pytest.mark.parametrize("name", CHANGES)
def test_all_or_nothing(bench: Workbench, made: Path, name: str) -> None:
    change, statements = CHANGES[name]
    index = bench.folder / "papers.db"
    shutil.copyfile(made, index)
    text = "Abstract:We present EgretNet, which finds nests better than HeronNet does, in photographs from the air."
    (bench.folder / "more.txt").write_text(text, encoding="utf-8")
    entry = f"TY  - JOUR\nTI  - A Study of Herons\nPY  - 2021\nAB  - {TEXT.format('Heron')}\nER  - \n"
    (bench.folder / "more.ris").write_text(entry, encoding="utf-8")
    before = bench.dump(index)
    change(shutil.copyfile(index, bench.folder / "whole.db"))
    after = bench.dump(bench.folder / "whole.db")
    assert (after == before) == (name in REMAKING)
    chance = random.Random(name)  # noqa: S311
    for _ in range(2):
        assert killed(change, index, chance.randrange(10, statements))
        assert verify(index).faults == ()
        assert bench.dump(index) in (before, after)
        shutil.copyfile(made, index)


def killed(change: Callable[[Path], object], index: Path, statement: int) -> bool:
    """Make the change in a process that is killed when SQLite begins this statement, and say whether it was."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads that the tests do not have
        child = os.fork()
    if child == 0:
        counted = iter(range(statement))
        original = connection.connect

        def connect(path: connection.StrPath, mode: str) -> object:
            opened = original(path, mode)
            opened.set_trace_callback(
                lambda _: None if next(counted, None) is not None else os.kill(os.getpid(), signal.SIGKILL)
            )
            return opened

        connection.connect = connect  # type: ignore[assignment]
        try:
            change(index)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("statement", [20, 110])
def test_an_upgrade_is_whole_steps(bench: Workbench, statement: int) -> None:
    kept = Path(__file__).parents[1] / "store" / "versions" / "version-1.db.gz"
    index = bench.folder / "papers.db"
    index.write_bytes(gzip.decompress(kept.read_bytes()))
    assert killed(lambda path: open_store(path).close(), index, statement)
    with closing(connection.connect(index, "rw")) as left:
        assert 1 <= connection.version_of(left) < connection.SCHEMA_VERSION
        assert left.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    with open_store(index) as store:
        assert read.keys(store) == ("EgretNet", "HeronNet", "IbisNet")
    bench.check(index)
