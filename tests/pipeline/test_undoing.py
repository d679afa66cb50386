"""Each change can be taken back, one after the other, and then the index holds what it held."""

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from workbench import Workbench

from corpus_index.errors import NothingToUndo
from corpus_index.pipeline import add, enrich, freeze_keys, merge, note, remove, set_field, split, tag, undo
from corpus_index.store import open_store, read

_HERONS = (
    "Abstract: We present HeronNet, a model of birds that stand in reed and wait for fish of which they know nothing, "
    "with 61.5% accuracy on GSM8K and no further training at all.\n\nAbstract: Ibises walk in mud. We count their "
    "steps by a method that we call IbisSteps, which needs a dry pair of shoes, a pencil, and some patience.\n"
)
_LIST = """TY  - JOUR
TI  - HeronNet: A Model of Birds in Reed
AU  - Kivi, Ada
AU  - Stein, Olav
PY  - 2021
AB  - We present HeronNet, a model of birds that stand in reed and wait for fish of which they know nothing, with 61.5%
      accuracy on GSM8K and no further training at all.
ER  -
"""


@pytest.fixture
def index(tmp_path: Path) -> Path:
    (tmp_path / "birds.txt").write_text(_HERONS, encoding="utf-8")
    (tmp_path / "birds.ris").write_text(_LIST, encoding="utf-8")
    path = tmp_path / "index.db"
    add(path, [str(tmp_path / "birds.txt")])
    return path


_CHANGES: dict[str, Callable[[Path, Path], Any]] = {
    "enrich": lambda index, folder: enrich(index, [str(folder / "birds.ris")]),
    "add": lambda index, folder: add(index, [str(folder / "birds.ris")]),
    "tag": lambda index, _: tag(index, "IbisSteps", ["mud"], []),
    "note": lambda index, _: note(index, "IbisSteps", "Buy shoes."),
    "set": lambda index, _: set_field(index, "IbisSteps", "title", "Steps of Ibises"),
    "merge": lambda index, _: merge(index, ["IbisSteps", _other(index)]),
    "split": lambda index, folder: split(index, "IbisSteps", [f"{folder / 'birds.txt'}#0"]),
    "remove a paper": lambda index, _: remove(index, ["IbisSteps"]),
    "remove a page": lambda index, folder: remove(index, [str(folder / "birds.txt")]),
}
"""Changes that can follow each other in this order."""


def _other(index: Path) -> str:
    with open_store(index) as store:
        return next(key for key in read.keys(store) if key != "IbisSteps")


def _stored(bench: Workbench, index: Path) -> dict[str, Any]:
    with open_store(index) as store:
        rows = {
            table: sorted(tuple(row) for row in store.connection.execute(f"SELECT * FROM {table}"))  # noqa: S608
            for table in ("decisions", "own_values", "changes", "removed_pages")
        }
        rows["pages"] = sorted(tuple(row) for row in store.connection.execute("SELECT id, name, added FROM pages"))
    return {**bench.dump(index), **rows}


def test_every_change_is_taken_back_in_turn(bench: Workbench, index: Path, tmp_path: Path) -> None:
    freeze_keys(index, ["IbisSteps", _other(index)])
    states = []
    for name, change in _CHANGES.items():
        states.append((name, _stored(bench, index)))
        change(index, tmp_path)
        bench.check(index)
    for name, state in reversed(states):
        assert undo(index).command.startswith(name.split()[0])
        assert _stored(bench, index) == state
        bench.check(index)
    assert undo(index).left == 0
    with pytest.raises(NothingToUndo):
        undo(index)


def test_a_page_that_an_earlier_version_kept_is_extracted_anew(bench: Workbench, index: Path, tmp_path: Path) -> None:
    before = _stored(bench, index)
    remove(index, [str(tmp_path / "birds.txt")])
    with open_store(index, write=True) as store:
        content = json.loads(
            zlib.decompress(store.connection.execute("SELECT content FROM removed_pages").fetchone()[0])
        )
        del content["facts"]
        store.connection.execute("UPDATE removed_pages SET content = ?", [zlib.compress(json.dumps(content).encode())])
    undo(index)
    assert _stored(bench, index) == before


@pytest.mark.parametrize("name", _CHANGES)
def test_a_dry_run_of_undoing_changes_no_byte(index: Path, tmp_path: Path, name: str) -> None:
    if name == "split":
        merge(index, ["IbisSteps", _other(index)])
    _CHANGES[name](index, tmp_path)
    before = index.read_bytes()
    assert undo(index, dry_run=True).command
    assert index.read_bytes() == before
