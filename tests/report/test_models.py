"""Models: who introduces, uses and compares them."""

from collections.abc import Iterator

import pytest
from made_index import MadeIndex, made_index

from corpus_index.errors import NoSuchName
from corpus_index.report import models, profiles


@pytest.fixture
def index() -> Iterator[MadeIndex]:
    """Three papers that name made-up models."""
    with made_index() as made:
        one, two, three = (made.paper(key, key.title()) for key in ("one", "two", "three"))
        made.fact(one, "models", name="Bee-7B", role="introduced")
        made.fact(two, "models", name="Bee 7B", role="base")
        made.fact(two, "models", name="Bee-7B", role="compared")
        made.fact(three, "models", name="bee-7b", role="compared", trust="summary")
        made.fact(three, "models", name="Bee-70B", role="base")
        yield made


def test_uses_of_a_model(index: MadeIndex) -> None:
    (use,) = models(index.store, "BEE7B")
    assert use.name == "Bee-7B"
    assert [mention.key for mention in use.introduced] == ["one"]
    assert [mention.key for mention in use.base] == ["two"]
    assert [mention.key for mention in use.compared] == ["three"]


def test_a_profile_has_results_and_family(index: MadeIndex) -> None:
    two, three = (index.record_of(key) for key in ("two", "three"))
    index.fact(two, "models", name="Wasp", role="introduced")
    index.score(three, "Loaf", 70.0, subject="bee 7b")
    (profile,) = profiles(index.store, models(index.store, "Bee-7B"))
    assert [result.value for result in profile.results] == [70.0]
    assert [(kin.name, kin.key) for kin in profile.derived] == [("Wasp", "two")]
    assert profile.bases == ()
    assert profile.variants == ("Bee-70B",)
    (wasp,) = profiles(index.store, models(index.store, "Wasp"))
    assert [(kin.name, kin.key) for kin in wasp.bases] == [("Bee 7B", "two")]


def test_a_part_of_a_name_finds_all_that_hold_it(index: MadeIndex) -> None:
    assert [use.name for use in models(index.store, "bee")] == ["Bee-7B", "Bee-70B"]


def test_all_models_of_chosen_papers(index: MadeIndex) -> None:
    assert [use.name for use in models(index.store)] == ["Bee-7B", "Bee-70B"]
    assert [use.name for use in models(index.store, keys=["three"])] == ["Bee-70B", "bee-7b"]


@pytest.mark.parametrize(("name", "hint"), [("Bea-70B", "Bee-70B"), ("", "without a name")])
def test_unknown_model(index: MadeIndex, name: str, hint: str) -> None:
    with pytest.raises(NoSuchName) as caught:
        models(index.store, name)
    assert hint in caught.value.hint
