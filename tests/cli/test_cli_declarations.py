"""Every command is declared once and says what it does."""

import importlib
from pathlib import Path
from typing import Any

import pytest

from cli.app import declared
from cli.command_table import COMMANDS, SECTIONS
from cli.quick import QUICK, options_of

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
