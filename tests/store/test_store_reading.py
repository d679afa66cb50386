"""Papers read back whole, names found, and full text in step."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_index

from corpus_index.domain.facts import Trust
from corpus_index.domain.link import LinkKind
from corpus_index.domain.paper import Summary
from corpus_index.errors import NoSuchName
from corpus_index.store import Store, open_store, read
from corpus_index.store.known import known_records
from corpus_index.store.read import Sort
from corpus_index.store.write import transaction


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "index.db"
    small_index.make(path)
    return path


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as store:
        yield store


def test_a_paper_is_complete(store: Store) -> None:
    paper = read.paper(store, "Owlet-V2-Mini")
    assert (paper.title, paper.title_inferred, paper.year) == ("Owlet-V2-Mini Technical Report", False, 2025)
    assert (paper.authors, paper.authors_complete) == (("Ada Lovelace",), False)
    assert paper.aliases == ("owlet-report",)
    assert paper.urls == ("https://owlet.example/v2",)
    assert paper.abstract == "We present Owlet-V2-Mini, a model."
    assert paper.summaries == (Summary(record="copy.txt#1", text="A summary says 310B."),)
    assert [(each.name, each.long) for each in paper.introduces] == [
        ("Owlet-V2-Mini", None),
        ("FFF", "First Feather Fetch"),
    ]
    (result,) = paper.results
    assert (result.value, result.bound, result.benchmark, result.total) == (64.0, "up to", "Nest-Bench", None)
    assert small_index.OWLET[result.start : result.end] == result.evidence


def test_records_are_ordered_by_trust_and_page_with_their_lines(store: Store) -> None:
    records = read.paper(store, "Owlet-V2-Mini").records
    assert [(each.id, each.first_line, each.last_line) for each in records] == [
        ("copy.txt#0", 1, 1),
        ("owlet.txt#0", 2, 3),
        ("copy.txt#1", 1, 1),
    ]
    (grebe,) = read.paper(store, "grebe").records
    assert (grebe.first_line, grebe.last_line) == (2, 3)


def test_a_fact_that_is_repeated_stands_once(store: Store) -> None:
    specs = read.paper(store, "Owlet-V2-Mini").specs
    assert [(each.value, each.record, each.trust) for each in specs] == [
        (309e9, "owlet.txt#0", Trust.OWN),
        (310e9, "copy.txt#1", Trust.SUMMARY),
    ]


def test_a_link_is_seen_from_both_ends(store: Store) -> None:
    (inward,) = read.paper(store, "Owlet-V2-Mini").links
    (outward,) = read.paper(store, "grebe").links
    assert (inward.direction, inward.key, inward.title) == ("in", "grebe", "Tests of Grebe-7B")
    assert (outward.direction, outward.key, outward.role) == ("out", "Owlet-V2-Mini", "base")
    assert (inward.via, inward.to, inward.kind) == ("Owlet", "Owlet-V2-Mini", LinkKind.FAMILY)
    assert inward.record == outward.record == "copy.txt#2"
    assert small_index.COPY[outward.start : outward.end] == outward.evidence


def test_a_conflict_has_both_sides(store: Store) -> None:
    (conflict,) = read.paper(store, "Owlet-V2-Mini").conflicts
    assert (conflict.attribute, conflict.a.claim, conflict.b.claim) == ("total parameters", "310B", "309B")
    assert (conflict.a.record, conflict.b.record) == ("copy.txt#1", "owlet.txt#0")


def test_by_alias_and_not_at_all(store: Store) -> None:
    assert read.paper(store, "owlet-report").key == "Owlet-V2-Mini"
    with pytest.raises(NoSuchName, match="nobody"):
        read.paper(store, "nobody")


def test_many(store: Store) -> None:
    assert [paper.key for paper in read.papers(store)] == ["Owlet-V2-Mini", "grebe"]
    chosen = read.papers(store, ["grebe", "unknown", "owlet-report", "Owlet-V2-Mini"])
    assert [paper.key for paper in chosen] == ["grebe", "Owlet-V2-Mini"]
    assert list(read.papers(store, [])) == []


@pytest.mark.parametrize("sort", Sort)
def test_orders(store: Store, sort: Sort) -> None:
    expected = ("grebe", "Owlet-V2-Mini") if sort is Sort.ADDED else ("Owlet-V2-Mini", "grebe")
    assert read.keys(store, sort) == expected


def test_counts(store: Store) -> None:
    counts = read.counts(store)
    assert (counts.pages, counts.records, counts.papers, counts.inferred_titles) == (2, 4, 2, 1)
    assert (counts.introduces, counts.models, counts.specs, counts.links, counts.conflicts) == (2, 2, 2, 1, 1)
    assert [(page.name, page.revision, page.records, page.skipped) for page in read.pages(store)] == [
        ("copy.txt", 1, 3, 1),
        ("owlet.txt", 1, 1, 1),
    ]


def test_records_come_back_as_they_were_stored(store: Store) -> None:
    stored = {known.id: known for known in known_records(store.connection, [1, 2, 3, 4])}
    assert stored[1].record == small_index._owlet_record()
    assert [stored[number].record for number in (2, 3, 4)] == list(small_index._copy_records())
    assert stored[1].facts == small_index._owlet_facts()
    assert stored[4].facts == small_index._grebe_facts()


def search(connection: sqlite3.Connection, words: str) -> list[str]:
    rows = connection.execute(
        "SELECT key FROM papers_fts JOIN papers ON papers.id = papers_fts.rowid WHERE papers_fts MATCH ? ORDER BY key",
        (words,),
    )
    return [row[0] for row in rows]


def test_full_text_stays_in_step(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    small_index.make(path)
    with open_store(path, write=True) as store:
        run = store.connection.execute
        check = "INSERT INTO papers_fts(papers_fts, rank) VALUES ('integrity-check', 1)"
        assert search(store.connection, "drafting") == ["grebe"]
        assert search(store.connection, "feather OR nest") == ["Owlet-V2-Mini"]
        with transaction(store) as db:
            db.execute("UPDATE papers SET abstract = 'Nothing but waterfowl.', key = 'duck' WHERE key = 'grebe'")
        assert (search(store.connection, "drafting"), search(store.connection, "waterfowl")) == ([], ["duck"])
        run(check)
        with transaction(store) as db:
            db.execute("DELETE FROM records WHERE paper_id = (SELECT id FROM papers WHERE key = 'duck')")
            db.execute("DELETE FROM papers WHERE key = 'duck'")
        assert search(store.connection, "waterfowl") == []
        run(check)


def test_full_text_out_of_step_would_be_noticed(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    small_index.make(path)
    with open_store(path, write=True) as store:
        store.connection.execute("DROP TRIGGER papers_au")
        store.connection.execute("UPDATE papers SET abstract = 'Other words.'")
        with pytest.raises(sqlite3.DatabaseError):
            store.connection.execute("INSERT INTO papers_fts(papers_fts, rank) VALUES ('integrity-check', 1)")
