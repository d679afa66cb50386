"""What goes wrong around the program ends in one clear line, and the index is whole afterwards."""

import contextlib
import os
import re
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest

from corpus_index.pipeline import verify
from corpus_index.store import changes, connection, journal, write

PAGE = "".join(f"Abstract:We present Heron-{at}, a method. {f'Word{at}. ' * 2000}\n\n" for at in range(8))
"""More text than there is space for."""


@contextlib.contextmanager
def small_files(index: Path) -> Iterator[None]:
    """No file may grow beyond what the index has, as where a quota is used up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert index.exists()


@contextlib.contextmanager
def writing_elsewhere(index: Path) -> Iterator[None]:
    """The index belongs to a user who lets nobody else write."""
    if os.geteuid() != 0:
        pytest.skip("only root can become another user")
    for folder in (index.parent, *index.parent.parents[:3]):
        folder.chmod(folder.stat().st_mode | 0o055)
    index.chmod(0o644)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@contextlib.contextmanager
def nothing_wrong(_: Path) -> Iterator[None]:
    """Only the file that is written lies at a wrong place."""
    yield


Fault = Callable[[Path], AbstractContextManager[None]]
CASES: dict[str, tuple[Fault, list[str], int, str]] = {
    "no space for a page": (small_files, ["add", "page.txt"], 2, "cannot be read or written|no space"),
    "no space for a copy": (small_files, ["backup", "copy.db"], 2, "cannot be (read or )?written"),
    "no space at all": (nothing_wrong, ["export", "--output", "/dev/full"], 2, "no space left"),
    "a folder of somebody else": (writing_elsewhere, ["tag", "TrimR", "+x"], 2, "read-only"),
    "repairing in a folder of somebody else": (
        writing_elsewhere,
        ["repair"],
        2,
        "no repaired index .*permission denied",
    ),
    "reading in a folder of somebody else": (writing_elsewhere, ["show", "TrimR"], 0, "^$"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_clear_line_and_a_whole_index(papers: Any, index: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    fault, words, code, line = CASES[name]
    monkeypatch.chdir(index.parent)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    before = index.read_bytes()
    with fault(index):
        run = papers(*words)
    assert run.code == code, run.err
    assert len(run.err.splitlines()) == (code != 0)
    assert re.search(line, run.err), run.err
    assert verify(index).faults == ()
    if words[0] != "export":
        assert index.read_bytes() == before
    assert not list(index.parent.glob(".*.new"))


def test_links_that_lead_in_a_circle(papers: Any, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one").symlink_to("two")
    Path("two").symlink_to("one")
    for words, line in (
        (["list", "--db", "one"], "cannot be read"),
        (["repair", "--db", "one"], "cannot be read"),
        (["site", "one"], "cannot be written"),
        (["export", "--output", "one"], "papers written to one"),
    ):
        run = papers(*words)
        assert re.search(line, run.err), run.err
        assert len(run.err.splitlines()) == 1
    assert verify(index).faults == ()


@pytest.mark.parametrize("spare", [60_000, 0])
def test_a_disk_that_is_full(
    papers: Any, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spare: int
) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={index.stat().st_size + spare}", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no file system can be mounted here")
    try:
        small = place / "papers.db"
        small.write_bytes(index.read_bytes())
        monkeypatch.setenv("PAPERS_DB", str(small))
        monkeypatch.chdir(tmp_path)
        Path("page.txt").write_text(PAGE, encoding="utf-8")
        run = papers("add", "page.txt")
        assert (run.code, run.out) == (2, "")
        assert "no space is left for the index; free some space and try again" in run.err
        assert papers("show", "TrimR").code == 0
        for words in (["backup", "copy.db"], ["site", "pages"]):
            run = papers(words[0], str(place / words[1]))
            assert run.code == 2
            assert re.fullmatch(rf"papers: .*{words[1]}: (cannot be written \(no space|no space is) left .*\n", run.err)
        assert verify(small).faults == ()
        assert small.read_bytes() == index.read_bytes()
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_an_export_gives_keys_out_where_writers_wait_for_readers(
    papers: Any, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "network_of", lambda _: "nfs")
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    papers("tag", "TrimR", "+first")
    run = papers("export", "TrimR")
    assert (run.code, run.err) == (0, "")
    with connection.open_store(index) as store:
        assert store.connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert store.connection.execute("SELECT key_frozen FROM papers WHERE key = 'TrimR'").fetchone()[0]


def test_a_clock_that_goes_backwards(papers: Any, index: Path, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Earlier(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Earlier":
            return cls(1999, 1, 1, tzinfo=tz or UTC)

    papers("tag", "TrimR", "+first")
    monkeypatch.setattr(write, "datetime", Earlier)
    monkeypatch.setattr(changes, "datetime", Earlier)
    assert papers("add", str(page)).code == 0
    assert "Quillfish" in papers("list", "--sort", "added", "--limit", "1").out
    assert f"took back add {page}" in " ".join(papers("undo").out.split())
    assert "took back tag TrimR" in papers("undo").out
    assert verify(index).faults == ()
