"""Faults that are found in an index, and what can be saved of it."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.domain.fault import FaultKind
from corpus_index.errors import NotAStore, StoreDamaged, StoreUnwritable
from corpus_index.pipeline import add, freeze_keys, merge, note, rebuild, repair, split, tag, undo, verify
from corpus_index.store import open_store, read
from corpus_index.store.connection import connect

LONG = "The last line of a long page, which fills several pages of the database file. " * 100


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Three pages, with keys that were given out, a decision and a note."""
    bench = Workbench(tmp_path_factory.mktemp("made"))
    heron = ("Heron Steps", "We present HeronNet, which reaches 71.5% on GSM8K.")
    pages: dict[str, list[tuple[str | None, str]]] = {
        "one": [heron, ("Ibis", "We present IbisNet.")],
        "two": [heron],
        "three": [("Stork Nests", f"We present StorkNet, better than IbisNet. {LONG}")],
    }
    index = bench.index(*(bench.page(name, *records) for name, records in pages.items()))
    freeze_keys(index, ["HeronNet", "StorkNet"])
    merge(index, ["StorkNet", "IbisNet"])
    tag(index, "HeronNet", ["read-again"], [])
    note(index, "StorkNet", "Two birds.")
    return index.read_bytes()


@pytest.fixture
def index(bench: Workbench, made: bytes) -> Path:
    path = bench.folder / "papers.db"
    path.write_bytes(made)
    return path


def sql(*statements: str) -> Callable[[Path], None]:
    def damage(index: Path) -> None:
        with closing(connect(index, "rw")) as connection:
            for statement in statements:
                connection.execute(statement)

    return damage


def overwrite(index: Path, old: bytes, new: bytes) -> None:
    content = index.read_bytes()
    assert old in content
    index.write_bytes(content.replace(old, new))


def overwritten(old: bytes, new: bytes) -> Callable[[Path], None]:
    return lambda index: overwrite(index, old, new)


def noise_in(table: str) -> Callable[[Path], None]:
    def damage(index: Path) -> None:
        with closing(connect(index, "rw")) as connection:
            page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        with index.open("rb+") as file:
            file.seek((page - 1) * 4096)
            file.write(b"\xee" * 4096)

    return damage


FAULTS: dict[str, tuple[Callable[[Path], None], FaultKind, str]] = {
    "a torn table": (noise_in("conflicts"), FaultKind.FILE, "conflicts|malformed|btree"),
    "a lost table": (sql("DROP TABLE vectors"), FaultKind.FILE, "the table vectors is not there"),
    "a lost trigger": (sql("DROP TRIGGER papers_ai"), FaultKind.FILE, "the trigger papers_ai is not there"),
    "a row without its paper": (
        sql("INSERT INTO aliases (alias, paper_id) VALUES ('a', 99)"), FaultKind.REFERENCE, "1 row of aliases"
    ),
    "another letter in a page": (
        overwritten(b"the database file", b"the databose file"), FaultKind.QUOTE, "of its abstracts, 1 is not what"
    ),
    "another full text": (
        sql("INSERT INTO papers_fts(papers_fts) VALUES ('delete-all')"), FaultKind.FULL_TEXT, "the full text is not"
    ),
    "lost words": (sql("DELETE FROM vocabulary WHERE word = 'stork'"), FaultKind.FULL_TEXT, "1 paper whose words"),
    "another name": (sql("UPDATE names SET family = 'egret'"), FaultKind.DERIVED, "rows of names are not as"),
    "another trust": (sql("UPDATE facts SET trust = 'quoted'"), FaultKind.DERIVED, "rows of facts are not as"),
    "a paper without records": (
        sql("INSERT INTO papers (key, title, title_inferred, names, summary, authors_complete)"
            " VALUES ('x', 'Title', 0, '', '', 0)"),
        FaultKind.DERIVED,
        "1 paper without a record",
    ),
}  # fmt: skip


def test_nothing_is_found_in_a_whole_index(index: Path) -> None:
    before = index.read_bytes()
    report = verify(index)
    assert (report.pages, report.records, report.papers, report.faults) == (3, 4, 2, ())
    assert index.read_bytes() == before


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(index: Path, name: str) -> None:
    damage, kind, what = FAULTS[name]
    damage(index)
    faults = verify(index).faults
    assert [fault for fault in faults if fault.kind is kind and re.search(what, fault.what)], faults


def test_what_follows_from_the_pages_is_made_anew(bench: Workbench, index: Path) -> None:
    before = bench.dump(index)
    for damage, kind, _ in FAULTS.values():
        if kind is not FaultKind.QUOTE:
            damage(index)
    damaged = index.read_bytes()
    report = repair(index)
    assert (report.pages, report.records, report.papers, report.lost) == (3, 4, 2, ())
    assert verify(index).faults == ()
    assert bench.dump(index) == before
    assert undo(index).command == "note StorkNet"
    assert Path(report.former).read_bytes() == damaged
    assert {path.name for path in index.parent.iterdir()} == {index.name, Path(report.former).name}


_REFERENCES = """
@inproceedings{heron2017steps, title={Heron steps in reed}, author={Kivi, Ada and Saar, Bo}, booktitle={B}, year=2017}
@article{Heron2017, title={{Heron} {Steps} in {Reed}}, author={Ada Kivi and Bo Saar}, journal={Birds}, year=2017}
@article{owl, title={Owls Hunt Mice}, author={Kivi, Ada}, journal={Birds}, year=2003}
@article{owl, title={Mice that Hide from Birds}, author={Kivi, Ada}, journal={Birds}, year=2004}
@article{stork, title={Storks on the Roofs of Old Towns}, author={Saar, Bo}, journal={Birds}, year=2005}
@article{zander, title={Fish That Storks Eat}, author={Saar, Bo}, journal={Fish}, year=2006}
"""


@pytest.mark.parametrize("again", [repair, rebuild])
def test_of_a_sound_index_nothing_changes_that_a_person_sees(
    bench: Workbench, index: Path, again: Callable[[Path], object]
) -> None:
    file = index.with_name("refs.bib")
    for text in (_REFERENCES, _REFERENCES.replace("Mice that", "Some Mice that").replace("{stork,", "{storks,")):
        file.write_text(text, encoding="utf-8")
        add(index, [str(file)])
    other = index.with_name("a.bib")
    other.write_text(_REFERENCES.replace("zander", "angler").replace("{owl", "{Strix"), encoding="utf-8")
    add(index, [str(other)])
    with open_store(index) as store:
        freeze_keys(index, read.keys(store))
    merge(index, ["zander", "storks"])
    split(index, "owl", ["2"])
    before = bench.dump(index)
    again(index)
    assert bench.dump(index) == before
    bench.check(index)


def test_a_page_that_does_not_read_as_it_did_is_named(index: Path) -> None:
    overwrite(index, b"the database file", b"the databose file")
    assert repair(index).lost == ("three: not all of its records can be read; remove it and add it again",)


def test_a_file_that_was_interrupted_is_named(index: Path) -> None:
    sql("INSERT INTO files VALUES ('d', 'large.jsonl', 0)", "UPDATE pages SET file = 'd' WHERE name = 'two'")(index)
    fault, *others = verify(index).faults
    assert (fault.kind, fault.what) == (FaultKind.INCOMPLETE, "large.jsonl: adding it was interrupted after 1 part")
    assert not others


def test_what_is_torn_is_read_around(index: Path) -> None:
    noise_in("own_values")(index)
    noise_in("papers_fts_data")(index)
    report = repair(index)
    assert report.lost == ("a part of corrections, tags and notes cannot be read",)
    assert (report.pages, report.papers, verify(index).faults) == (3, 2, ())


def test_of_a_file_that_is_cut_off_pages_are_saved_or_named(index: Path) -> None:
    content = index.read_bytes()
    index.write_bytes(content[: len(content) * 9 // 10])
    with pytest.raises(StoreDamaged, match="to save what can be read: papers repair"):
        verify(index)
    report = repair(index)
    assert report.pages + sum("cannot be read; add" in line for line in report.lost) <= 3
    assert report.lost
    assert verify(index).faults == ()


@pytest.mark.parametrize(
    ("at", "noise"),
    [(0, bytes(4096)), (17, b"\x11"), (60, b"\x77"), (18 * 4096, bytes(4096))],
    ids=["the first page", "the size of pages", "the version", "another page"],
)
def test_without_the_names_of_tables_all_of_it_is_read(bench: Workbench, index: Path, at: int, noise: bytes) -> None:
    before = bench.dump(index)
    with index.open("rb+") as file:
        file.seek(at)
        file.write(noise)
    damaged = index.read_bytes()
    report = repair(index)
    assert report.lost == ()
    assert bench.dump(index) == before
    assert Path(report.former).read_bytes() == damaged
    assert {path.name for path in index.parent.iterdir()} == {index.name, Path(report.former).name}


def test_the_names_of_tables_are_those_of_the_file_or_of_none(index: Path) -> None:
    sql("CREATE TABLE other (a)", "CREATE TABLE another (a)", "DROP TABLE vectors")(index)
    with index.open("rb+") as file:
        file.write(bytes(4096))
    before = index.read_bytes()
    with pytest.raises(NotAStore, match="is not an index"):
        repair(index)
    assert index.read_bytes() == before
    assert {path.name for path in index.parent.iterdir()} == {index.name}


def test_an_index_in_use_is_not_repaired(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_index.store.connection.BUSY_SECONDS", 0.01)
    with open_store(index) as store:
        store.connection.execute("SELECT * FROM papers").fetchall()
        with pytest.raises(StoreUnwritable, match="in use"):
            repair(index)
    assert {path.name for path in index.parent.iterdir()} == {index.name}


def test_who_reads_a_repaired_index_keeps_nobody_from_writing(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_index.store.connection.BUSY_SECONDS", 0.01)
    monkeypatch.setattr("corpus_index.store.journal.PATIENCE", 0.0)
    repair(index)
    with open_store(index) as store:
        store.snapshot()
        tag(index, "HeronNet", ["wading"], [])


def test_what_stops_it_leaves_everything_as_it_was(index: Path) -> None:
    before = index.read_bytes()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        repair(index, progress=stop)
    assert index.read_bytes() == before
    with closing(sqlite3.connect(index)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert {path.name for path in index.parent.iterdir()} == {index.name}
