"""The key that a file of references gives a paper is its key, and stays so."""

from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.domain.record import ReadPage
from corpus_index.pages import load, split
from corpus_index.pipeline import add, freeze_keys, patterned_keys, remove
from corpus_index.resolve import key_pattern
from corpus_index.store import open_store, read

ANT = "Anteater: a method"
BEE = "Beehive: a method"


def bib(name: str, **entries: str) -> ReadPage:
    """A `.bib` file: titles by keys, in which `__` stands for a colon."""
    return split(load(name, _written(**entries)))


def _written(**entries: str) -> bytes:
    text = "".join(
        f"@article{{{key.replace('__', ':')}, title = {{{title}}}, author = {{Ann Lee}}, year = 2020}}\n"
        for key, title in entries.items()
    )
    return text.encode()


def keys(path: Path) -> dict[str, str]:
    """The titles of papers by their keys."""
    with open_store(path) as store:
        return {paper.key: paper.title for paper in read.papers(store)}


def leads(path: Path, key: str) -> str:
    """The key of the paper that this key leads to."""
    with open_store(path) as store:
        return read.paper(store, key).key


def test_import_keeps_the_keys(bench: Workbench) -> None:
    path = bench.index(bib("my.bib", DBLP__conf_ant_LeeB20=ANT, lee_bee_2020=BEE))
    assert keys(path) == {"DBLP:conf_ant_LeeB20": ANT, "lee_bee_2020": BEE}
    assert freeze_keys(path, ["DBLP:conf_ant_LeeB20", "lee_bee_2020"]) == 0
    bench.check(path)


def test_a_paper_that_was_there_takes_the_key_that_is_imported(bench: Workbench) -> None:
    path = bench.index(bib("old.txt", x=ANT))
    assert bench.index(bib("other.bib", second=ANT)) == path
    assert keys(path) == {"x": ANT}
    assert leads(path, "second") == "x"
    bench.check(path)


@pytest.mark.parametrize("turned", [False, True])
def test_a_key_that_was_only_wished_for_gives_way(bench: Workbench, turned: bool) -> None:
    listed = bench.page("list.txt", (BEE, "We present Beehive, a hive for bees."))
    imported = bib("my.bib", Beehive=ANT)
    path = bench.index(*([imported, listed] if turned else [listed, imported]))
    by_title = {title: key for key, title in keys(path).items()}
    assert by_title[ANT] == "Beehive"
    assert by_title[BEE].startswith("Beehive_")
    bench.check(path)


def test_a_key_that_was_given_out_stays_and_the_imported_one_leads_to_it(bench: Workbench) -> None:
    unkeyed = f"TY  - JOUR\nTI  - {BEE}\nAU  - Lee, Ann\nPY  - 2020\nER  - \n"
    path = bench.index(split(load("unkeyed.ris", unkeyed.encode())))
    assert freeze_keys(path, ["Lee2020Beehive"]) == 1
    bench.index(bib("my.bib", Lee2020Beehive=ANT, mine=BEE))
    found = keys(path)
    assert found.pop("Lee2020Beehive") == BEE
    assert leads(path, "mine") == "Lee2020Beehive"
    assert list(found.values()) == [ANT]
    bench.check(path)


def test_a_key_that_was_exported_stays_when_its_pages_come_back_in_another_order(bench: Workbench) -> None:
    first, second = bib("first.bib", zebra=ANT), bib("second.bib", ant=ANT)
    path = bench.index(first, second)
    assert freeze_keys(path, ["zebra"]) == 0
    remove(path, ["first.bib", "second.bib"])
    bench.index(second, first)
    assert keys(path) == {"zebra": ANT}
    assert leads(path, "ant") == "zebra"
    bench.check(path)


@pytest.mark.parametrize("title", ["Anteaters: a method", "On the Great Many Enemies of Termites"])
def test_a_file_that_was_corrected_keeps_its_keys_and_says_what_counts(bench: Workbench, title: str) -> None:
    path = bench.index(bib("my.bib", lee2020=ANT), bib("my.bib", lee2020=title))
    assert keys(path) == {"lee2020": title}
    bench.check(path)


_NOT_KEPT = {
    "that of a paper in another file": ({"lee2020": BEE}, ("lee2020", ANT)),
    "that of another paper, in other letters": ({"LEE2020": BEE}, ("lee2020", ANT)),
    "not in ASCII": ({"müller2020": BEE}, None),
    "with a sign of LaTeX": ({"a&b": BEE}, None),
    "a number": ({"2020": BEE}, None),
    "without end": ({"x" * 200: BEE}, None),
}


@pytest.mark.parametrize("name", _NOT_KEPT)
def test_a_key_that_cannot_be_kept_is_told(bench: Workbench, tmp_path: Path, name: str) -> None:
    entries, holder = _NOT_KEPT[name]
    path = bench.index(bib("one.bib", lee2020=ANT))
    (tmp_path / "two.bib").write_bytes(_written(**entries))
    (source,) = add(path, [str(tmp_path / "two.bib")]).sources
    (told,) = source.keys_not_kept
    assert (told.key, told.title) == (list(entries)[-1], BEE)
    assert (told.holder, told.holder_title) == (holder or (None, None))
    assert keys(path) == {"lee2020": ANT, told.instead: BEE}
    bench.check(path)


def test_keys_by_a_pattern(bench: Workbench) -> None:
    page = bench.page("list.txt", (ANT, "We present Anteater for ants."), (BEE, "We present Beehive for bees."))
    path = bench.index(page, bib("my.bib", mine=ANT))
    pattern = key_pattern("artefact.lower")
    assert patterned_keys(path, ["mine", "Beehive"], pattern) == ["mine", "beehive"]
    assert patterned_keys(path, ["beehive"], key_pattern("'mine'")) != ["mine"]
    assert patterned_keys(path, ["mine"], key_pattern("auth(0, 9)")) == ["mine"]
    bench.check(path)
