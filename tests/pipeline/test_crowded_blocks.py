"""Many records of one title or nearly one abstract are not compared all with all, and one paper is still found."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus_index import resolve
from corpus_index.domain.work import KnownRecord, Verdict
from corpus_index.pipeline import add, giving_keys, grouping, pairing, remove
from corpus_index.store import blocks, open_store, read

REPORT = "This report of the bakery lists how many loaves of rye rose in every oven of the town in the week number"
MOST = 5
MOST_PAPERS = 2


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """An entry for each comparison, where few records crowd a block."""
    counted: list[int] = []
    compare: Callable[[KnownRecord, KnownRecord], Verdict] = resolve.compare

    def counting(a: KnownRecord, b: KnownRecord) -> Verdict:
        counted.append(a.id)
        return compare(a, b)

    monkeypatch.setattr(resolve, "compare", counting)
    for module in (blocks, grouping):
        monkeypatch.setattr(module, "MOST_IN_BLOCK", MOST)
    monkeypatch.setattr(pairing, "MOST_PAPERS", MOST_PAPERS)
    return counted


def reports(path: Path, count: int, *, first: int = 0) -> str:
    """A file of reports, each of another oven and week."""
    lines = [
        {"title": f"Oven{at} crumb log", "authors": [f"Ann Roe{at}"], "abstract": f"{REPORT} {at}", "year": 2020}
        for at in range(first, first + count)
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(path)


def test_comparisons_do_not_grow_with_the_square(tmp_path: Path, compared: list[int]) -> None:
    add(tmp_path / "index.db", [reports(tmp_path / "many.jsonl", 4 * MOST)])
    assert len(compared) <= 4 * MOST


def test_whole_abstracts_join_records_in_a_crowd(tmp_path: Path, compared: list[int]) -> None:
    index = tmp_path / "index.db"
    many = reports(tmp_path / "many.jsonl", 4 * MOST)
    bare = tmp_path / "bare.txt"
    bare.write_text(f"Abstract: {REPORT} 3\n", encoding="utf-8")
    report = add(index, [many, str(bare)])
    assert (report.papers, report.sources[1].merged_papers) == (4 * MOST, 1)
    assert compared


def of_one_title(path: Path, authors: list[str]) -> str:
    """A file of records of one title, each with its author."""
    entry = "@misc{{{0}{1}, title = {{How Rye Bread Rises in a Cold Oven}}, author = {{{2}}}}}"
    entries = [entry.format(path.stem, at, author) for at, author in enumerate(authors)]
    path.write_text("\n".join(entries), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("papers", [1, 4 * MOST])
def test_records_of_one_title(tmp_path: Path, compared: list[int], papers: int) -> None:
    index = tmp_path / "index.db"
    authors = [f"Ann Roe{at % papers}" for at in range(4 * MOST)]
    assert add(index, [of_one_title(tmp_path / "many.bib", authors)]).papers == papers
    assert len(compared) <= MOST_PAPERS * len(authors)
    compared.clear()
    more = of_one_title(tmp_path / "more.bib", authors[:1])
    assert add(index, [more]).papers == papers
    assert len(compared) <= MOST_PAPERS + 1
    compared.clear()
    assert remove(index, [more]).left == papers
    assert len(compared) <= MOST_PAPERS * len(authors)


def front_matter(path: Path, count: int) -> str:
    """A file of papers that nothing tells apart."""
    path.write_text(count * '{"paperId": "1", "title": "Front Matter"}\n' + path.stem, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("most", [MOST, 1000])
def test_keys_of_one_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(giving_keys, "MOST_OF_STEM", most)
    index = tmp_path / "index.db"
    some, more = front_matter(tmp_path / "some.jsonl", 60), front_matter(tmp_path / "more.jsonl", 12)
    assert add(index, [some, more]).papers == 72
    with open_store(index) as store:
        found = set(read.keys(store))
    (stem,) = {key[: len("Front-Matter_abcd")] for key in found}
    assert found >= {stem, *(f"{stem}{number}" for number in range(2, 72 - 49 + 2))}
    assert remove(index, [some]).left == 12
    assert add(index, [some]).papers == 72
    with open_store(index) as store:
        assert set(read.keys(store)) == found
