"""The names that Python programs use: the guide's examples run, and every command has one."""

import doctest
import shutil
from collections.abc import Callable
from inspect import signature
from pathlib import Path

import pytest

import corpus_index
from cli.command_table import COMMANDS
from cli.completing.options import OPTIONS as COMPLETED
from corpus_index.errors import PapersError
from corpus_index.library import Library

ROOT = Path(__file__).parents[2]
Doing = Callable[..., object]
DONE_BY: dict[str, tuple[Doing, ...]] = {
    "search": (Library.search, Library.explain),
    "show": (Library.get, Library.sources),
    "list": (Library.papers, Library.keys),
    "links": (Library.links, Library.every_link, Library.way, Library.most_cited),
    "missing": (Library.missing,),
    "related": (Library.related,),
    "bench": (Library.results, Library.benchmarks, Library.plot, corpus_index.as_text),
    "models": (Library.models, Library.model, corpus_index.as_text),
    "compare": (Library.compare, corpus_index.as_text),
    "check": (Library.check,),
    "export": (Library.export, Library.cited),
    "cite": (Library.cite,),
    "graph": (Library.graph, corpus_index.as_text),
    "index": (Library.index_page,),
    "site": (Library.site,),
    "serve": (Library.server,),
    "set": (Library.set_field,),
    "tag": (Library.tag,),
    "note": (Library.note,),
    "add": (corpus_index.add,),
    "enrich": (Library.enrich,),
    "remove": (Library.remove, Library.keys),
    "merge": (Library.merge,),
    "split": (Library.split,),
    "undo": (Library.undo,),
    "reindex": (Library.reindex, Library.reindex_meaning),
    "rebuild": (Library.rebuild,),
    "backup": (Library.backup,),
    "repair": (Library.repair,),
    "why": (Library.why,),
    "info": (Library.counts, Library.pages, Library.verify),
    "parse": (corpus_index.parse, corpus_index.explain_facts, corpus_index.explain_readers),
    "eval": (corpus_index.evaluate, corpus_index.differences),
}
"""What does in Python what a command does."""

TERMINAL = {"browse", "completion", "mcp"}
"""Commands that connect people and other programs to the index, which a program in Python needs no command for."""

OPTIONS: dict[str, tuple[Doing | str, ...]] = {
    "--append": ("append",),
    "--cited-in": ("cited_in",),
    "--clear": ("value", "text"),
    "--differences": (corpus_index.differences,),
    "--dry-run": ("dry_run",),
    "--engine": ("engine",),
    "--explain": (Library.explain,),
    "--explain-facts": (corpus_index.explain_facts,),
    "--explain-reader": (corpus_index.explain_readers,),
    "--format": (corpus_index.as_text, "form", corpus_index.parse),
    "--key": ("keys",),
    "--key-pattern": ("key_pattern",),
    "--most-cited": (Library.most_cited,),
    "--pages": ("folder",),
    "--plot": (Library.plot,),
    "--port": ("port",),
    "--preprint": ("preprint",),
    "--query": ("query",),
    "--semantic": ("semantic", Library.reindex_meaning),
    "--sources": (Library.sources,),
    "--style": ("style",),
    "--to": (Library.way,),
    "--unicode": ("unicode",),
    "--verify": (Library.verify,),
    "--with-links": ("steps", "with_links"),
}
"""What does what an option of several commands does: one of these names, or a parameter of those of the command."""

WRITTEN = {"--db", "--force", "--json", "--limit", "--output", "--sort", "--strict"}
"""Options that say which index, and how an answer is ordered, cut and written, which programs do with what they get."""


def test_every_command_has_its_names_in_python() -> None:
    assert DONE_BY.keys() | TERMINAL == COMMANDS.keys()
    assert not DONE_BY.keys() & TERMINAL
    assert all(name.__doc__ for names in DONE_BY.values() for name in names)


@pytest.mark.parametrize("command", DONE_BY)
def test_every_option_has_its_name_in_python(command: str) -> None:
    done_by = {*DONE_BY[command], *(each for name in DONE_BY[command] for each in signature(name).parameters)}
    for option in COMPLETED[command].keys() - WRITTEN:
        assert done_by.intersection(OPTIONS[option]), option


def test_the_examples_of_the_guide_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    ran = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, encoding="utf-8")
    assert ran.failed == 0
    assert ran.attempted > 15


def test_what_cannot_be_asked_is_refused(seed_index: Path, tmp_path: Path) -> None:
    shutil.copyfile(seed_index, tmp_path / "papers.db")
    with corpus_index.open(tmp_path / "papers.db") as index:
        for answer, form in ((index.benchmarks(), "dot"), (index.graph(), "csv"), (index.results("GSM8K"), "svg")):
            with pytest.raises(PapersError, match="is no format of a"):
                corpus_index.as_text(answer, form)
        with pytest.raises(PapersError, match="is no engine"):
            index.reindex("lucene")
        with pytest.raises(PapersError, match="no score on it has a year"):
            index.plot("AIME 2024")
    with pytest.raises(PapersError, match="is no field of the table"):
        corpus_index.differences(ROOT / "tests" / "gold" / "seeds.jsonl", [], "colour")


def test_names_are_those_that_are_promised() -> None:
    assert corpus_index.__all__ == [
        "__version__", "add", "as_text", "differences", "evaluate", "explain_facts", "explain_readers", "open", "parse",
    ]  # fmt: skip
    assert all(hasattr(corpus_index, name) for name in corpus_index.__all__)
    with pytest.raises(AttributeError):
        corpus_index.nothing  # noqa: B018
