"""Entry point of the program `papers`."""

import sys

from cli.boundary import guarded, listen_for_termination
from cli.quick import quick_call


def run() -> None:
    """Run the command line of this process and end it with the exit code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """Run one command line and give its exit code (see `cli.boundary`)."""
    return guarded(lambda: _dispatch(arguments))


def _dispatch(arguments: list[str]) -> int:
    call = quick_call(arguments)
    if call is not None:
        return call()
    listen_for_termination()
    # Imported here, inside the boundary: an interrupt while typer loads must not end in a traceback.
    from typer import Exit

    from cli.app import application

    try:
        with application().make_context("papers", arguments) as context:
            code = context.command.invoke(context)
    except Exit as stop:
        return stop.exit_code
    return code if isinstance(code, int) else 0
