"""A key that was given out leads to its paper for ever."""

from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.domain.paper import Paper
from corpus_index.domain.record import ReadPage
from corpus_index.pipeline import freeze_keys, remove
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
