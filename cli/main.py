"""Entry point of the program `papers`."""

from __future__ import annotations

import gc
import os
import sys

from cli.boundary import DONE, guarded, listen_for_termination
from cli.console import finished
from cli.quick import quick_call
from corpus_index.store.upgrading import show_upgrades

TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from corpus_index.domain.progress import Progress

COMPLETE = "--complete"
"""What the scripts of `papers completion` put before the words of an unfinished command line."""


def run() -> None:
    """Run the command line of this process and end it with the exit code."""
    # A short command ends before there is garbage worth a search for it; longer ones switch it on again.
    gc.disable()
    code = main(sys.argv[1:])
    if "typer" not in sys.modules:
        # The short way leaves nothing to clear up: streams are flushed, the index is closed. The interpreter would
        # take apart all that it has imported, which takes as long as a third of its start.
        os._exit(code)
    sys.exit(code)


def main(arguments: list[str]) -> int:
    """Run one command line and give its exit code (see `cli.boundary`)."""
    return guarded(lambda: _dispatch(arguments))


def _shown_upgrade() -> AbstractContextManager[Progress | None]:
    from cli.progress import shown_progress

    return shown_progress()


def _dispatch(arguments: list[str]) -> int:
    if arguments and arguments[0] == COMPLETE:
        from cli.completing.words import completions

        finished("".join(f"{word}\n" for word in completions(arguments[1:])))
        return DONE
    show_upgrades(_shown_upgrade)
    if not arguments:
        from cli.greeting import greet

        return greet()
    call = quick_call(arguments)
    if call is not None:
        return call()
    listen_for_termination()
    # Imported here, inside the boundary: an interrupt while typer loads must not end in a traceback.
    from typer import Exit

    from cli.app import application

    if not gc.isenabled():
        # What was imported stays, so that it need not be looked through for garbage.
        gc.freeze()
        gc.enable()
    try:
        with application().make_context("papers", arguments) as context:
            code = context.command.invoke(context)
    except Exit as stop:
        return stop.exit_code
    return code if isinstance(code, int) else 0
