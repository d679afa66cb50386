"""What is taken out leaves an index as if it had never been there."""

from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.errors import NoSuchName, StoreMissing
from corpus_index.pipeline import remove

pytestmark = pytest.mark.usefixtures("marked")

_HERON = ("Heron: a method", "#heron We present Heron, tested with Ibis-7B.")
_IBIS = ("Ibis: a model", "#ibis We present Ibis-7B.")


@pytest.mark.parametrize("target", ["second.txt", "digest"])
def test_a_page_leaves_what_the_others_say(bench: Workbench, target: str) -> None:
    first = bench.page("first.txt", (None, "A text about #heron alone."), _IBIS)
    second = bench.page("second.txt", _HERON)
    path = bench.index(first, second)
    report = remove(path, [second.page.digest[:10] if target == "digest" else target])
    assert report.pages == ("second.txt",)
    assert (report.records, report.papers, report.left) == (1, (), 2)
    assert len(report.changed) == 1
    assert bench.dump(path) == bench.dump(bench.index(first, name="never.db"))
    bench.check(path)


def test_a_page_whose_record_held_a_paper_together(bench: Workbench) -> None:
    pages = [bench.page("a.txt", ("Alpaca one", "On #a.")), bench.page("b.txt", ("Buffalo two", "On #b."))]
    path = bench.index(*pages, bench.page("c.txt", (None, "Both #a and #b.")))
    assert len(bench.dump(path)["papers"]) == 1
    assert remove(path, ["c.txt"]).left == 2
    assert bench.dump(path) == bench.dump(bench.index(*pages, name="never.db"))
    bench.check(path)


def test_a_paper_is_marked_as_skipped_on_pages_that_stay(bench: Workbench) -> None:
    page = bench.page("both.txt", _HERON, _IBIS)
    path = bench.index(page, bench.page("heron.txt", (None, "More about #heron only.")))
    report = remove(path, ["Heron"])
    assert report.papers == ("Heron",)
    assert report.pages == ("heron.txt",)
    assert (report.records, report.left) == (2, 1)
    heron = page.records[0]
    content = bench.dump(path)
    assert content["skipped"] == [("both.txt", heron.start, heron.end, "removed with the paper Heron")]
    assert [paper["title"] for paper in content["papers"]] == ["Ibis: a model"]
    bench.check(path)


@pytest.mark.parametrize("called", ["second.txt", "Heron"])
def test_of_a_page_and_a_paper_of_one_name_a_key_means_the_paper(bench: Workbench, called: str) -> None:
    path = bench.index(bench.page("Heron", _IBIS), bench.page("second.txt", _HERON))
    before = bench.dump(path)
    tried = remove(path, [], ["Heron"], dry_run=True)
    assert bench.dump(path) == before
    assert remove(path, [], ["Heron"]) == tried
    assert tried.pages == ("second.txt",)
    with pytest.raises(NoSuchName):
        remove(path, [], [called])


def test_everything(bench: Workbench) -> None:
    path = bench.index(bench.page("a.txt", _HERON), bench.page("b.txt", _IBIS))
    report = remove(path, ["a.txt", "b.txt"])
    assert (report.left, report.records) == (0, 2)
    assert not any(bench.dump(path).values())
    bench.check(path)


def test_all_or_nothing(bench: Workbench) -> None:
    path = bench.index(bench.page("a.txt", _HERON), bench.page("b.txt", _IBIS))
    before = path.read_bytes()
    with pytest.raises(NoSuchName, match=r"c\.txt"):
        remove(path, ["a.txt", "c.txt"])
    assert path.read_bytes() == before


def test_where_there_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        remove(tmp_path / "none.db", ["a.txt"])
    assert list(tmp_path.iterdir()) == []
