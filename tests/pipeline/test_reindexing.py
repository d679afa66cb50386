"""The folder of Tantivy is in step with the index, or known not to be; nothing is ever lost with it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus_index.errors import ExtraMissing
from corpus_index.pipeline import add, enrich, reindex, remove
from corpus_index.search import search
from corpus_index.search.engines import engine_of
from corpus_index.store import open_store, word_index

_ONE = "Abstract: We present PebbleLM-3B, a small language model. PebbleLM-3B reaches 61.5% accuracy on GSM8K."
_TWO = "Abstract: Long prompts make decoding slow. We propose SkipDraft, a speculative decoding method without a draft."


@pytest.fixture
def path(tmp_path: Path) -> str:
    """An index of one page that Tantivy ranks."""
    (tmp_path / "one.txt").write_text(_ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(_TWO, encoding="utf-8")
    made = str(tmp_path / "papers.db")
    add(Path(made), [str(tmp_path / "one.txt")])
    assert reindex(made, "tantivy").engine == "tantivy"
    return made


def _found(path: str, query: str) -> tuple[str, int, tuple[str, ...]]:
    """The engine, how many hits, and the notes."""
    with open_store(path) as store:
        answer = search(store, query)
        return engine_of(store.connection).name, len(answer.hits), answer.notes


def test_adding_and_removing_keep_it_in_step(path: str, tmp_path: Path) -> None:
    assert _found(path, "decoding") == ("tantivy", 0, ())
    add(Path(path), [str(tmp_path / "two.txt")])
    assert _found(path, "decoding") == ("tantivy", 1, ())
    remove(Path(path), [str(tmp_path / "one.txt")])
    assert _found(path, "accuracy") == ("tantivy", 0, ())
    assert _found(path, "decoding") == ("tantivy", 1, ())


def test_enriching_keeps_it_in_step(path: str, tmp_path: Path) -> None:
    body = _ONE.removeprefix("Abstract: ")
    (tmp_path / "list.bib").write_text(f"@article{{a, title={{Quokkas}}, abstract={{{body}}}}}", encoding="utf-8")
    report = enrich(Path(path), [str(tmp_path / "list.bib")])
    assert len(report.enriched) == 1
    assert _found(path, "quokkas") == ("tantivy", 1, ())


def test_dry_runs_leave_it(path: str, tmp_path: Path) -> None:
    add(Path(path), [str(tmp_path / "two.txt")], dry_run=True)
    remove(Path(path), [str(tmp_path / "one.txt")], dry_run=True)
    assert _found(path, "accuracy") == ("tantivy", 1, ())


def _behind(folder: Path) -> None:
    with open_store(str(folder).removesuffix(".tantivy"), write=True) as store:
        store.connection.execute("UPDATE papers SET summary = 'changed by hand'")


def _cut_off(folder: Path) -> None:
    for file in folder.glob("*.idx"):
        file.write_bytes(file.read_bytes()[:20])


def _other(folder: Path) -> None:
    with open_store(str(folder).removesuffix(".tantivy"), write=True) as store:
        store.connection.execute("UPDATE engine SET stamp = 'of another copy', folder_stamp = 'of another copy'")


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (shutil.rmtree, "missing or torn"),
        (lambda folder: (folder / "meta.json").write_text("{"), "missing or torn"),
        (lambda folder: (folder / "meta.json").unlink(), "missing or torn"),
        (_cut_off, "missing or torn"),
        (_behind, "behind the index"),
        (_other, "behind the index"),
    ],
)
def test_a_folder_that_does_not_fit_is_not_searched(path: str, damage: Callable[[Path], object], why: str) -> None:
    damage(word_index.folder_of(path))
    engine, hits, (note,) = _found(path, "accuracy")
    assert (engine, hits) == ("fts5", 1)
    assert note.startswith("ranked by FTS5: ")
    assert why in note
    assert note.endswith("make it anew: papers reindex")
    assert reindex(path).engine == "tantivy"
    assert _found(path, "accuracy") == ("tantivy", 1, ())


def test_what_a_folder_missed_is_written_by_the_next_change(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(word_index, "_commit", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            add(Path(path), [str(tmp_path / "two.txt")])
    assert _found(path, "decoding")[:2] == ("fts5", 1)
    remove(Path(path), [str(tmp_path / "one.txt")])
    assert _found(path, "decoding") == ("tantivy", 1, ())


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("engine", ["tantivy", "fts5"])
def test_an_interrupted_reindex_leaves_what_was(path: str, engine: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        reindex(path, engine, _interrupt)
    assert _found(path, "accuracy") == ("tantivy", 1, ())
    assert reindex(path, "fts5").engine == "fts5"
    with pytest.raises(KeyboardInterrupt):
        reindex(path, engine, _interrupt)
    assert _found(path, "accuracy") == ("fts5", 1, ())
    assert not list(Path(path).parent.glob("*.tantivy*"))


def test_the_full_text_is_whole_after_it_was_made_anew(path: str) -> None:
    assert reindex(path, "fts5").engine == "fts5"
    with open_store(path, write=True) as store:
        store.connection.execute("INSERT INTO papers_fts(papers_fts, rank) VALUES ('integrity-check', 1)")
    assert _found(path, "accuracy") == ("fts5", 1, ())


def test_without_the_extra_fts5_ranks(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "corpus_index.search.tantivy_engine", raising=False)
    monkeypatch.setitem(sys.modules, "tantivy", None)
    word_index.open_folder.cache_clear()
    add(Path(path), [str(tmp_path / "two.txt")])
    engine, hits, (note,) = _found(path, "decoding")
    assert (engine, hits) == ("fts5", 1)
    assert note.endswith("install it: pip install 'corpus-index[scale]'")
    with pytest.raises(ExtraMissing, match=r"corpus-index\[scale\]"):
        reindex(path, "tantivy")
    assert reindex(path, "fts5").engine == "fts5"
    assert _found(path, "decoding") == ("fts5", 1, ())
