"""Decisions about what is one paper: they outlive pages, nothing is lost, and order does not matter."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.domain.paper import Paper
from corpus_index.domain.record import ReadPage
from corpus_index.errors import NoSuchName, PapersError
from corpus_index.pipeline import add, freeze_keys, merge, remove, split, undo
from corpus_index.store import open_store, read

pytestmark = pytest.mark.usefixtures("marked")


@pytest.fixture
def pages(bench: Workbench) -> list[ReadPage]:
    """Three records of one paper on a page each, and two of another."""
    herons = [bench.page(f"p{at}", (f"A Plain Heron {at}", f"The #heron, seen {at} times.")) for at in range(3)]
    return [*herons, *(bench.page(f"q{at}", (f"Some Ibis {at}", f"An #ibis, {at}.")) for at in range(2))]


def _all(path: Path) -> list[Paper]:
    with open_store(path) as store:
        return list(read.papers(store))


def _papers(path: Path) -> dict[str, list[str]]:
    with open_store(path) as store:
        return {paper.key: [record.id for record in paper.records] for paper in read.papers(store)}


def test_a_merged_paper_has_all_records_and_the_first_key_and_comes_apart_again(
    bench: Workbench, pages: Sequence[ReadPage]
) -> None:
    index = bench.index(*pages)
    before = bench.dump(index)
    ibis, heron = sorted(_papers(index), key=lambda key: "Heron" in key)
    report = merge(index, [ibis, heron])
    assert (set(report.were), report.now) == ({ibis, heron}, (ibis,))
    assert _papers(index) == {ibis: ["p0#0", "p1#0", "p2#0", "q0#0", "q1#0"]}
    with open_store(index) as store:
        assert read.paper(store, heron).key == ibis
    split(index, heron, ["p0#0", "p1#0", "p2#0"])
    assert bench.dump(index)["papers"] == before["papers"]
    bench.check(index)


def test_a_split_paper_stays_apart_when_more_records_come(bench: Workbench, pages: Sequence[ReadPage]) -> None:
    index = bench.index(*pages[1:3])
    (key,) = _papers(index)
    split(index, key, ["2"])
    bench.index(pages[0])
    groups = list(_papers(index).values())
    assert sorted(map(len, groups)) == [1, 2]
    assert not any({"p1#0", "p2#0"} <= set(group) for group in groups)
    remove(index, ["p0"])
    bench.index(pages[0])
    assert list(_papers(index).values()) == groups
    bench.check(index)


def test_the_order_of_pages_does_not_matter_to_decisions(bench: Workbench, pages: Sequence[ReadPage]) -> None:
    contents = []
    for seed in range(6):
        order = random.Random(seed).sample(pages, len(pages))  # noqa: S311
        index = bench.index(*order, name=f"{seed}.db")
        freeze_keys(index, _papers(index))
        heron, ibis = (next(key for key in _papers(index) if name in key) for name in ("Heron", "Ibis"))
        split(index, heron, ["p1#0"])
        merge(index, [ibis, next(key for key, records in _papers(index).items() if records == ["p1#0"])])
        for page in order:
            remove(index, [page.page.name])
            bench.index(page, name=f"{seed}.db")
        bench.check(index)
        contents.append(sorted(sorted(records) for records in _papers(index).values()))
    assert contents == [[["p0#0", "p2#0"], ["p1#0", "q0#0", "q1#0"]]] * 6


_ENTRY = (
    "@article{{{key}, title = {{{title}}}, author = {{{author}}}, year = {year}, journal = {{{venue}}},\n"
    " doi = {{10.1000/{key}}}}}\n"
)


def test_what_the_first_of_merged_papers_says_stays(tmp_path: Path) -> None:
    given = {
        "heron": {"title": "A Plain Heron", "author": "A. Kivi", "year": 2020, "venue": "Birds"},
        "ibis": {"title": "The Ibis, at Much Greater Length", "author": "Ben Rock", "year": 2010, "venue": "Wading"},
    }
    file, index = tmp_path / "refs.bib", tmp_path / "index.db"
    file.write_text("".join(_ENTRY.format(key=key, **each) for key, each in given.items()), encoding="utf-8")
    add(index, [str(file)])
    for first, second in (("heron", "ibis"), ("ibis", "heron")):
        merge(index, [first, second])
        (paper,) = _all(index)
        told = (paper.title, *paper.authors, paper.year, paper.venue, paper.ids["doi"], *paper.aliases)
        assert told == (*given[first].values(), f"10.1000/{first}", second)
        undo(index)
        assert len(_all(index)) == 2


@pytest.mark.parametrize("venue", ["CoRR", "arXiv preprint arXiv:2001.00001"])
def test_a_published_paper_has_its_own_title_whatever_it_was_called_before(tmp_path: Path, venue: str) -> None:
    published = {"title": "Plain Herons", "author": "A. Kivi", "year": 2021, "venue": "Birds"}
    before = {"title": "Herons, at Much Greater Length", "author": "A. Kivi", "year": 2020, "venue": venue}
    file, index = tmp_path / "refs.bib", tmp_path / "index.db"
    file.write_text(_ENTRY.format(key="pub", **published) + _ENTRY.format(key="pre", **before), encoding="utf-8")
    add(index, [str(file)])
    for order in (["pub", "pre"], ["pre", "pub"]):
        merge(index, order)
        (paper,) = _all(index)
        assert (paper.title, paper.year, paper.venue) == ("Plain Herons", 2021, "Birds")
        undo(index)


def test_what_cannot_be_decided_is_refused(bench: Workbench, pages: Sequence[ReadPage]) -> None:
    index = bench.index(*pages)
    first, second = _papers(index)
    before = index.read_bytes()
    for keys, error in (([first, first], PapersError), ([first, "nothing"], NoSuchName)):
        with pytest.raises(error):
            merge(index, keys)
    for sources in (["1", "2", "3"], ["4"], ["p9#0"], []):
        with pytest.raises(PapersError):
            split(index, first, sources)
    merge(index, [first, second], dry_run=True)
    split(index, first, ["1"], dry_run=True)
    assert index.read_bytes() == before
