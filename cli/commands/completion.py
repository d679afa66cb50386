"""`papers completion`."""

from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import typer

from cli.boundary import DONE
from cli.console import raw


class Shell(StrEnum):
    """Shells that have a script."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


Of = Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")]


def run(shell: Of) -> int:
    """Print a script that lets a shell complete commands, options and names.

    \b
    With it, the Tab key offers commands and their options, and from the index
    keys of papers, models and benchmarks, also in queries, as in bench:AI. In
    ~/.bashrc, or in ~/.zshrc with zsh:
      eval "$(papers completion bash)"
    In fish, write it to ~/.config/fish/completions/papers.fish.

    \b
    Examples:
      papers completion bash
    """
    raw((files("cli.completing") / f"papers.{shell}").read_text(encoding="utf-8"))
    return DONE
