"""Numbers stand side by side only where they measure the same."""

from collections.abc import Iterator

import pytest
from made_index import MadeIndex, made_index

from corpus_index.errors import NoSuchName
from corpus_index.report import comparison


@pytest.fixture
def index() -> Iterator[MadeIndex]:
    """Three papers with results of made-up models."""
    with made_index() as made:
        one, two, three = (made.paper(key, f"Title {key}") for key in ("one", "two", "three"))
        made.score(one, "Loaf", 70.5, subject="Bee-7B")
        made.score(two, "Loaf", 60.0, unit=None, subject="bee 7b", trust="quoted")
        made.score(two, "Loaf", 81.3, subject="Wasp")
        made.score(two, "Crumb", 12.0, subject="Wasp", metric="WER")
        made.score(one, "Loaf", 4.8, kind="change", subject="Bee-7B")
        made.score(three, "Crust", 3.0, subject=None)
        made.score(three, "Crumb", 5.0, subject=None, metric="WER")
        yield made


def test_rows_hold_one_scale_and_shared_ones_come_first(index: MadeIndex) -> None:
    rows = comparison(index.store, ["BEE7B", "Wasp"]).rows
    assert [(row.benchmark, row.kind.value, row.metric) for row in rows] == [
        ("Loaf", "score", "accuracy"),
        ("Crumb", "score", "wer"),
        ("Loaf", "change", "accuracy"),
    ]
    # A bare number is a percentage where every score of the benchmark is a share.
    assert [[(result.value, result.key) for result in cell] for cell in rows[0].cells] == [
        [(70.5, "one"), (60.0, "two")],
        [(81.3, "two")],
    ]
    assert rows[1].lower_is_better


def test_a_paper_stands_for_its_own_results_without_a_subject(index: MadeIndex) -> None:
    rows = comparison(index.store, ["three", "Wasp"]).rows
    assert [(row.benchmark, [len(cell) for cell in row.cells]) for row in rows] == [
        ("Crumb", [1, 1]),
        ("Crust", [1, 0]),
        ("Loaf", [0, 1]),
    ]


def test_keys_and_limit(index: MadeIndex) -> None:
    assert len(comparison(index.store, ["Bee-7B", "Wasp"], limit=1).rows) == 1
    (row, *_) = comparison(index.store, ["Bee-7B", "Wasp"], {"one"}).rows
    assert [len(cell) for cell in row.cells] == [1, 0]
    assert comparison(index.store, ["Bee-7B", "Wasp"], ()).rows == ()


def test_a_name_without_numbers_comes_with_those_named_after_it(index: MadeIndex) -> None:
    index.paper("Bee", "Title Bee")
    index.paper("Wa", "Title Wa")
    compared = comparison(index.store, ["Bee", "Wasp", "Wa"])
    assert (compared.names, compared.variants) == (("Bee", "Wasp", "Wa"), {"Bee": ("Bee-7B", "bee 7b")})


def test_an_unknown_name_offers_close_ones(index: MadeIndex) -> None:
    with pytest.raises(NoSuchName) as raised:
        comparison(index.store, ["Wosp-9", "Wosp-8"])
    assert "Wasp" in raised.value.close
