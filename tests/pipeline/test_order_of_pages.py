"""The same pages in any order give the same index."""

import itertools
import random

import pytest
from workbench import Workbench

from corpus_index import pages
from corpus_index.domain.record import ReadPage
from corpus_index.seed_pages import seed_pages


@pytest.fixture(scope="module")
def seeds() -> list[ReadPage]:
    return [pages.split(pages.load(path.name, path.read_bytes())) for path in seed_pages()]


def test_the_seed_pages_are_43_papers_in_any_order(bench: Workbench, seeds: list[ReadPage]) -> None:
    orders = list(itertools.permutations(seeds))[::5]
    paths = [bench.index(*order, name=f"{at}.db") for at, order in enumerate(orders)]
    contents = [bench.dump(path) for path in paths]
    assert all(content == contents[0] for content in contents)
    assert len(contents[0]["papers"]) == 43
    assert sum(len(paper["records"]) for paper in contents[0]["papers"]) == 47
    bench.check(paths[-1])


def test_each_record_on_a_page_of_its_own(bench: Workbench, seeds: list[ReadPage]) -> None:
    singles = [
        bench.page(
            f"{page.page.name}-{record.ordinal}", (record.title.text if record.title else None, record.abstract.text)
        )
        for page in seeds
        for record in page.records
    ]
    shuffled = random.Random(5).sample(singles, len(singles))  # noqa: S311
    paths = [bench.index(*order, name=f"{at}.db") for at, order in enumerate((singles, shuffled, shuffled[::-1]))]
    contents = [bench.dump(path) for path in paths]
    assert contents[0] == contents[1] == contents[2]
    bench.check(paths[1])


@pytest.mark.usefixtures("marked")
def test_papers_that_a_later_page_connects(bench: Workbench) -> None:
    chain = [
        bench.page(f"p{at}", (f"Title number {at}", f"About #link{at} and #link{at + 1} and nothing else."))
        for at in range(4)
    ]
    contents = [
        bench.dump(bench.index(*order, name=f"{at}.db")) for at, order in enumerate(itertools.permutations(chain))
    ]
    assert all(content == contents[0] for content in contents)
    assert len(contents[0]["papers"]) == 1


@pytest.mark.usefixtures("marked")
def test_keys_that_compete(bench: Workbench) -> None:
    rivals = [bench.page(f"p{at}", ("Zebrafish: a method", f"We present #m{at} Zebrafish.")) for at in range(3)]
    rivals.append(bench.page("p3", ("zebrafish: in lower case", "We present #m3 zebrafish.")))
    contents = [
        bench.dump(bench.index(*order, name=f"{at}.db")) for at, order in enumerate(itertools.permutations(rivals))
    ]
    assert all(content == contents[0] for content in contents)
    assert len({paper["key"].casefold() for paper in contents[0]["papers"]}) == 4


@pytest.mark.usefixtures("marked")
def test_two_pages_of_one_name(bench: Workbench) -> None:
    first = bench.page("page.txt", ("One thing", "The text of #one thing."))
    second = bench.page("page.txt", ("Another thing", "The text of #another thing."))
    a = bench.dump(bench.index(first, second, name="a.db"))
    b = bench.dump(bench.index(second, first, name="b.db"))
    assert a == b
    ids = {record["id"] for paper in a["papers"] for record in paper["records"]}
    assert ids == {f"page.txt@{page.page.digest[:8]}#0" for page in (first, second)}
