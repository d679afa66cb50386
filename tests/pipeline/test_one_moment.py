"""A call of the library reads the index as it is at one moment, and the next call sees what others have written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from workbench import Workbench

import corpus_index
from corpus_index.library import Library
from corpus_index.pipeline import merge


def several(index: Library) -> object:
    with index.moment():
        return index.keys(), index.get("HeronNet"), index.counts()


CALLS: dict[str, Callable[[Library], Any]] = {
    "papers": lambda index: list(index.papers()),
    "every_link": lambda index: list(index.every_link()),
    "keys": lambda index: index.keys("heronnet"),
    "search": lambda index: index.search("heronnet").hits,
    "benchmarks": lambda index: index.benchmarks("heronnet"),
    "index_page": lambda index: index.index_page(),
    "export": lambda index: index.export(form="jsonl", freeze=False),
    "several calls": several,
}
"""Calls that need several statements."""


@pytest.fixture
def index(bench: Workbench) -> Path:
    names = ("Heron", "Egret", "Stork")
    texts = [f"We present {name}Net, which beats HeronNet on GSM8K with {at}1.5%." for at, name in enumerate(names, 3)]
    return bench.index(*(bench.page(name, (None, text)) for name, text in zip(names, texts, strict=True)))


@pytest.mark.parametrize("name", CALLS)
def test_what_others_write_during_a_call_is_seen_by_the_next(index: Path, name: str) -> None:
    with corpus_index.open(index) as library:
        before = CALLS[name](library)
        statements: list[str] = []

        def meanwhile(statement: str) -> None:
            statements.append(statement)
            if len(statements) == 3:
                merge(index, ["EgretNet", "HeronNet"])

        library._store.connection.set_trace_callback(meanwhile)
        assert CALLS[name](library) == before
        library._store.connection.set_trace_callback(None)
        assert len(statements) > 3
        assert CALLS[name](library) != before


def test_an_iterator_that_is_left_behind_holds_nothing_up(index: Path) -> None:
    with corpus_index.open(index) as library:
        left = library.papers()
        next(left)
        merge(index, ["EgretNet", "HeronNet"])
        assert len(library.keys()) == 3
        del left
        assert len(library.keys()) == 2
        left = library.papers()
        next(left)
