"""Vectors are made once for each text, and again where it changes."""

import struct
from pathlib import Path

import pytest
from made_encoder import MadeEncoder
from workbench import Workbench

from corpus_index.domain.report import Outcome
from corpus_index.errors import ExtraMissing
from corpus_index.pipeline import add, embedding, reindex_meaning, remove
from corpus_index.store import open_store
from corpus_index.store.vectors import amount_without, has_vectors, packed


def _vectors(path: Path) -> dict[str, bytes]:
    with open_store(path) as store:
        sql = "SELECT title, vector FROM vectors JOIN papers ON papers.id = paper_id"
        return {row[0]: row[1] for row in store.connection.execute(sql)}


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> MadeEncoder:
    made = MadeEncoder()
    monkeypatch.setattr(embedding, "installed_encoder", lambda: made)
    return made


def test_each_text_is_encoded_once(tmp_path: Path, encoder: MadeEncoder) -> None:
    bench = Workbench(tmp_path)
    path = bench.index(bench.page("one.txt", ("Roads", "A car."), ("Rivers", "A stream.")))
    seen: list[tuple[float, int, str]] = []
    assert reindex_meaning(path, lambda *given: seen.append(given)) == 2
    assert encoder.encoded == ["Roads\nA car.", "Rivers\nA stream."]
    assert seen == [(0, 2, "meaning")]
    assert reindex_meaning(path) == 0
    assert _vectors(path)["Rivers"] == packed(MadeEncoder().encode("Rivers\nA stream."))


def test_adding_and_removing_keep_the_vectors_in_step(tmp_path: Path, encoder: MadeEncoder) -> None:
    path, one, two = tmp_path / "index.db", tmp_path / "one.bib", tmp_path / "two.bib"
    one.write_text("@misc{a, title={Roads of old}, abstract={A car on a road that nobody made.}}", encoding="utf-8")
    two.write_text("@misc{b, title={Rivers of old}, abstract={A stream that nobody dug.}}", encoding="utf-8")
    assert add(path, [str(one)]).sources[0].outcome is Outcome.ADDED
    assert encoder.encoded == []
    assert reindex_meaning(path) == 1
    add(path, [str(two)])
    assert set(_vectors(path)) == {"Roads of old", "Rivers of old"}
    remove(path, [str(one)])
    assert set(_vectors(path)) == {"Rivers of old"}
    add(path, [str(one)], dry_run=True)
    assert set(_vectors(path)) == {"Rivers of old"}


def test_a_changed_text_loses_its_vector(tmp_path: Path, encoder: MadeEncoder) -> None:
    bench = Workbench(tmp_path)
    path = bench.index(bench.page("one.txt", ("Roads", "A car."), ("Rivers", "A stream.")))
    reindex_meaning(path)
    with open_store(path, write=True) as store:
        store.connection.execute("UPDATE papers SET title = title, names = 'x'")
        assert amount_without(store.connection, "made") == 0
        store.connection.execute("UPDATE papers SET title = 'Streets' WHERE title = 'Roads'")
        assert amount_without(store.connection, "made") == 1
        assert amount_without(store.connection, "another model") == 2
    encoder.encoded.clear()
    assert reindex_meaning(path) == 1
    assert encoder.encoded == ["Streets\nA car."]


@pytest.mark.usefixtures("encoder")
def test_what_is_done_stays_when_it_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Workbench(tmp_path)
    path = bench.index(bench.page("one.txt", *((f"Road number {number}", f"Car {number}.") for number in range(5))))
    monkeypatch.setattr(embedding, "_AT_ONCE", 2)

    def stopped(done: float, *_: object) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reindex_meaning(path, stopped)
    bench.check(path)
    assert len(_vectors(path)) == 4
    assert reindex_meaning(path) == 1


@pytest.mark.usefixtures("encoder")
def test_without_the_extra_pages_are_added_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, one, two = tmp_path / "index.db", tmp_path / "one.bib", tmp_path / "two.bib"
    one.write_text("@misc{a, title={Roads of old}, abstract={A car on a road that nobody made.}}", encoding="utf-8")
    two.write_text("@misc{b, title={Rivers of old}, abstract={A stream that nobody dug.}}", encoding="utf-8")
    add(path, [str(one)])
    reindex_meaning(path)

    def missing() -> MadeEncoder:
        raise ExtraMissing("semantic search", "needs an extra", "semantic")

    monkeypatch.setattr(embedding, "installed_encoder", missing)
    assert add(path, [str(two)]).papers == 2
    assert set(_vectors(path)) == {"Roads of old"}
    with pytest.raises(ExtraMissing, match=r"corpus-index\[semantic\]"):
        reindex_meaning(path)


def test_a_vector_is_stored_as_half_floats() -> None:
    assert struct.unpack("<3e", packed([0.5, -0.25, 1.0])) == (0.5, -0.25, 1.0)


def test_an_empty_index_has_no_vectors(tmp_path: Path) -> None:
    with open_store(Workbench(tmp_path).index()) as store:
        assert not has_vectors(store.connection)
