"""Files that are added in parts: whole parts at every moment, and in the end what adding at once gives."""

import gzip
import importlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from workbench import Workbench

from corpus_index import pages
from corpus_index.domain.report import Outcome
from corpus_index.pages import source
from corpus_index.pipeline import add, parse
from corpus_index.pipeline.resolving import settle
from corpus_index.store import open_store, write

PARTS = importlib.import_module("corpus_index.pages.parts")
"""The module: in its package a function has its name."""
LINES = 10
COUNT = 34


def paper(number: int) -> dict[str, Any]:
    """Each names what the one before introduces; every sixth is a later version of an earlier one, as `same` says."""
    same = number - 13 if number % 6 == 5 and number > 13 else number
    surname = f"Doe{'abc'[same % 3]}"
    return {
        "id": f"2401.{10000 + same}",
        "submitter": "somebody",
        "authors": f"Jane {surname} and Ann Other",
        "title": f"Sorting of pebbles by rule {same}",
        "abstract": f"We present Quill{same}-7B, a language model that sorts pebbles of lake {same} by size. "
        f"It is trained on top of Quill{same - 1}-7B and Heron-2-Chat, and beats Quill{same - 3}-7B "
        f"by {same + 3}.5% on MMLU-Pro, as {same} tables show in detail.",
        "categories": "cs.CL",
        "versions": [{"version": "v1", "created": "Mon, 1 Jan 2024 00:00:00 GMT"}],
        "update_date": "2024-01-02",
    }


def lines_of(count: int = COUNT) -> list[str]:
    """The lines of a file."""
    return [json.dumps(paper(number)) for number in range(count)]


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is too large to be read at once."""
    monkeypatch.setattr(source, "MOST_BYTES", 1000)
    monkeypatch.setattr(PARTS, "LINES", LINES)
    path = tmp_path / "papers.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines_of()).encode()))
    return path


def said(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """What an index says, but for where in which page: within one part, what a list repeats is left out."""
    statements = {
        "papers": "SELECT key, title, abstract, names, summary, year FROM papers",
        "facts": "SELECT key, field, facts.name, trust, evidence FROM facts JOIN sources USING (record_id) "
        "WHERE repeats IS NULL",
        "names": "SELECT key, role, name, family, long FROM names JOIN papers ON papers.id = paper_id",
        "links": "SELECT a.key, b.key, via, links.kind, role FROM links "
        "JOIN papers AS a ON a.id = source_id JOIN papers AS b ON b.id = target_id",
    }
    with open_store(path) as store:
        return {name: {tuple(row) for row in store.connection.execute(each)} for name, each in statements.items()}


def pages_in(path: Path) -> list[tuple[str, int]]:
    """The pages of an index, and how many records each has."""
    with open_store(path) as store:
        rows = store.connection.execute(
            "SELECT name, (SELECT count(*) FROM records WHERE page_id = pages.id) FROM pages ORDER BY id"
        )
        return [(str(name).partition(", ")[2], count) for name, count in rows]


def stop_at(step: int) -> Any:
    """A progress that is interrupted when it shows its n-th step."""
    shown: list[str] = []

    def progress(_done: int, _total: int, name: str) -> None:
        shown.append(name)
        if len(shown) == step:
            raise KeyboardInterrupt

    return progress


def test_parts_say_what_the_whole_says(
    large: Path, tmp_path: Path, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = add(tmp_path / "parts.db", [str(large)])
    (of_file,) = report.sources
    assert (of_file.outcome, of_file.records) == (Outcome.ADDED, COUNT)
    assert [count for _, count in pages_in(tmp_path / "parts.db")] == [10, 10, 10, 4]
    monkeypatch.setattr(PARTS, "LINES", 10 * COUNT)
    whole = add(tmp_path / "whole.db", [str(large)])
    assert report.papers == whole.papers < COUNT
    assert of_file.new_papers + of_file.merged_papers >= report.papers
    in_parts, at_once = said(tmp_path / "parts.db"), said(tmp_path / "whole.db")
    assert in_parts == at_once
    assert in_parts["links"]
    bench.check(tmp_path / "parts.db")


def test_making_all_anew_changes_nothing(large: Path, tmp_path: Path, bench: Workbench) -> None:
    index = tmp_path / "index.db"
    add(index, [str(large)])
    before = bench.dump(index), said(index)
    with open_store(index, write=True) as store, write.transaction(store) as db:
        settle(db, changed=[row[0] for row in db.execute("SELECT id FROM papers")])
    assert (bench.dump(index), said(index)) == before
    bench.check(index)


@pytest.mark.parametrize("step", [1, 2, 3, 5])
def test_interrupted_and_taken_up_again(large: Path, tmp_path: Path, bench: Workbench, step: int) -> None:
    index = tmp_path / "index.db"
    with pytest.raises(KeyboardInterrupt):
        add(index, [str(large)], progress=stop_at(step))
    stored = max(0, step - 2)
    if index.exists():
        assert [count for _, count in pages_in(index)] == [LINES] * stored
        bench.check(index)
    (report,) = add(index, [str(large)]).sources
    assert (report.outcome, report.records) == (Outcome.ADDED, COUNT - LINES * stored)
    add(tmp_path / "other.db", [str(large)])
    assert bench.dump(index) == bench.dump(tmp_path / "other.db")


def test_interrupted_while_a_part_is_stored(
    large: Path, tmp_path: Path, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus_index.pipeline import storing

    index, calls = tmp_path / "index.db", iter(range(9))

    def interrupted(*args: Any, **more: Any) -> None:
        settle(*args, **more)
        if next(calls) == 1:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(storing, "settle", interrupted)
        with pytest.raises(KeyboardInterrupt):
            add(index, [str(large)])
    assert [count for _, count in pages_in(index)] == [LINES]
    bench.check(index)
    add(index, [str(large)])
    add(tmp_path / "other.db", [str(large)])
    assert bench.dump(index) == bench.dump(tmp_path / "other.db")


def test_added_again_nothing_changes(large: Path, tmp_path: Path) -> None:
    index = tmp_path / "index.db"
    add(index, [str(large)])
    before = index.read_bytes()
    (report,) = add(index, [str(large)]).sources
    assert report.outcome is Outcome.UNCHANGED
    assert index.read_bytes() == before


@pytest.mark.parametrize("line", ["{broken", "[" * 5000, "", '{"id": 1}', "\x00", "null"])
def test_a_broken_line_is_skipped_with_its_number(large: Path, tmp_path: Path, line: str) -> None:
    lines = lines_of()
    large.write_bytes(gzip.compress("\n".join([*lines[:15], line, *lines[15:]]).encode()))
    (report,) = add(tmp_path / "index.db", [str(large)]).sources
    assert (report.outcome, report.records) == (Outcome.ADDED, COUNT)
    assert [count for _, count in pages_in(tmp_path / "index.db")] == [10, 9, 10, 5]
    assert [reason.partition(" is no ")[0] for _, _, reason in report.skipped] == (["line 16"] if line else [])


def test_many_broken_lines_are_counted(large: Path, tmp_path: Path) -> None:
    large.write_bytes(gzip.compress("\n".join([*lines_of(), *["{broken"] * 8]).encode()))
    (report,) = add(tmp_path / "index.db", [str(large)]).sources
    *named, last = [reason for _, _, reason in report.skipped]
    assert named == [f"line {COUNT + number} is no whole JSON object: “{{broken”" for number in range(1, 6)]
    assert last == "and 3 more lines without a paper"


def test_a_file_that_was_read_whole_is_not_read_in_parts(
    large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1_000_000)
    assert add(tmp_path / "index.db", [str(large)]).sources[0].outcome is Outcome.ADDED
    monkeypatch.setattr(source, "MOST_BYTES", 1000)
    assert add(tmp_path / "index.db", [str(large)]).sources[0].outcome is Outcome.UNCHANGED


@pytest.mark.parametrize("data", [b"", b"\n" * 2000, b"no JSON at all\n" * 200])
def test_a_file_without_papers_is_refused(large: Path, tmp_path: Path, data: bytes) -> None:
    large.write_bytes(gzip.compress(data))
    (report,) = add(tmp_path / "index.db", [str(large)]).sources
    assert report.outcome is Outcome.REFUSED
    assert report.problem
    assert not (tmp_path / "index.db").exists()


def test_the_parts_of_a_file_are_always_the_same(large: Path) -> None:
    (given,) = pages.sources([str(large)])
    assert isinstance(given, pages.Source)
    first, again = (list(pages.parts(given, pages.extent_of(given).digest)) for _ in range(2))
    assert first == again
    assert [(part.first, part.last) for part in first] == [(1, 10), (11, 20), (21, 30), (31, COUNT)]


def test_parsing_reads_all_parts(large: Path, tmp_path: Path) -> None:
    add(tmp_path / "index.db", [str(large)])
    parsed = list(parse([str(large)]))
    assert [each.problem for each in parsed] == [None] * 4
    assert [(each.source.partition(", ")[2], len(each.facts)) for each in parsed] == pages_in(tmp_path / "index.db")


def test_parsing_refuses_lines_that_are_no_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1000)
    path = tmp_path / "numbers.jsonl"
    path.write_text('{"number": 1}\n' * 100)
    (refused,) = parse([str(path)])
    assert refused.problem
    assert "no papers found" in refused.problem.what


def test_progress_counts_the_parts_of_a_file(large: Path, tmp_path: Path) -> None:
    shown: list[tuple[float, int]] = []
    add(tmp_path / "index.db", [str(large)], progress=lambda done, total, _: shown.append((done, total)))
    assert [round(done * COUNT) for done, _ in shown] == [0, 0, 10, 20, 30, COUNT]
    assert {total for _, total in shown} == {1}


def test_lines_of_papers_come_in_parts_also_from_an_archive(large: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "papers.zip", "w") as archive:
        archive.writestr("notes.txt", "a word")
        archive.writestr("papers.jsonl", gzip.decompress(large.read_bytes()))
    notes, papers = pages.sources([str(tmp_path / "papers.zip")])
    assert notes == pages.Source(str(tmp_path / "papers.zip/notes.txt"), b"a word")
    add(tmp_path / "index.db", [str(large)])
    (of_file,) = [
        each for each in add(tmp_path / "index.db", [str(tmp_path / "papers.zip")]).sources if not each.problem
    ]
    assert isinstance(papers, pages.Source)
    assert of_file.source == papers.name
    assert of_file.outcome is Outcome.UNCHANGED
