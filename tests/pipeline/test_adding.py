"""Adding pages: whole or not at all, once, and never without a word about what was refused."""

import io
import json
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from workbench import Workbench

from corpus_index import extract
from corpus_index.domain.facts import Facts
from corpus_index.domain.record import RawRecord
from corpus_index.domain.report import Outcome
from corpus_index.errors import NotAStore, StoreUnwritable
from corpus_index.pipeline import add, parse
from corpus_index.seed_pages import seed_folder, seed_pages
from corpus_index.store import open_store, read

FIRST, SECOND, *_ = (str(path) for path in seed_pages())


def names(path: Path) -> list[tuple[str, int]]:
    with open_store(path) as store:
        return [(page.name, page.revision) for page in read.pages(store)]


def test_what_became_of_each_source(tmp_path: Path, bench: Workbench) -> None:
    (tmp_path / "empty.txt").touch()
    index = tmp_path / "deep" / "down" / "index.db"
    report = add(index, [FIRST, str(tmp_path / "empty.txt"), SECOND, FIRST, str(tmp_path / "missing.txt")])
    assert [source.outcome for source in report.sources] == [
        Outcome.ADDED,
        Outcome.REFUSED,
        Outcome.ADDED,
        Outcome.UNCHANGED,
        Outcome.REFUSED,
    ]
    first, empty, second, _, missing = report.sources
    assert (first.records, first.new_papers, first.merged_papers) == (2, 2, 0)
    assert (second.records, second.new_papers, second.merged_papers) == (10, 8, 2)
    assert first.skipped
    assert empty.problem
    assert missing.problem
    assert (report.papers, report.refused, report.dry_run) == (10, 2, False)
    bench.check(index)


def test_lines_are_told_only_of_text_that_was_not_laid_out_anew(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@misc{a, title={Bread}}\n\n\n@misc{b, author={Jane Doe}}\n", encoding="utf-8")
    text, entries = add(tmp_path / "index.db", [FIRST, str(tmp_path / "a.bib")]).sources
    assert all(first and last for first, last, _ in text.skipped)
    assert entries.skipped == ((None, None, "entry without a title or an abstract: “Jane Doe type: misc Key: b”"),)


def test_every_record_is_a_new_paper_or_merged_with_another_record(tmp_path: Path) -> None:
    weighed = "We weigh pebbles with a balance of {} on three beaches, and lay the heavy ones on the left of the light."
    reed = {"authors": ["Anna Kivi"], "title": "Balances of Reed for Pebbles", "abstract": weighed.format("reed")}
    again = {**reed, "abstract": weighed.format("bent reed")}
    bread = "We bake bread in an oven of clay, which holds its warmth for a whole day and a night."
    oven = {"authors": ["Ben Rock"], "title": "Ovens of Clay and Their Heat", "abstract": bread}
    counts = []
    for name, entries in (("one.jsonl", (reed, oven, again)), ("two.jsonl", (again, oven))):
        (tmp_path / name).write_text("\n".join(map(json.dumps, entries)), encoding="utf-8")
        (source,) = add(tmp_path / "index.db", [str(tmp_path / name)]).sources
        counts.append((source.records, source.new_papers, source.merged_papers))
    assert counts == [(3, 2, 1), (2, 0, 2)]


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    index = tmp_path / "index.db"
    add(index, [FIRST, SECOND])
    before = index.read_bytes()
    copy = tmp_path / "other name.txt"
    copy.write_bytes(Path(FIRST).read_bytes())
    report = add(index, [SECOND, FIRST, str(copy)])
    assert {source.outcome for source in report.sources} == {Outcome.UNCHANGED}
    assert index.read_bytes() == before


def test_other_content_under_the_same_name_is_a_new_revision(tmp_path: Path, bench: Workbench) -> None:
    index, page = tmp_path / "index.db", tmp_path / "page.txt"
    text = Path(SECOND).read_text(encoding="utf-8")
    page.write_text(text, encoding="utf-8")
    add(index, [str(page)])
    page.write_text(text.replace("Agentic reinforcement", "Agentic, reinforcement"), encoding="utf-8")
    (source,) = add(index, [str(page)]).sources
    assert (source.outcome, source.new_papers, source.merged_papers) == (Outcome.ADDED, 0, 10)
    assert names(index) == [(str(page), 1), (str(page), 2)]
    bench.check(index)


def test_nothing_is_made_where_every_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    report = add(tmp_path / "index.db", [str(tmp_path / "empty.txt")])
    assert (report.refused, report.papers) == (1, 0)
    assert not (tmp_path / "index.db").exists()


def test_no_record_is_lost(tmp_path: Path) -> None:
    pages = [str(path) for path in seed_pages()]
    parsed = list(parse(pages))
    report = add(tmp_path / "index.db", pages)
    with open_store(tmp_path / "index.db") as store:
        counts = read.counts(store)
        papers = list(read.papers(store))
        texts = dict(store.connection.execute("SELECT name, text FROM pages").fetchall())
    assert counts.records == sum(len(each.read.records) for each in parsed if each.read)
    assert counts.records == sum(source.records for source in report.sources)
    assert counts.papers == len(papers) == report.papers
    assert counts.records == sum(len(paper.records) for paper in papers)
    for paper in papers:
        pages_of = {record.id: record.page for record in paper.records}
        facts: list[Any] = [*paper.introduces, *paper.models, *paper.benchmarks, *paper.results, *paper.specs]
        for fact in facts:
            assert texts[pages_of[fact.record]][fact.start : fact.end] == fact.evidence
        for link in paper.links:
            assert texts[link.record.rpartition("#")[0]][link.start : link.end] == link.evidence


def test_standard_input(tmp_path: Path) -> None:
    report = add(tmp_path / "index.db", ["-"], stdin=io.BytesIO(Path(FIRST).read_bytes()))
    assert [(source.source, source.outcome) for source in report.sources] == [("-", Outcome.ADDED)]


def test_progress_counts_every_source(tmp_path: Path) -> None:
    seen: list[tuple[float, int, str]] = []
    add(tmp_path / "index.db", [FIRST, SECOND], progress=lambda done, total, name: seen.append((done, total, name)))
    assert seen == [(0, 2, FIRST), (1, 2, SECOND), (2, 2, "")]


@pytest.mark.parametrize("existing", [True, False])
def test_a_dry_run_changes_no_byte(tmp_path: Path, existing: bool) -> None:
    index = tmp_path / "index.db"
    if existing:
        add(index, [FIRST])
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    dry = add(index, [str(seed_folder())], dry_run=True)
    assert dry.dry_run
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()} == before
    real = add(index, [str(seed_folder())])
    assert (real.sources, real.papers) == (dry.sources, dry.papers)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError])
@pytest.mark.parametrize("place", ["facts", "key", "link"])
def test_an_interrupted_page_leaves_no_trace(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException], place: str
) -> None:
    index = bench.folder / "index.db"
    add(index, [FIRST])
    before = bench.dump(index)
    name = {
        "facts": "corpus_index.extract.facts_of",
        "key": "corpus_index.resolve.distinct_keys",
        "link": "corpus_index.resolve.family",
    }[place]
    with monkeypatch.context() as patch:
        patch.setattr(name, _raise(stop))
        with pytest.raises(stop):
            add(index, [SECOND])
    assert bench.dump(index) == before
    bench.check(index)
    assert add(index, [SECOND]).sources[0].outcome is Outcome.ADDED


def _raise(error: type[BaseException]) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_a_process_that_is_killed_leaves_the_pages_before(bench: Workbench) -> None:
    index = bench.folder / "index.db"
    add(index, [FIRST])
    before = bench.dump(index)
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(index), SECOND], check=False, timeout=60)
    assert killed.returncode == (-signal.SIGKILL if hasattr(signal, "SIGKILL") else 9)
    assert index.with_name("index.db-wal").exists()
    assert bench.dump(index) == before
    bench.check(index)


_KILLED = dedent("""
    import os, signal, sys
    from pathlib import Path
    from corpus_index import resolve
    from corpus_index.pipeline import add
    from corpus_index.store import connection

    original = connection.connect
    def small_cache(path, mode):
        # So small that pages of the database are written to the file before the transaction ends.
        opened = original(path, mode)
        opened.execute("PRAGMA cache_size = 5")
        return opened
    connection.connect = small_cache

    def kill(*_):
        if hasattr(signal, "SIGKILL"):
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(9)
    resolve.distinct_keys = kill
    add(Path(sys.argv[1]), [sys.argv[2]])
""")


def test_a_wrong_file_is_found_before_any_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_index.pages.sources", _raise(AssertionError))
    (tmp_path / "notes.txt").write_text("My notes, which are no index.")
    for dry_run in (False, True):
        with pytest.raises(NotAStore):
            add(tmp_path / "notes.txt", [FIRST], dry_run=dry_run)
    assert (tmp_path / "notes.txt").read_text() == "My notes, which are no index."


def test_a_locked_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_index.store.connection.BUSY_SECONDS", 0.01)
    monkeypatch.setattr("corpus_index.store.journal.PATIENCE", 0.01)
    index = tmp_path / "index.db"
    add(index, [FIRST])
    other = sqlite3.connect(index, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnwritable, match="in use by another process"):
            add(index, [SECOND])
    finally:
        other.close()


def test_a_page_that_another_process_added_meanwhile(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    index = bench.folder / "index.db"
    add(index, [FIRST])
    facts_of = extract.facts_of

    def slow(record: RawRecord) -> Facts:
        monkeypatch.setattr(extract, "facts_of", facts_of)
        add(index, [SECOND])
        return facts_of(record)

    monkeypatch.setattr(extract, "facts_of", slow)
    assert [source.outcome for source in add(index, [SECOND]).sources] == [Outcome.UNCHANGED]
    assert len(names(index)) == 2
    bench.check(index)


_COUNTED = {
    "two.bib": "@misc{a, title={Ants in Large Forests}, author={Kivi, Ann}}"
    "@misc{b, title={Bees and How They Build}, author={Kivi, Ann}}",
    "mixed.bib": "@misc{c, title={Ants in Large Forests}, author={Kivi, Ann}}"
    "@misc{d, title={Doves on the Roofs of Towns}, author={Kivi, Ann}}",
    "twice.bib": "@misc{e, title={Elks at Sea}, author={Kivi, Ann}}@misc{f, title={Elks at Sea}, author={Kivi, Ann}}",
    "same.bib": "@misc{a, title={Ants in Large Forests}, author={Kivi, Ann}}"
    "@misc{b, title={Bees and How They Build}, author={Kivi, Ann}}",
    "junk.bib": "\0\1\2",
}


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_counted_is_in_the_index(tmp_path: Path, *, turned: bool) -> None:
    for name, text in _COUNTED.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    names = [str(tmp_path / name) for name in _COUNTED]
    report = add(tmp_path / "index.db", names[::-1] if turned else names)
    outcomes = Counter(source.outcome.value for source in report.sources)
    assert outcomes == {"added": 3, "unchanged": 1, "refused": 1}
    with open_store(tmp_path / "index.db") as store:
        held = {
            table: store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  constants
            for table in ("pages", "records", "papers")
        }
    records, new, merged = (
        sum(getattr(source, count) for source in report.sources) for count in ("records", "new_papers", "merged_papers")
    )
    assert held == {"pages": 3, "records": records, "papers": new}
    assert (records, merged, report.papers) == (6, 2, 4)
    assert new + merged == records
