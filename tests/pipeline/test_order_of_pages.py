"""The same pages in any order give the same index."""

import itertools
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus_index import pages
from corpus_index.domain.record import ReadPage
from corpus_index.seed_pages import seed_pages

Dump = Callable[[Path], dict[str, Any]]
Put = Callable[..., None]
MakePage = Callable[..., ReadPage]


@pytest.fixture(scope="module")
def seeds() -> list[ReadPage]:
    return [pages.split(pages.load(path.name, path.read_bytes())) for path in seed_pages()]


def test_the_seed_pages_are_43_papers_in_any_order(
    tmp_path: Path, seeds: list[ReadPage], put: Put, dump: Dump, sound: Callable[[Path], None]
) -> None:
    orders = list(itertools.permutations(seeds))
    expected = None
    for at in range(0, len(orders), 4):
        path = tmp_path / f"{at}.db"
        put(path, *orders[at])
        content = dump(path)
        expected = expected or content
        assert content == expected
        sound(path)
    assert expected
    assert len(expected["papers"]) == 43
    assert sum(len(paper["records"]) for paper in expected["papers"]) == 47


def test_each_record_on_a_page_of_its_own(
    tmp_path: Path, seeds: list[ReadPage], put: Put, dump: Dump, make_page: MakePage, sound: Callable[[Path], None]
) -> None:
    singles = [
        make_page(f"{page.page.name}-{record.ordinal}", (record.title and record.title.text, record.abstract.text))
        for page in seeds
        for record in page.records
    ]
    contents = []
    for seed in range(3):
        shuffled = random.Random(seed).sample(singles, len(singles))
        put(tmp_path / f"{seed}.db", *shuffled)
        sound(tmp_path / f"{seed}.db")
        contents.append(dump(tmp_path / f"{seed}.db"))
    assert contents[0] == contents[1] == contents[2]


def test_papers_that_a_later_page_connects(
    tmp_path: Path, put: Put, dump: Dump, make_page: MakePage, marked: None
) -> None:
    chain = [
        make_page(f"p{at}", (f"Title number {at}", f"About #link{at} and #link{at + 1} and nothing else."))
        for at in range(5)
    ]
    contents = []
    for order in itertools.permutations(chain):
        path = tmp_path / "index.db"
        put(path, *order)
        contents.append(dump(path))
        path.unlink()
    assert all(content == contents[0] for content in contents)
    assert len(contents[0]["papers"]) == 1


def test_keys_that_compete(tmp_path: Path, put: Put, dump: Dump, make_page: MakePage, marked: None) -> None:
    rivals = [make_page(f"p{at}", ("Zebrafish: a method", f"We present #m{at} Zebrafish.")) for at in range(4)]
    contents = []
    for order in itertools.permutations(rivals):
        path = tmp_path / "index.db"
        put(path, *order)
        contents.append(dump(path))
        path.unlink()
    assert all(content == contents[0] for content in contents)
    assert len({paper["key"] for paper in contents[0]["papers"]}) == 4


def test_two_pages_of_one_name(tmp_path: Path, put: Put, dump: Dump, make_page: MakePage, marked: None) -> None:
    first = make_page("page.txt", ("One thing", "The text of #one thing."))
    second = make_page("page.txt", ("Another thing", "The text of #another thing."))
    put(tmp_path / "a.db", first, second)
    put(tmp_path / "b.db", second, first)
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db")
    ids = {record["id"] for paper in dump(tmp_path / "a.db")["papers"] for record in paper["records"]}
    assert ids == {f"page.txt@{page.page.digest[:8]}#0" for page in (first, second)}
