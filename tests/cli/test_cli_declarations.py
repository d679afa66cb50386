"""Every command is declared once and says what it does; a plain search imports nothing that it does not use."""

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.app import declared
from cli.command_table import COMMANDS, SECTIONS
from cli.quick import QUICK, options_of, quick_call

READING = ("search", "show", "list", "links", "related", "bench", "models", "check", "info")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_has_the_first_line_of_the_command(name: str) -> None:
    run = importlib.import_module(COMMANDS[name].module).run
    assert (run.__doc__ or "").splitlines()[0] == COMMANDS[name].line


def test_every_command_module_is_in_the_table() -> None:
    folder = Path(__file__).parents[2] / "cli" / "commands"
    modules = {f"cli.commands.{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__"}
    assert modules == {entry.module for entry in COMMANDS.values()}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_examples_and_explains_every_option(papers: Any, name: str) -> None:
    run = papers(name, "--help")
    assert run.code == 0
    assert run.out.startswith(f"Usage: papers {name} ")
    assert f"  papers {name}" in run.out.split("Example")[1]
    for parameter in declared(name).params:
        assert parameter.help, parameter.name
    assert max(map(len, run.out.splitlines())) <= 80


def test_the_help_of_the_program_is_for_newcomers(papers: Any) -> None:
    run = papers("--help")
    assert run.code == 0
    assert papers().out == run.out
    assert papers("-h").out == run.out
    for section, entries in SECTIONS.items():
        assert f"\n{section}:\n" in run.out
        for name in entries:
            assert f"\n  {name} " in run.out
    assert 'papers search "speculative decoding"' in run.out


def test_the_version(papers: Any) -> None:
    from corpus_index import __version__

    assert papers("--version").out == f"papers {__version__}\n"


@pytest.mark.parametrize("name", READING)
def test_reading_commands_have_json_and_a_database(name: str) -> None:
    options = {option for parameter in declared(name).params for option in parameter.opts}
    assert {"--json", "--db"} <= options
    assert name == "show" or "--limit" in options


@pytest.mark.parametrize("name", sorted(QUICK))
def test_the_short_way_and_typer_read_the_same_options(name: str) -> None:
    run = importlib.import_module(COMMANDS[name].module).run
    words, *parameters = declared(name).params
    assert words.nargs == -1
    assert words.name == run.__code__.co_varnames[0]
    by_typer = {opt: parameter for parameter in parameters for opt in parameter.opts if opt not in ("--help", "-h")}
    assert set(by_typer) == set(options_of(run))
    for option, default in options_of(run).items():
        parameter = by_typer[option]
        assert parameter.default == default
        assert parameter.is_flag == (default is False)
        assert parameter.name == option[2:]
        if isinstance(default, int) and default is not False:
            assert parameter.type.min == 1
            assert parameter.type.max is None


@pytest.mark.parametrize(
    "arguments",
    [["search"], ["search", "--json"], ["search", "x", "--limit"], ["search", "x", "--limit", "0"], ["search", "-x"],
     ["search", "x", "--limit=3"], ["search", "--help"], ["search", "x", "--db", "--json"], ["search", "x", "--", "y"],
     ["search", "x", "--limit", "٣"], ["list"], ["--db", "x", "search", "y"], [], ["search", "x", "--db", ""],
     ["search", "x", "--limit", "9999999999"]],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert quick_call(arguments) is None


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize(
    "arguments",
    [["search", "attention"], ["search", "a", "b", "--limit", "2"], ["search", "--json", "decoding", "--limit", "1"],
     ["show", "mimo", "v2", "flash"], ["show", "TrimR", "--json"], ["search", "zzz"]],
)  # fmt: skip
def test_the_short_way_and_typer_answer_the_same(
    papers: Any, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    assert quick_call(arguments) is not None
    quick = papers(*arguments)
    monkeypatch.setattr("cli.main.quick_call", lambda _: None)
    assert papers(*arguments) == quick


@pytest.mark.parametrize("words", ["search speculative decoding", "show MiMo-V2-Flash", "search --json decoding",
                                   "search -decoding attention"])  # fmt: skip
def test_search_and_show_import_nothing_that_they_do_not_use(index: Path, words: str) -> None:
    arguments = words.split()
    program = (
        "import sys; from cli.main import main; code = main(sys.argv[1:]); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments, "--db", str(index)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stderr.split())
    assert done.stdout
    packages = {"pydantic", "sqlite_utils", "rich", "rapidfuzz", "pylatexenc"}
    stages = {f"corpus_index.{stage}" for stage in ("pages", "extract", "resolve", "pipeline", "export", "report")}
    assert not (packages | stages) & loaded
    assert ("typer" in loaded) == ("-decoding" in arguments)
    others = {entry.module for name, entry in COMMANDS.items() if name != arguments[0]}
    assert not others & loaded
