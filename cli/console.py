"""Streams, width and colour. Everything that is printed goes through here and is cleaned on the way."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable

from cli.layout import Piece, width_of, wrap
from cli.untrusted import clean, clean_json, escaped_in_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from rich.console import Console as RichConsole

STYLES = {
    "title": "1",
    "heading": "1",
    "key": "36",
    "mark": "1;35",
    "quiet": "2",
    "warning": "1;35",
    "error": "1;31",
    "good": "32",
}
"""Style names and their terminal codes: weights, and those of the eight colours that are legible on black and on white.

Yellow is not: on white, many terminals show it with a contrast below 2.
"""

_NARROWEST, _WIDEST, _USUAL = 40, 100, 80


class Sheet(io.StringIO):
    """A terminal of so many `columns` that keeps what is printed on it, with its colours."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.columns = columns

    def isatty(self) -> bool:
        """Somebody will look at it."""
        return True


def prepare_streams() -> None:
    """Let no character end the program: what a console cannot show becomes `?`. Pipes on Windows take UTF-8.

    A stream that the caller closed becomes an empty one: there is nobody to read it, and that is no failure.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if os.name == "nt" and not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
            reconfigure(encoding="utf-8", errors="replace")
        else:
            reconfigure(errors="replace")


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at this stream."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def has_colour(stream: TextIO) -> bool:
    """Colour is for terminals; `NO_COLOR` turns it off everywhere, `FORCE_COLOR` on, any value but an empty one."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns to fill: those of the terminal or of `COLUMNS`, at most as many as are good to read; 80 in a pipe."""
    if isinstance(sys.stdout, Sheet):
        return min(sys.stdout.columns, _WIDEST)
    return max(_NARROWEST, min(_columns(sys.stdout), _WIDEST))


def _columns(stream: TextIO) -> int:
    """Columns of the terminal that a stream goes to."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except (OSError, ValueError, AttributeError):
        return _USUAL


def put(*pieces: Piece | str, indent: str = "", later: str | None = None) -> None:
    """Print a paragraph on standard output, wrapped; `later` is the indent from the second line on.

    In a pipe a long word stays whole, because it may be a path that another program wants.
    """
    cleaned = [(clean(text), style) for text, style in map(_piece, pieces)]
    colour = has_colour(sys.stdout)
    for line in wrap(cleaned, width(), indent, indent if later is None else later, cut=is_terminal(sys.stdout)):
        sys.stdout.write("".join(_styled(text, style, colour) for text, style in line).rstrip(" ") + "\n")


def put_lines(label: Piece, text: str, *, indent: str = "", later: str) -> None:
    """Print a label and the lines of a text, each wrapped by itself; all but the first begin with `later`."""
    first, *others = text.splitlines() or [""]
    put(label, first, indent=indent, later=later)
    for line in others:
        if line.strip():
            put(line, indent=later)
        else:
            blank()


def blank() -> None:
    """Print an empty line on standard output."""
    sys.stdout.write("\n")


def heading(text: str) -> None:
    """Print an empty line and a heading."""
    blank()
    put((text, "heading"))


def raw(text: str) -> None:
    """Print a file format: as it is into a pipe or a file, and cleaned line by line on a terminal."""
    if is_terminal(sys.stdout):
        text = "\n".join(map(clean, text.split("\n")))
    sys.stdout.write(text)


def finished(text: str) -> None:
    """Print text that was cleaned and styled already."""
    sys.stdout.write(text)


def json_line(text: str) -> None:
    """Print a line of JSON. Where the stream's encoding lacks a character, all are written as ASCII escapes."""
    safe = clean_json(text)
    try:
        safe.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        safe = "".join(char if char.isascii() else escaped_in_json(char) for char in safe)
    sys.stdout.write(safe + "\n")


def say(text: str, style: str = "") -> None:
    """Print one line about the work, not data, on standard error; on a terminal, lines that break between words."""
    sys.stdout.flush()
    text, colour = clean(text), has_colour(sys.stderr)
    if is_terminal(sys.stderr) and width_of(text) > (columns := _columns(sys.stderr)):
        for line in wrap([(text, style)], columns, later="  "):
            sys.stderr.write("".join(_styled(part, style, colour) for part, style in line) + "\n")
    else:
        sys.stderr.write(_styled(text, style, colour) + "\n")
    sys.stderr.flush()


def table_console() -> RichConsole:
    """Make a console of rich for tables on standard output; markup, emoji codes and highlighting are off."""
    from rich.console import Console

    colour = has_colour(sys.stdout)
    return Console(
        file=sys.stdout,
        width=width(),
        markup=False,
        emoji=False,
        highlight=False,
        no_color=not colour,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
    )


def marked(text: str, marks: Iterable[tuple[int, int]], style: str = "") -> list[Piece]:
    """Cut a text into pieces, those within `marks` (start, end) in the style of a mark."""
    pieces: list[Piece] = []
    position = 0
    for start, end in marks:
        pieces += [(text[position:start], style), (text[start:end], "mark")]
        position = end
    return [piece for piece in [*pieces, (text[position:], style)] if piece[0]]


def _piece(piece: Piece | str) -> Piece:
    return (piece, "") if isinstance(piece, str) else piece


def _styled(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colour and style and text else text
