"""The typer application: options are parsed and help is written here; only the command that is called is imported."""

import importlib
import inspect
from itertools import takewhile
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cli import options
from cli.arguments import check_values, in_order
from cli.command_table import COMMANDS, SECTIONS
from cli.console import raw
from corpus_index import __version__

_HELP = """Search saved pages of papers: what they claim, where it was read, and how they build on each other.

Save pages that list papers (an author's page, a daily list, bare abstracts), add them, and search offline.

\b
First steps:
  papers search "speculative decoding"  works at once, on a demonstration
  papers show MiMo-V2-Flash             one paper: facts, evidence, links
  papers add saved-pages/               start an index of your own
  papers export speculative decoding    cite what you found, as BibTeX
"""
_SETTINGS = {"help_option_names": ["--help", "-h"], "max_content_width": 100}


class Command(TyperCommand):
    """A command whose words may begin with one `-` (`-word` leaves out), while a mistyped `--option` is an error."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse `args`; see the class."""
        known = _options(self.get_params(ctx))
        if ctx.ignore_unknown_options:
            query = any("QUERY" in (parameter.metavar or "") for parameter in self.params)
            args = in_order(args, known, ctx.fail, query=query)
        else:
            check_values(args, known, ctx.fail)
        rest: list[str] = super().parse_args(ctx, args)
        return rest

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Give the words of the usage line, without the braces that typer puts around required ones."""
        pieces: list[str] = super().collect_usage_pieces(ctx)
        return [piece.removeprefix("{").removesuffix("}") for piece in pieces]


class Commands(TyperGroup):
    """The commands of `cli.command_table`, each imported when it is called."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the options that stand before the command."""
        own = list(takewhile(lambda arg: arg not in COMMANDS, args))
        check_values(own, _options(self.get_params(ctx)), ctx.fail)
        rest: list[str] = super().parse_args(ctx, args)
        return rest

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Give all names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Import and declare one command."""
        return declared(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, and hand it a `--db` that stands before it; one that stands after it wins."""
        if args[0] not in COMMANDS:
            from difflib import get_close_matches

            close = get_close_matches(args[0], list(COMMANDS), 1)
            hint = f"did you mean {close[0]}" if close else f'to search for it: papers search "{args[0]}"'
            ctx.fail(f"there is no command {args[0]}; {hint}")
        name, command, rest = super().resolve_command(ctx, args)
        database = ctx.params.get("db")
        if (
            command is not None
            and database is not None
            and any("--db" in parameter.opts for parameter in command.params)
        ):
            rest = ["--db", database, *rest]
        return name, command, rest

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the table of commands, without importing them."""
        for title, entries in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, entry.line) for name, entry in entries.items()])


def _options(parameters: list[Any]) -> dict[str, Any]:
    """Give the options among the parameters, by all of their names."""
    return {name: each for each in parameters for name in each.opts if each.param_type_name == "option"}


def application() -> Any:
    """Make the root command."""
    app = typer.Typer(
        cls=Commands,
        invoke_without_command=True,
        add_completion=False,
        rich_markup_mode=None,
        context_settings=_SETTINGS,
    )
    app.callback(help=_HELP)(root)
    return get_command(app)


def root(context: typer.Context, db: options.Database = None, version: options.Version = False) -> None:
    """Options that stand before the command."""
    if version:
        raw(f"papers {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from cli.greeting import greet

        raise typer.Exit(greet(db))


def declared(name: str) -> Any:
    """Make the command `name` from the function `run` of its module.

    Its annotations are names of `cli.options`, resolved here, so that a command can be imported without typer.
    """
    function = importlib.import_module(COMMANDS[name].module).run
    function.__annotations__ = inspect.get_annotations(
        function, locals={**vars(options), **function.__globals__}, eval_str=True
    )
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    takes_words = any(
        hint in (options.QueryWords, options.OptionalQuery, options.TagWords)
        for hint in function.__annotations__.values()
    )
    settings = {**_SETTINGS, "ignore_unknown_options": takes_words}
    app.command(name, cls=Command, context_settings=settings)(function)
    return get_command(app)
