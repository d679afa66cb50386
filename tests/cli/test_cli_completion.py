"""The Tab key offers what fits, at once, and never gets in the way."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from newcomer import ROOT

from cli.app import declared
from cli.command_table import COMMANDS
from cli.completing.words import ARGUMENTS, completions

TABLE = ROOT / "cli" / "completing" / "options.py"


def table() -> str:
    """The options of all commands as a module of Python."""
    options = {name: {} for name in COMMANDS}  # type: dict[str, dict[str, str]]
    for name, taken in options.items():
        for parameter in declared(name).params:
            for option in parameter.opts:
                if option.startswith("--"):
                    choices = " ".join(getattr(parameter.type, "choices", ()))
                    taken[option] = "" if parameter.is_flag else choices or parameter.metavar
                    assert taken[option] is not None, f"{name} {option} has no metavar"
    return (
        '"""The options of each command; made from the commands: python -m pytest tests/cli --record-golden.\n\n'
        "An option has the words that may follow, in lower case, or what they name, or nothing where none follows.\n"
        f'"""\n\nOPTIONS: dict[str, dict[str, str]] = {json.dumps(options, indent=4)}\n'
    )


def test_the_table_of_options_is_current(record_golden: bool) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TABLE), "-"],
        input=table(),
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    if record_golden:
        TABLE.write_text(made, encoding="utf-8", newline="\n")
    assert TABLE.read_text(encoding="utf-8") == made, "run: python -m pytest tests/cli --record-golden"


def test_every_command_that_takes_a_name_completes_it() -> None:
    takes = {name for name in COMMANDS if any(_names_something(parameter) for parameter in declared(name).params)}
    assert takes <= set(ARGUMENTS) <= set(COMMANDS)


def _names_something(parameter: Any) -> bool:
    return not parameter.opts[0].startswith("-") and any(sort in (parameter.metavar or "") for sort in ("KEY", "NAME"))


OFFERED: dict[str, list[str]] = {
    "sea": ["search"],
    "re": ["related", "remove", "reindex", "rebuild", "repair"],
    "--v": ["--version"],
    "export --fo": ["--format", "--force"],
    "export --format bib": ["bibtex", "biblatex"],
    "export --format=bib": ["--format=bibtex", "--format=biblatex"],
    "export --format = bib": ["bibtex", "biblatex"],
    "bench --format =": ["text", "csv", "json", "markdown", "latex"],
    "show MiMo-": ["MiMo-7B", "MiMo-Audio", "MiMo-V2-Flash"],
    "show mimo-v": ["MiMo-V2-Flash"],
    "show --json longs": ["LongSpec"],
    "export --key Long": ["LongotimesShort", "LongSpec"],
    "links MiMo-7B --to longsp": ["LongSpec"],
    "tag Judge": ["JudgeRLVR"],
    "tag JudgeRLVR Judge": [],
    "bench AIME\\ 2024": ["AIME 2024"],
    "bench 'AIME 2024": ["AIME 2024"],
    "models QwQ": ["QwQ", "QWQ-32B", "QwQ-32B"],
    "compare Xol": ["Xolver"],
    "search attention --limit ": [],
    "add pag": [],
    "add --db ": [],
    "nonsense x": [],
    "show zebrafish": [],
}  # fmt: skip
"""Unfinished command lines and what is offered; `--format = bib` is how bash breaks `--format=bib`."""


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("line", OFFERED)
def test_what_fits_is_offered(line: str) -> None:
    words = line.split(" ") if "'" not in line and "\\" not in line else [*line.split(" ", 1)]
    assert completions(words) == OFFERED[line]


def test_all_commands_are_offered_first(papers: Any) -> None:
    assert papers("--complete").out.split() == papers("--complete", "").out.split() == list(COMMANDS)


def test_a_key_with_a_colon_is_offered_as_bash_breaks_it(index: Path) -> None:
    with sqlite3.connect(index) as db:
        db.execute("UPDATE papers SET key = 'DBLP:LongSpec' WHERE key = 'LongSpec'")
    db.close()
    assert completions(["show", "DBLP", ":", "Lo"]) == completions(["show", "DBLP", ":"]) == ["LongSpec"]
    assert completions(["show", "DBLP:Lo"]) == ["DBLP:LongSpec"]


@pytest.mark.parametrize("key", ["LongSpec\x1b[2J", "--db=LongSpec"])
def test_what_a_terminal_or_the_program_would_obey_is_not_offered(index: Path, key: str) -> None:
    with sqlite3.connect(index) as db:
        db.execute("UPDATE papers SET key = ? WHERE key = 'LongSpec'", [key])
        db.execute("DELETE FROM papers WHERE key <> ?", [key])
    db.close()
    assert completions(["show", "LongSpec"]) == completions(["show", ""]) == []


@pytest.mark.parametrize("content", [None, b"", b"no index", b"SQLite format 3\x00" + b"\x07" * 200])
def test_without_a_usable_index_nothing_is_offered_and_nothing_said(
    papers: Any, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "some.db"
    if content is not None:
        path.write_bytes(content)
    run = papers("--complete", "--db", str(path), "show", "M")
    assert (run.code, run.out, run.err) == (0, "", "")
    assert (path.read_bytes() if content is not None else path.exists()) == (content if content is not None else False)
    assert papers("--complete", "show", "M").out == ""


def test_completing_imports_no_typer_and_changes_nothing(index: Path) -> None:
    before = index.read_bytes()
    program = "import sys; from cli.main import main; main(sys.argv[1:]); sys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program, "--complete", "--db", str(index), "bench", "AI"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "AIME 2024" in done.stdout.splitlines()
    heavy = {"typer", "click", "re", "typing", "pathlib", "enum", "json", "platformdirs", "rich"}
    loaded = set(done.stderr.split())
    assert not heavy & loaded
    assert {name for name in loaded if name.startswith("cli.commands.")} <= set()
    assert index.read_bytes() == before
    assert [path.name for path in index.parent.iterdir()] == [index.name]
