"""The man page, made from the commands' own help."""

import inspect
import re
from typing import Any

from cli.app import application, declared
from cli.command_table import SECTIONS

_HEAD = """\
.\\" Made from the help of the commands: python -m pytest tests/house --record-golden
.TH PAPERS 1 "" "corpus-index" "User commands"
.SH NAME
papers \\- index and search research papers read from saved pages
.SH SYNOPSIS
.B papers
.RI [ options ]
.I command
.RI [ arguments ]
"""
_TAIL = """\
.SH EXIT STATUS
.TP
.B 0
Something was done or found.
.TP
.B 1
Nothing was found, or a choice is to be made.
.TP
.B 2
The call was wrong, or there was an error; one line on standard error says what to do.
.TP
.B 130
Interrupted; the index is whole.
.SH ENVIRONMENT
.TP
.B PAPERS_DB
The index to use where
.B \\-\\-db
is not given.
.TP
.B PAPERS_SEMANTIC
1 makes
.B search
search by meaning, too.
.TP
.B NO_COLOR
Any value turns colours off.
.TP
.B PAPERS_DEBUG
Any value shows where in the program an error came from.
"""


def man_page() -> str:
    """The page in the macros of man(7), the same for the same commands."""
    root: Any = application()
    parts = [_HEAD, ".SH DESCRIPTION\n", _blocks(root.help), ".SH OPTIONS\n", _options(root)]
    for title, entries in SECTIONS.items():
        parts.append(f".SH {_text(title.upper())}\n")
        parts += [_command(name) for name in entries]
    return "".join([*parts, _TAIL])


def _command(name: str) -> str:
    command: Any = declared(name)
    words = " ".join(parameter.metavar for parameter in command.params if not parameter.opts[0].startswith("-"))
    doc = inspect.cleandoc(command.help)
    return f'.SS "papers {name} {_text(words)}"\n'.replace(' "\n', '"\n') + _blocks(doc) + _options(command)


def _options(command: Any) -> str:
    lines = []
    for parameter in command.params:
        shown = ", ".join(parameter.opts) if parameter.opts[0].startswith("-") else parameter.metavar
        value = "" if getattr(parameter, "is_flag", True) else _value(parameter)
        lines.append(f".TP\n.B {_text(shown)}{value}\n{_text(parameter.help)}\n")
    return "".join(lines)


def _value(parameter: Any) -> str:
    return f" {_text(parameter.metavar or '|'.join(parameter.type.choices))}"


def _blocks(doc: str) -> str:
    """Paragraphs; those that a help text marks with a backspace stand line by line, as they do there."""
    made = []
    for block in re.split(r"\n\s*\n", doc.strip()):
        lines = block.removeprefix("\b\n").removeprefix("\b").strip("\n").split("\n")
        kept = block.startswith("\b") and any(line.startswith("  ") for line in lines)
        body = "".join(f"{_text(line)}\n" for line in lines)
        made.append(f".PP\n.nf\n{body}.fi\n" if kept else f".PP\n{body}")
    return "".join(made)


def _text(text: str) -> str:
    """Text in which nothing acts on the formatter (groff_char(7))."""
    safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    safe = safe.replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti")
    return f"\\&{safe}" if safe.startswith((".", " ")) else safe
