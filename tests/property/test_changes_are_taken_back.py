"""What is changed, in any row, is taken back step by step; a copy holds what the index held; no step leaves a fault."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st
from workbench import Workbench

from corpus_index import extract
from corpus_index.domain.facts import Facts
from corpus_index.domain.record import RawRecord
from corpus_index.errors import PapersError
from corpus_index.pages import Source
from corpus_index.pipeline import build, freeze_keys, merge, note, rebuild, remove, set_field, split, tag, undo, verify
from corpus_index.store import open_store, read
from corpus_index.store.backup import backup

_ANTS = "Ants in Large Forests and How They Walk"
_TEXT = "We present AntNet, a model of ants in forests, with 61.5% accuracy on GSM8K and 7B parameters, and no more."
_PAGES = {
    "a.ris": f"TY  - JOUR\nTI  - {_ANTS}\nAU  - Lee, Ann\nPY  - 2020\nAB  - {_TEXT}\nER  - \n",
    "b.ris": f"TY  - JOUR\nTI  - {_ANTS}\nAU  - Lee, Ann\nER  - \n",
    "c.ris": "TY  - JOUR\nTI  - Bees at Home, a Study of Small Rooms\nAU  - Lee, Ann\nAB  - Unlike AntNet.\nER  - \n",
}
"""Two records of one paper, and another paper that names its model."""
_facts_of = cache(extract.facts_of)


def _fewer_facts(record: RawRecord) -> Facts:
    return replace(_facts_of(record), results=(), specs=())


def _rebuild(index: Path, _keys: list[str], at: int) -> object:
    """As a version does it that finds fewer facts, or as this one does."""
    with patch.object(extract, "facts_of", _fewer_facts if at % 2 else _facts_of):
        return rebuild(index)


_CHANGES: dict[str, Callable[[Path, list[str], int], object]] = {
    "add": lambda index, _, at: _add(index, at),
    "remove": lambda index, keys, at: remove(index, [keys[at % len(keys)]]),
    "merge": lambda index, keys, _: merge(index, keys[:2]),
    "split": lambda index, _, at: _split(index, at),
    "tag": lambda index, keys, at: tag(index, keys[at % len(keys)], ["seen"], []),
    "note": lambda index, keys, at: note(index, keys[at % len(keys)], "Read." if at % 2 else None),
    "set": lambda index, keys, at: set_field(index, keys[at % len(keys)], "year", str(2000 + at)),
    "key": lambda index, keys, at: set_field(index, keys[at % len(keys)], "key", f"mine{at}"),
    "rebuild": _rebuild,
}


def _add(index: Path, at: int) -> object:
    name = list(_PAGES)[at % len(_PAGES)]
    return build(index, [Source(name, _PAGES[name].encode())])


def _split(index: Path, at: int) -> object:
    """Split the first or second source off the paper that has the most."""
    with open_store(index) as store:
        paper = max(read.papers(store), key=lambda paper: len(paper.records))
    return split(index, paper.key, [str(at % 2 + 1)])


def _stored(index: Path) -> dict[str, Any]:
    with open_store(index) as store:
        runs = [tuple(row) for row in store.connection.execute("SELECT * FROM changes ORDER BY id")]
    return {**Workbench(index.parent).dump(index), "runs": runs}


def _as_before(now: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """Leave out the former keys that were given out since: these stay."""
    there = {key for paper in before["papers"] for key in (paper["key"], *paper["aliases"])}
    papers = [{**paper, "aliases": [key for key in paper["aliases"] if key in there]} for paper in now["papers"]]
    return {**now, "papers": papers}


def _keys(index: Path) -> list[str]:
    with open_store(index) as store:
        return list(read.keys(store))


@settings(max_examples=2, deadline=None)
@example([("rebuild", 1), ("merge", 0), ("remove", 0), ("rebuild", 0)])
@example([("note", 1), ("split", 0), ("key", 1), ("tag", 1), ("rebuild", 1), ("set", 0), ("add", 0)])
@given(st.lists(st.tuples(st.sampled_from(list(_CHANGES)), st.integers(0, 3)), min_size=2, max_size=5))
def test_changes_are_taken_back(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        index = Path(folder) / "index.db"
        for at in range(len(_PAGES)):
            _add(index, at)
        states = []
        for name, at in steps:
            # Keys that are given out stay so, which taking back what gave them out does not change.
            freeze_keys(index, _keys(index))
            before = _stored(index)
            keys = _keys(index) or ["none"]
            try:
                _CHANGES[name](index, keys, at)
            except PapersError:
                continue
            if _stored(index)["runs"] != before["runs"]:
                states.append(before)
        assert verify(index).faults == ()
        backup(index, Path(folder) / "copy.db")
        assert _stored(Path(folder) / "copy.db") == _stored(index)
        for before in reversed(states):
            undo(index)
            assert _as_before(_stored(index), before) == before
        assert verify(index).faults == ()
