"""The one place where errors become one line on standard error and an exit code.

The fault of a query is shown under that line too.

0    done, or found; also where the reader of our output went away (a closed pipe)
1    nothing found, or a choice to make
2    wrong usage, or an error; also where `add` refused a source
130  interrupted
143  terminated
"""

import os
import sys
from collections.abc import Callable

from cli.console import prepare_streams, say
from corpus_index.errors import NoSuchName, PapersError, QueryError

DONE, NOTHING_FOUND, FAILED, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143

PROGRAM = "papers"

_LONGEST_LINE = 1000
"""Code points of a message that are shown: some messages repeat what was typed, which may be a pasted page."""


class Terminated(BaseException):
    """The system asked the program to end (SIGTERM)."""


def listen_for_termination() -> None:
    """Let SIGTERM end the work as Ctrl-C does, so that what was begun is taken back and temporary files go."""

    import signal

    def terminate(*_: object) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise Terminated

    signal.signal(signal.SIGTERM, terminate)


def guarded(work: Callable[[], int]) -> int:
    """Run `work` and give its exit code; whatever it raises ends here, without a traceback."""
    try:
        prepare_streams()
        code = work()
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
        return DONE
    except KeyboardInterrupt:
        return _failed("interrupted", INTERRUPTED)
    except Terminated:
        return _failed("terminated", TERMINATED)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else DONE
    except BaseException as error:
        if os.environ.get("PAPERS_DEBUG"):
            raise
        if isinstance(error, QueryError):
            return _misread(error)
        return _failed(_line(error), NOTHING_FOUND if isinstance(error, NoSuchName) else FAILED)
    return code


def _failed(line: str, code: int) -> int:
    if len(line) > _LONGEST_LINE:
        line = f"{line[: _LONGEST_LINE // 2]} … {line[-_LONGEST_LINE // 2 :]}"
    try:
        say(f"{PROGRAM}: {line}", "error")
    except BrokenPipeError:
        _silence()
    except OSError:
        return code
    return code


def _misread(error: QueryError) -> int:
    """Say what is wrong with a query, and under its text where."""
    from contextlib import suppress

    from cli.render.fault import pointed

    code = _failed(f"{error.what}; {error.hint}", FAILED)
    with suppress(OSError):
        for line in pointed(error.where, error.place):
            say(line)
    return code


def _line(error: BaseException) -> str:
    """Say in one line what happened, where, and what to do."""
    if isinstance(error, PapersError):
        return str(error)
    if (usage := _usage(error)) is not None:
        return usage
    if isinstance(error, RecursionError):
        return "the input is nested too deeply"
    if isinstance(error, MemoryError):
        return "there is not enough memory; read fewer or smaller pages at once"
    if isinstance(error, UnicodeError):
        return f"what was given is no text in UTF-8 ({error}); type it anew, or give another name of it"
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename is not None else ""
        return f"{where}{(error.strerror or str(error) or type(error).__name__).lower()}"
    if type(error).__module__ == "sqlite3":
        return f"the index cannot be used ({error}); see: papers info"
    return f"unexpected {type(error).__name__}: {error}; set PAPERS_DEBUG=1 to see where, and please report it"


def _usage(error: BaseException) -> str | None:
    """Say what was wrong with the command line, and where its help is. By duck typing: typer may not be loaded."""
    message = getattr(error, "format_message", None)
    if message is None:
        return None
    line = str(message()).strip().rstrip(".")
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else PROGRAM
    return f"{line[:1].lower()}{line[1:]}; see: {command} --help"


def _silence() -> None:
    """Let the interpreter flush its streams into nothing when it ends."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except (OSError, ValueError, AttributeError):
        return
