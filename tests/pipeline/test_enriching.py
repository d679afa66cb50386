"""Metadata fills in what papers lack, and adds none."""

import json
from pathlib import Path
from typing import Any

import pytest
from workbench import Workbench

from corpus_index.errors import StoreMissing
from corpus_index.pages import Source
from corpus_index.pipeline import build, enrich
from corpus_index.store import open_store, read

ABSTRACT = (
    "We study loaves that rise twice and the ovens in which they do. Over forty bakers took part, and all of them "
    "found that a longer rest gives a finer crumb, whatever flour was used and however hot the stones of the oven were."
)
OTHER = (
    "Tides move harbours. We follow nine of them over a century and ask which walls stood, which fell, and what the "
    "people who lived behind them wrote down in the years between two floods that nobody had expected to see."
)


def snapshot(path: Path, *entries: dict[str, Any]) -> Path:
    """A file as arXiv publishes its metadata."""
    empty: dict[str, Any] = {
        "id": "",
        "submitter": None,
        "authors": "",
        "title": "",
        "categories": "",
        "abstract": "",
        "versions": [],
    }
    path.write_text("".join(json.dumps({**empty, **entry}) + "\n" for entry in entries), encoding="utf-8")
    return path


def entry(number: str, title: str, abstract: str) -> dict[str, Any]:
    """One paper of it."""
    return {"id": number, "title": title, "abstract": abstract, "authors": "Jane Doe, Ludwig van Beer"}


@pytest.fixture
def metadata(tmp_path: Path) -> Path:
    papers = [entry(f"2401.{number:05d}", f"Something Else, Part {number}", OTHER * 2) for number in range(3)]
    return snapshot(tmp_path / "list.jsonl", *papers, entry("2402.00007", "Loaves That Rise Twice", ABSTRACT))


def test_an_untitled_paper_gets_its_metadata(bench: Workbench, metadata: Path) -> None:
    path = bench.index(bench.page("bare.txt", (None, ABSTRACT)), bench.page("more.txt", ("Tides and Walls", OTHER)))
    report = enrich(path, [str(metadata)])
    assert [(each.by, each.title) for each in report.enriched] == [("abstract", "Loaves That Rise Twice")]
    assert report.looked_at == 4
    with open_store(path) as store:
        by_title = {paper.title: paper for paper in read.papers(store)}
    assert set(by_title) == {"Loaves That Rise Twice", "Tides and Walls"}
    loaf = by_title["Loaves That Rise Twice"]
    assert (loaf.year, loaf.ids, loaf.authors) == (2024, {"arxiv": "2402.00007"}, ("Jane Doe", "Ludwig van Beer"))
    assert not loaf.title_inferred
    assert loaf.abstract == ABSTRACT
    bench.check(path)


def test_again_changes_nothing(bench: Workbench, metadata: Path) -> None:
    path = bench.index(bench.page("bare.txt", (None, ABSTRACT)))
    enrich(path, [str(metadata)])
    before = bench.dump(path)
    again = enrich(path, [str(metadata)])
    assert bench.dump(path) == before
    assert (again.enriched, again.looked_at) == ((), 4)


def test_only_what_changed_is_told(bench: Workbench, metadata: Path, tmp_path: Path) -> None:
    path = bench.index(bench.page("bare.txt", (None, ABSTRACT)), bench.page("more.txt", ("Tides and Walls", OTHER)))
    enrich(path, [str(metadata)])
    known, new = entry("2402.00007", "Loaves That Rise Twice", ABSTRACT), entry("2403.00001", "Tides and Walls", OTHER)
    report = enrich(path, [str(snapshot(tmp_path / "more.jsonl", known, new))])
    assert [each.title for each in report.enriched] == ["Tides and Walls"]


def test_a_match_that_joins_two_papers_tells_of_one(bench: Workbench, tmp_path: Path) -> None:
    path = bench.index(
        bench.page("bare.txt", (None, ABSTRACT)), bench.page("named.txt", ("Loaves That Rise Twice", ""))
    )
    metadata = snapshot(tmp_path / "list.jsonl", entry("2402.00007", "Loaves That Rise Twice", ABSTRACT))
    assert [each.title for each in enrich(path, [str(metadata)]).enriched] == ["Loaves That Rise Twice"]
    bench.check(path)


def test_without_an_index_there_is_nothing_to_enrich(metadata: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        enrich(tmp_path / "none.db", [str(metadata)])
    assert not (tmp_path / "none.db").exists()


def test_a_dry_run_stores_nothing(bench: Workbench, metadata: Path) -> None:
    path = bench.index(bench.page("bare.txt", (None, ABSTRACT)))
    before = path.read_bytes()
    assert len(enrich(path, [str(metadata)], dry_run=True).enriched) == 1
    assert path.read_bytes() == before


def test_what_cannot_be_read_is_told(bench: Workbench, tmp_path: Path) -> None:
    path = bench.index(bench.page("bare.txt", (None, ABSTRACT)))
    report = enrich(path, [str(tmp_path / "missing")])
    assert len(report.problems) == 1
    assert not report.enriched


_TWICE = """@article{x, title={Loaves That Rise Twice in Every Oven}, author={Doe, Jane}, year=2020, journal={Ovens}}
@article{x, title={Tides and Walls Around Many Harbours}, author={Roe, Ann}, year=2021, journal={Sea}}
@article{y, title={Loaves That Rise Twice in Every Oven}, author={Doe, Jane}, year=2020, journal={Ovens}}
"""


def test_a_key_that_stands_twice_is_that_of_one_paper_and_named_of_the_other(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    known = "".join(f"{line.partition(', year')[0]}}}\n" for line in _TWICE.splitlines()[:2]).replace("{x", "{known")
    build(path, [Source("known.bib", known.replace("{known", "{other", 1).encode())])
    (tmp_path / "twice.bib").write_text(_TWICE, encoding="utf-8")
    report = enrich(path, [str(tmp_path / "twice.bib")])
    assert sorted(each.new_key for each in report.enriched) == ["known", "other"]
    assert [(each.key, each.instead, each.holder) for each in report.keys_not_kept] == [("x", "known", "other")]
    with open_store(path) as store:
        assert read.paper(store, "other").aliases == ("x", "y")
