"""Rebuilding gives what adding gives, and keeps what pages do not say."""

from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.domain.paper import Paper
from corpus_index.pages import Source
from corpus_index.pipeline import build, freeze_keys, merge, note, rebuild, remove, split, tag, undo
from corpus_index.seed_pages import seed_pages
from corpus_index.store import open_store, read


def test_a_rebuilt_index_is_what_it_was(bench: Workbench, tmp_path: Path) -> None:
    index = tmp_path / "seeds.db"
    build(index, [Source(page.name, page.read_bytes()) for page in seed_pages()])
    merge(index, ["PreMoe", "START"])
    split(index, "MiMo-V2-Flash", ["2"])
    tag(index, "LongSpec", ["to-cite"], [])
    note(index, "PreMoe", "Merged by hand.")
    before = bench.dump(index)
    seen: list[tuple[float, int]] = []
    report = rebuild(index, progress=lambda done, total, _: seen.append((done, total)))
    assert (report.pages, report.records, report.were, report.now) == (4, 47, 43, 43)
    assert seen == [(at, 4) for at in range(1, 5)]
    assert bench.dump(index) == before
    bench.check(index)
    assert undo(index).command == "note PreMoe"


@pytest.mark.usefixtures("marked")
def test_what_an_older_version_made_of_the_pages_is_made_anew(bench: Workbench) -> None:
    pages = [bench.page(f"p{at}", (f"Heron number {at}", "We present #one HeronNet.")) for at in range(2)]
    index = bench.index(*pages)
    freeze_keys(index, ["HeronNet"])
    fresh = bench.dump(index)
    with open_store(index, write=True) as store:
        store.connection.execute("UPDATE blocks SET block = record_id")
        store.connection.execute("DELETE FROM facts")
    rebuild(index)
    assert bench.dump(index) == fresh
    bench.check(index)


@pytest.mark.usefixtures("marked")
def test_stopped_in_between_it_leaves_a_whole_index(bench: Workbench) -> None:
    index = bench.index(*(bench.page(f"p{at}", (f"Heron number {at}", f"A #bird{at} in reed.")) for at in range(3)))
    before = bench.dump(index)

    def stop(done: float, _total: int, _name: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(index, progress=stop)
    bench.check(index)
    assert bench.dump(index) == before


@pytest.mark.usefixtures("marked")
def test_what_others_take_out_or_change_meanwhile_stays_so(bench: Workbench) -> None:
    one, two = (f"Heron number {at}" for at in range(2))
    index = bench.index(
        bench.page("p0", ("Egrets", "A #white bird in reed.")),
        bench.page("p1", ("Storks", "A #red bird on roofs.")),
        bench.page("p2", (one, "A #bird0 in reed."), (two, "A #bird1 in reed.")),
    )

    def meanwhile(done: float, _total: int, _name: str) -> None:
        if done == 1:
            remove(index, ["p1"])
            remove(index, [next(paper.key for paper in _papers(index) if paper.title == one)])

    report = rebuild(index, progress=meanwhile)
    assert (report.pages, report.records, report.now) == (2, 2, 2)
    assert {paper.title for paper in _papers(index)} == {"Egrets", two}
    bench.check(index)


def _papers(index: Path) -> list[Paper]:
    with open_store(index) as store:
        return list(read.papers(store))
