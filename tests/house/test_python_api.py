"""The names that Python programs use: the guide's examples run, and every command has one."""

import doctest
import shutil
from pathlib import Path

import pytest

import corpus_index
from cli.command_table import COMMANDS
from corpus_index.library import Library

ROOT = Path(__file__).parents[2]
METHODS = {
    "search": Library.search,
    "show": Library.get,
    "list": Library.papers,
    "links": Library.links,
    "missing": Library.missing,
    "related": Library.related,
    "bench": Library.results,
    "models": Library.models,
    "compare": Library.compare,
    "check": Library.check,
    "export": Library.export,
    "cite": Library.cite,
    "graph": Library.graph,
    "index": Library.index_page,
    "site": Library.site,
    "serve": Library.server,
    "set": Library.set_field,
    "tag": Library.tag,
    "note": Library.note,
    "add": corpus_index.add,
    "enrich": Library.enrich,
    "remove": Library.remove,
    "merge": Library.merge,
    "split": Library.split,
    "undo": Library.undo,
    "reindex": Library.reindex_meaning,
    "rebuild": Library.rebuild,
    "backup": Library.backup,
    "why": Library.why,
    "info": Library.counts,
    "parse": corpus_index.parse,
    "eval": corpus_index.evaluate,
}
"""What does in Python what a command does."""

TERMINAL = {"browse", "completion", "mcp"}
"""Commands that connect people and other programs to the index, which a program in Python needs no command for."""


def test_every_command_has_its_name_in_python() -> None:
    assert METHODS.keys() | TERMINAL == COMMANDS.keys()
    assert not METHODS.keys() & TERMINAL
    assert all(method.__doc__ for method in METHODS.values())


def test_the_examples_of_the_guide_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    ran = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, encoding="utf-8")
    assert ran.failed == 0
    assert ran.attempted > 15


def test_names_are_those_that_are_promised() -> None:
    assert corpus_index.__all__ == ["__version__", "add", "evaluate", "open", "parse"]
    with pytest.raises(AttributeError):
        corpus_index.nothing  # noqa: B018
