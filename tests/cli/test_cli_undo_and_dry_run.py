"""Every command that changes the index can be tried first and taken back, or makes anew what is derived."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from workbench import Workbench

from cli.app import declared
from cli.command_table import COMMANDS
from corpus_index import extract
from corpus_index.domain.facts import Facts
from corpus_index.domain.record import RawRecord
from corpus_index.pipeline import add, freeze_keys
from corpus_index.store import open_store

HERONS = (
    "We present HeronNet, a model of birds that stand in reed and wait for fish of which they know nothing, with 61.5% "
    "accuracy on GSM8K and no further training at all."
)
IBISES = (
    "Ibises walk in mud. We count their steps by a method that we call IbisSteps, which needs a dry pair of shoes, a "
    "pencil, and more patience than HeronNet has."
)
TITLE = "HeronNet: A Model of Birds in Reed"
BIRDS = {
    "birds.txt": f"Abstract: {HERONS}\n\nAbstract: {IBISES}\n",
    "birds.ris": f"TY  - JOUR\nTI  - {TITLE}\nAU  - Kivi, Ada\nPY  - 2021\nAB  - {HERONS}\nER  -\n",
    "more.bib": f"@misc{{HeronNet, title = {{{TITLE}}}, year = {{2021}}, author = {{Kivi, Ada and Stein, Olav}}}}",
    "egrets.txt": "Abstract: We present EgretNet, which finds nests in photographs from the air, unlike HeronNet.\n",
}
LINES: dict[str, list[str]] = {
    "add": ["egrets.txt"],
    "enrich": ["more.bib"],
    "remove": ["IbisSteps"],
    "merge": ["HeronNet", "IbisSteps"],
    "split": ["HeronNet", "2"],
    "set": ["HeronNet", "status", "read"],
    "tag": ["HeronNet", "+to-cite", "-old"],
    "note": ["IbisSteps", "Buy shoes."],
    "rebuild": [],
}
"""What is done by each command that can be taken back; `rebuild` is, where it gives other facts."""
REMAKING: dict[str, list[list[str]]] = {
    "reindex": [[], ["--engine", "fts5"]],
    "repair": [[]],
}
"""Commands that make anew what is derived, and give what was there."""


@pytest.fixture
def birds(papers: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index with keys that were given out, values of a person's own, and facts of a version that knew no results."""
    for name, text in BIRDS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    index = tmp_path / "papers.db"
    monkeypatch.setenv("PAPERS_DB", str(index))
    facts_of = extract.facts_of

    def without_results(record: RawRecord) -> Facts:
        return replace(facts_of(record), results=())

    with monkeypatch.context() as older:
        older.setattr(extract, "facts_of", without_results)
        add(index, ["birds.txt"])
        freeze_keys(index, ["HeronNet", "IbisSteps"])
        add(index, ["birds.ris"])
    assert papers("tag", "HeronNet", "+old").code == 0
    return index


def stored(index: Path) -> dict[str, Any]:
    """All that an index holds but for which keys were given out, which stays, and without the numbers of rows."""
    with open_store(index) as store:
        rows = {
            table: sorted(tuple(row) for row in store.connection.execute(f"SELECT * FROM {table}"))  # noqa: S608
            for table in ("decisions", "own_values", "changes", "removed_pages", "files")
        }
        rows["added"] = sorted(tuple(row) for row in store.connection.execute("SELECT id, name, added FROM pages"))
    return {**Workbench(index.parent).dump(index), **rows}


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_every_command_that_changes_the_index_is_in_a_table() -> None:
    sources = {name: Path(str(import_module(entry.module).__file__)).read_text() for name, entry in COMMANDS.items()}
    changing = {name for name, source in sources.items() if "path_to_change" in source or "path_to_add" in source}
    assert changing == {*LINES, *REMAKING, "undo"}
    trying = {name for name in COMMANDS if any("--dry-run" in parameter.opts for parameter in declared(name).params)}
    assert trying == {*LINES, "undo"}


@pytest.mark.parametrize("name", LINES)
def test_the_index_is_as_before_when_it_is_taken_back(papers: Any, birds: Path, name: str) -> None:
    before = stored(birds)
    assert papers(name, *LINES[name]).code == 0
    assert stored(birds) != before
    run = papers("undo")
    assert run.out.startswith(" ".join(["took back", name, *LINES[name]][:3])), run.err
    assert stored(birds) == before
    assert "took back tag HeronNet +old" in papers("undo", "--dry-run").out.replace("would take", "took")


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, lines in REMAKING.items() for words in lines])
def test_what_is_made_anew_is_what_was_there(papers: Any, birds: Path, name: str, words: list[str]) -> None:
    papers("rebuild")
    before, former = stored(birds), birds.read_bytes()
    assert papers(name, *words).code == 0
    assert stored(birds) == before
    kept = [path.read_bytes() for path in birds.parent.glob("*.before-repair-*")]
    assert kept == ([former] if name == "repair" else [])


def test_a_dry_run_changes_no_byte(papers: Any, birds: Path) -> None:
    before = files(birds.parent)
    for name, words in [*LINES.items(), ("undo", [])]:
        run = papers(name, *words, "--dry-run")
        assert run.code == 0, run.err
        assert run.out, name
        assert files(birds.parent) == before, name
