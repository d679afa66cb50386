"""A key that was given out leads to its paper for ever."""

from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.domain.paper import Paper
from corpus_index.domain.record import ReadPage
from corpus_index.pages import Source
from corpus_index.pipeline import add, build, freeze_keys, merge, rebuild, remove, set_field, split, undo
from corpus_index.store import open_store, read

pytestmark = pytest.mark.usefixtures("marked")


@pytest.fixture
def ant(bench: Workbench) -> ReadPage:
    return bench.page("ant.txt", ("Anteater: a method", "#ant We present Anteater."))


@pytest.fixture
def bee(bench: Workbench) -> ReadPage:
    return bench.page("bee.txt", ("Beehive: a method", "#bee We present Beehive."))


@pytest.fixture
def both(bench: Workbench) -> ReadPage:
    return bench.page("both.txt", (None, "Here #ant and #bee are the same thing."))


def keys(path: Path) -> set[str]:
    with open_store(path) as store:
        return set(read.keys(store))


def paper(path: Path, key: str) -> Paper:
    with open_store(path) as store:
        return read.paper(store, key)


def test_unfrozen_keys_of_papers_that_fuse_are_forgotten(
    bench: Workbench, ant: ReadPage, bee: ReadPage, both: ReadPage
) -> None:
    path = bench.index(ant, bee, both)
    (key,) = keys(path)
    assert paper(path, key).aliases == ()


@pytest.mark.parametrize("frozen", ["Anteater", "Beehive"])
def test_a_frozen_key_stays_when_papers_fuse(
    bench: Workbench, ant: ReadPage, bee: ReadPage, both: ReadPage, frozen: str
) -> None:
    path = bench.index(ant, bee)
    assert keys(path) == {"Anteater", "Beehive"}
    assert freeze_keys(path, [frozen]) == 1
    assert freeze_keys(path, [frozen, "unknown"]) == 0
    bench.index(both)
    assert keys(path) == {frozen}
    assert paper(path, frozen).aliases == ()
    bench.check(path)


def test_of_two_frozen_keys_one_becomes_an_alias(
    bench: Workbench, ant: ReadPage, bee: ReadPage, both: ReadPage
) -> None:
    path = bench.index(ant, bee)
    assert freeze_keys(path, ["Anteater", "Beehive"]) == 2
    bench.index(both)
    assert keys(path) == {"Anteater"}
    assert paper(path, "Beehive") == paper(path, "Anteater")
    assert paper(path, "Anteater").aliases == ("Beehive",)
    bench.check(path)


def test_an_alias_is_never_given_to_another_paper(
    bench: Workbench, ant: ReadPage, bee: ReadPage, both: ReadPage
) -> None:
    path = bench.index(ant, bee)
    freeze_keys(path, ["Anteater", "Beehive"])
    bench.index(both, bench.page("later.txt", ("Beehive: another one", "#later We present Beehive.")))
    assert paper(path, "Beehive").title == "Anteater: a method"
    assert len(keys(path)) == 2
    bench.check(path)


def test_a_frozen_key_does_not_follow_the_title(bench: Workbench) -> None:
    path = bench.index(bench.page("untitled.txt", (None, "A text without title about #thing.")))
    (key,) = keys(path)
    freeze_keys(path, [key])
    bench.index(bench.page("titled.txt", ("Crocodile: a method", "#thing We present Crocodile.")))
    assert keys(path) == {key}
    assert paper(path, key).title == "Crocodile: a method"


def test_a_newcomer_does_not_change_a_frozen_key(bench: Workbench, ant: ReadPage) -> None:
    path = bench.index(ant)
    freeze_keys(path, ["Anteater"])
    bench.index(bench.page("rival.txt", ("Anteater: again", "#rival We present Anteater.")))
    assert "Anteater" in keys(path)
    assert paper(path, "Anteater").title == "Anteater: a method"
    assert len(keys(path)) == 2


def test_a_paper_that_splits_leaves_its_key_with_one_part(
    bench: Workbench, ant: ReadPage, bee: ReadPage, both: ReadPage
) -> None:
    path = bench.index(ant, bee)
    freeze_keys(path, ["Anteater", "Beehive"])
    bench.index(both)
    remove(path, ["both.txt"])
    assert len(keys(path)) == 2
    assert paper(path, "Anteater").title == "Anteater: a method"
    bench.check(path)


@pytest.mark.parametrize(
    ("title", "has_it"), [("Anteater: a method", True), ("Anteater: another one", False)], ids=["same", "another"]
)
def test_a_key_waits_for_its_paper(bench: Workbench, ant: ReadPage, title: str, has_it: bool) -> None:
    path = bench.index(ant)
    freeze_keys(path, ["Anteater"])
    remove(path, ["ant.txt"])
    bench.index(bench.page("new.txt", (title, "#new We present Anteater.")))
    assert ("Anteater" in keys(path)) is has_it
    bench.index(ant)
    assert paper(path, "Anteater").title == "Anteater: a method"
    bench.check(path)


def test_freezing_nothing_needs_no_index(tmp_path: Path) -> None:
    assert freeze_keys(tmp_path / "missing.db", []) == 0


def test_taking_back_a_split_gives_the_paper_its_key_again(bench: Workbench, ant: ReadPage, both: ReadPage) -> None:
    path = bench.index(ant, both)
    freeze_keys(path, ["Anteater"])
    split(path, "Anteater", ["ant.txt#0"])
    part = paper(path, "Anteater").key, *(keys(path) - {"Anteater"})
    freeze_keys(path, part)
    undo(path)
    assert keys(path) == {"Anteater"}
    assert paper(path, "Anteater").aliases == part[1:]
    bench.check(path)


def test_the_key_of_a_merged_paper_outlives_its_records(
    bench: Workbench, ant: ReadPage, bee: ReadPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus_index.store.given_keys._MOST_NOTED", 1)
    path = bench.index(ant, bee)
    merge(path, ["Anteater", "Beehive"])
    remove(path, ["bee.txt"])
    rebuild(path)
    assert paper(path, "Beehive").key == "Anteater"
    bench.index(bee)
    assert paper(path, "Anteater").aliases == ("Beehive",)
    bench.check(path)


def test_each_of_many_keys_of_one_paper_leads_to_it(tmp_path: Path) -> None:
    """However many records a paper has, a key is noted for some of them, and for the one that prints it."""
    entries = (f"@misc{{key{at}, title={{Ants}}, abstract={{In every \\#forest.}}}}" for at in range(60))
    path = tmp_path / "index.db"
    build(path, [Source("many.bib", "\n".join(entries).encode())])
    assert len(keys(path)) == 1
    with open_store(path) as store:
        most = store.connection.execute(
            "SELECT max(times) FROM (SELECT count(*) AS times FROM given_keys GROUP BY key)"
        ).fetchone()[0]
    assert most < 30
    split(path, "key0", ["many.bib#55"])
    rebuild(path)
    assert paper(path, "key55").records[0].id == "many.bib#55"
    assert paper(path, "key59").key == paper(path, "key0").key


@pytest.mark.parametrize(("first", "second"), [("ant", "bee"), ("bee", "ant")])
def test_a_key_stays_with_the_title_that_it_was_exported_for_whichever_part_goes_away(
    tmp_path: Path, first: str, second: str
) -> None:
    entries = "@misc{ant, title={Ants of a hill}, author={Ann Lee}} @misc{bee, title={Hives of bees}, author={Bo Roe}}"
    (tmp_path / "refs.bib").write_text(entries, encoding="utf-8")
    path = tmp_path / "papers.db"
    add(path, [str(tmp_path / "refs.bib")])
    merge(path, [first, second])
    set_field(path, first, "key", "mine")
    freeze_keys(path, ["mine"])
    with open_store(path) as store:
        title = read.paper(store, "mine").title
    split(path, "mine", ["1"])
    with open_store(path) as store:
        assert read.paper(store, "mine").title == title
