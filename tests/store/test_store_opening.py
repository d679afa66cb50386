"""What cannot be opened as an index is refused in one clear line, and left as it is."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from corpus_index.errors import (
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreMissing,
    StoreTooNew,
    StoreUnwritable,
)
from corpus_index.store import Store, open_store, read
from corpus_index.store.connection import APPLICATION_ID, SCHEMA_VERSION, connect
from corpus_index.store.scratch import scratch_copy


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "index.db"
    open_store(path, write=True, create=True).close()
    return path


def text_file(path: Path) -> None:
    path.write_text("A text that is no database, and is longer than the header of one. " * 3)


def short_file(path: Path) -> None:
    path.write_bytes(b"SQLite?")


def empty_file(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def header_only(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 2000)


def cut_in_the_header(path: Path) -> None:
    open_store(path, create=True).close()
    path.write_bytes(path.read_bytes()[:60])


def cut_in_the_middle(path: Path) -> None:
    open_store(path, create=True).close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE papers (id INTEGER PRIMARY KEY)")
        connection.commit()


def newer(path: Path) -> None:
    open_store(path, create=True).close()
    with closing(connect(path, "rw")) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def below_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("A file where a folder should be.")


CASES: tuple[tuple[Callable[[Path], None], type[StoreError], str], ...] = (
    (text_file, NotAStore, "not an index"),
    (short_file, NotAStore, "not an index"),
    (empty_file, NotAStore, "empty file"),
    (folder, NotAStore, "folder"),
    (header_only, StoreError, ""),
    (cut_in_the_header, StoreDamaged, "cut off"),
    (cut_in_the_middle, StoreDamaged, "damaged"),
    (other_program, NotAStore, "another program"),
    (newer, StoreTooNew, f"version {SCHEMA_VERSION + 1}"),
    (below_a_file, StoreError, ""),
)


OPENINGS: dict[str, Callable[[Path], Store]] = {
    "read": open_store,
    "write": partial(open_store, write=True),
    "create": partial(open_store, write=True, create=True),
    "scratch": scratch_copy,
}


@pytest.mark.parametrize("how", OPENINGS)
@pytest.mark.parametrize(("make", "error", "what"), CASES, ids=lambda case: getattr(case, "__name__", None))
def test_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], error: type[StoreError], what: str, how: str
) -> None:
    path = tmp_path / "sub" / "file.db"
    path.parent.mkdir()
    make(path)
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    with pytest.raises(error) as caught:
        OPENINGS[how](path)
    assert what in caught.value.what
    assert caught.value.where == str(path)
    assert "\n" not in str(caught.value)
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before


@pytest.mark.parametrize("write", [False, True])
def test_missing(tmp_path: Path, write: bool) -> None:
    with pytest.raises(StoreMissing, match="there is no index here; make one with: papers add PATH"):
        open_store(tmp_path / "none.db", write=write)
    assert list(tmp_path.iterdir()) == []


def test_damage_inside_is_named_when_it_is_met(index: Path) -> None:
    content = bytearray(index.read_bytes())
    content[4096:] = b"\xee" * (len(content) - 4096)
    index.write_bytes(content)
    with pytest.raises(StoreDamaged, match="damaged"), open_store(index) as store:
        read.keys(store)


def test_missing_tables(index: Path) -> None:
    with closing(connect(index, "rw")) as connection:
        connection.execute("DROP TABLE papers_fts")
        connection.execute("DROP TABLE papers")
    with pytest.raises(StoreDamaged), open_store(index) as store:
        read.keys(store)


def test_other_errors_pass_through(index: Path) -> None:
    with pytest.raises(KeyError), open_store(index):
        raise KeyError


def test_opening_for_writing_changes_nothing(index: Path) -> None:
    before = (index.read_bytes(), index.stat().st_mtime_ns)
    open_store(index, write=True, create=True).close()
    assert (index.read_bytes(), index.stat().st_mtime_ns) == before
    assert list(index.parent.iterdir()) == [index]


def test_marks_of_the_file(index: Path) -> None:
    with closing(sqlite3.connect(index)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_reading_cannot_write(index: Path) -> None:
    with pytest.raises(StoreUnwritable, match="read-only"), open_store(index) as store:
        store.connection.execute("INSERT INTO aliases (alias, paper_id) VALUES ('a', 1)")


def test_writing_enforces_references(index: Path) -> None:
    with pytest.raises(StoreError), open_store(index, write=True) as store:
        store.connection.execute("INSERT INTO aliases (alias, paper_id) VALUES ('a', 1)")


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "what?.db", "no#1.db", "ünïcode.db", "file:x.db", ".hidden"])
def test_names_that_a_uri_would_misread(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and set(name) & set('?:"<>|*'):
        pytest.skip("Windows has no such names")
    open_store(tmp_path / name, create=True).close()
    open_store(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_store(Path("index.db"), create=True).close()
    assert (tmp_path / "index.db").is_file()


def test_a_link_to_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    link, target = tmp_path / "link.db", tmp_path / "elsewhere" / "index.db"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("links cannot be made here")
    open_store(link, write=True, create=True).close()
    assert target.is_file()
    assert link.is_symlink()


def test_an_index_that_appears_meanwhile_is_kept(index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other.db"
    migrate = "corpus_index.store.migrations.migrate"

    def slow(connection: sqlite3.Connection) -> int:
        monkeypatch.undo()
        open_store(other, create=True).close()
        with open_store(other, write=True) as store:
            store.connection.execute("INSERT INTO pages VALUES (1, 'theirs', 1, 'd', 'r', 't', 'now', NULL, NULL)")
        from corpus_index.store.migrations import migrate as real

        return real(connection)

    monkeypatch.setattr(migrate, slow)
    with open_store(other, write=True, create=True) as store:
        assert [page.name for page in read.pages(store)] == ["theirs"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [index.name, other.name]


@pytest.fixture(params=["journal", "log"])
def locked_folder(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder that this process may read and not write, also where the tests are run by root."""
    if os.name == "nt":
        pytest.skip("Windows has no permissions of this kind")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        folder = place / "folder"
        folder.mkdir()
        open_store(folder / "index.db", create=True, write=request.param == "log").close()
        (folder / "index.db").chmod(0o444)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            if not os.access(folder, os.R_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids):
                pytest.skip("another user cannot reach the temporary folder")
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


def test_a_read_only_medium_can_be_read(locked_folder: Path) -> None:
    with open_store(locked_folder / "index.db") as store:
        assert read.counts(store).papers == 0
    with scratch_copy(locked_folder / "index.db") as store:
        assert read.counts(store).papers == 0


@pytest.mark.parametrize(
    ("name", "what"),
    [("index.db", "read-only|cannot be opened or written"), ("new.db", "no index can be made"), ("a/b.db", "no ind")],
)
def test_an_unwritable_folder(locked_folder: Path, name: str, what: str) -> None:
    with pytest.raises(StoreUnwritable, match=what):
        open_store(locked_folder / name, write=True, create=True)
    assert [path.name for path in locked_folder.iterdir()] == ["index.db"]


def test_an_unreadable_file(locked_folder: Path) -> None:
    index = locked_folder / "index.db"
    euid = os.geteuid()
    if os.getuid() == 0:
        os.seteuid(0)
    locked_folder.chmod(0o755)
    index.chmod(0o000)
    if os.getuid() == 0:
        os.seteuid(euid)
    with pytest.raises(StoreError, match="cannot be read"):
        open_store(index)
