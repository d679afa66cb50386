"""A file that is corrected and added again: what it holds no more is named, and what was said stays when it goes."""

from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.domain.paper import Paper
from corpus_index.domain.report import OnlyEarlier
from corpus_index.pipeline import add, freeze_keys, merge, note, rebuild, remove, repair, split, tag, undo, verify
from corpus_index.store import open_store, read

_BIRDS = {
    "heron": ("A Plain Heron in Reed", 2001),
    "ibis": ("The Ibis Feeds at Dusk", 2002),
    "owl": ("Owls Hunt Mice", 2003),
}
_SINGLE = {"stork": ("Storks on the Roofs of Old Towns", 2004)}


def _written(file: Path, entries: dict[str, tuple[str, int]]) -> str:
    texts = [
        f"@article{{{key}, title = {{{title}}}, author = {{Ada Kivi}}, year = {year}, journal = {{Birds}}}}\n"
        for key, (title, year) in entries.items()
    ]
    file.write_text("".join(texts), encoding="utf-8")
    return str(file)


def _papers(index: Path) -> dict[str, Paper]:
    with open_store(index) as store:
        return {paper.key: paper for paper in read.papers(store)}


@pytest.fixture
def index(tmp_path: Path) -> Path:
    add(tmp_path / "index.db", [_written(tmp_path / "refs.bib", _BIRDS)])
    return tmp_path / "index.db"


def _corrected(index: Path) -> OnlyEarlier | None:
    entries = {"heron": _BIRDS["heron"], "owl": ("Owls Hunt Mice", 2013)}
    (report,) = add(index, [_written(index.with_name("refs.bib"), entries)]).sources
    return report.only_earlier


def test_what_a_corrected_file_holds_no_more_is_named_with_the_revision_that_does(index: Path) -> None:
    earlier = _corrected(index)
    assert earlier is not None
    assert earlier.papers == ("ibis",)
    assert _papers(index)["owl"].year == 2013
    assert _papers(index)["owl"].versions == ()
    remove(index, earlier.digests)
    assert sorted(_papers(index)) == ["heron", "owl"]


def test_what_other_files_hold_is_not_named(index: Path) -> None:
    add(index, [_written(index.with_name("other.bib"), {"ibis": _BIRDS["ibis"], **_SINGLE})])
    assert _corrected(index) is None


def test_what_was_said_and_decided_passes_to_the_entries_that_stay(bench: Workbench, index: Path) -> None:
    add(index, [_written(index.with_name("other.bib"), _SINGLE)])
    tag(index, "heron", ["wading"], [])
    note(index, "heron", "In reed.")
    tag(index, "heron", [], ["wading"])
    merge(index, ["owl", "stork"])
    earlier = _corrected(index)
    assert earlier is not None
    before = bench.dump(index)
    remove(index, earlier.digests)
    papers = _papers(index)
    assert (papers["heron"].tags, papers["heron"].note) == ((), "In reed.")
    assert len(papers["owl"].records) == 2
    bench.check(index)
    undo(index)
    assert bench.dump(index) == before


def test_what_was_split_stays_split(index: Path) -> None:
    add(index, [_written(index.with_name("other.bib"), {"egret": _BIRDS["heron"]})])
    split(index, "heron", ["2"])
    earlier = _corrected(index)
    assert earlier is not None
    remove(index, earlier.digests)
    assert sorted(_papers(index)) == ["egret", "heron", "owl"]


def test_a_key_that_stands_twice_says_nothing_of_what_is_one_paper(bench: Workbench, tmp_path: Path) -> None:
    file, index = tmp_path / "refs.bib", tmp_path / "twice.db"
    titles = {"Herons in Reed", "How Grey Birds Find Fish in Muddy Water", "How Grey Birds Find Frogs"}
    entry = "@article{{heron, title = {{{}}}, author = {{Ada Kivi}}, year = 2001}}\n"
    for more in ("", "@misc{stork, title = {Storks on the Roofs of Old Towns}}"):
        file.write_text("".join(map(entry.format, sorted(titles))) + more, encoding="utf-8")
        add(index, [str(file)])
    assert {paper.title for paper in _papers(index).values()} == {*titles, "Storks on the Roofs of Old Towns"}
    bench.check(index)


@pytest.mark.parametrize("was_exported", [False, True])
def test_a_key_that_was_corrected_is_the_key_unless_the_former_one_was_exported(
    bench: Workbench, index: Path, was_exported: bool
) -> None:
    if was_exported:
        freeze_keys(index, ["owl"])
    add(index, [_written(index.with_name("refs.bib"), {"heron": _BIRDS["heron"], "owls": _BIRDS["owl"]})])
    for again in (rebuild, repair, verify):
        paper = _papers(index)["owl" if was_exported else "owls"]
        assert paper.aliases == (("owls",) if was_exported else ("owl",))
        again(index)
    freeze_keys(index, ["owls"])
    add(index, [_written(index.with_name("refs.bib"), {"heron": _BIRDS["heron"], "Strix": _BIRDS["owl"]})])
    assert sorted(_papers(index)) == ["heron", "ibis", "owl" if was_exported else "owls"]
    bench.check(index)
