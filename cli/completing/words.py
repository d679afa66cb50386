"""The words that may stand at the end of a command line.

A shell asks at every Tab, so this imports neither typer nor the commands. It never fails and never writes: where the
index cannot be read, there is nothing to offer.
"""

from __future__ import annotations

from cli.command_table import COMMANDS
from cli.completing.options import OPTIONS
from cli.completing.queries import BENCHMARKS, KEYS, MODELS, TAGS, completed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

ARGUMENTS = {
    **dict.fromkeys(("show", "links", "related", "why", "cite", "export", "graph", "merge", "remove"), (KEYS,)),
    **dict.fromkeys(("set", "tag", "note", "split"), (KEYS,)),
    "bench": (BENCHMARKS,),
    "models": (MODELS,),
    "compare": (MODELS, KEYS),
}
"""What the arguments of a command are names of."""

QUERIED = frozenset({"search", "browse", "list", "export", "graph"})
"""Commands whose arguments are a query."""

_ONLY_FIRST = frozenset({"set", "tag", "note", "split"})
_VALUES = {"KEY": (KEYS,), "NAME": (KEYS,)}
_ROOT = {"--db": "FILE", "--version": "", "--help": ""}
_MOST = 100
_WAIT_MS = 100
"""A person waits at the key: where another process writes for longer, nothing is offered."""


def completions(words: list[str]) -> list[str]:
    """What may stand in place of the last of the `words` after the program's name, as the shell has them, unquoted.

    Nothing where a file or a number is due, or the index cannot be read; the shell then offers files.
    """
    *before, word = _joined(words or [""])
    command, db, arguments = _read(before)
    options = _ROOT if command is None else {**OPTIONS.get(command, {}), "--help": ""}
    option, equals, begun = word.partition("=")
    if equals and options.get(option):
        return [f"{option}={value}" for value in _values(options[option], begun, db)]
    if before and options.get(before[-1]):
        found = _values(options[before[-1]], word, db)
    elif word.startswith("-") and ":" not in word:
        found = _begin(options, word)
    elif command is None:
        found = _begin(COMMANDS, word)
    elif arguments and command in _ONLY_FIRST:
        found = []
    else:
        found = _in_query(word, db) if command in QUERIED else []
        found = found or _from_index(ARGUMENTS.get(command, ()), word, db)
    # bash takes what follows a colon for a word of its own.
    cut = word.rindex(":") + 1 if ":" in words else 0
    return [each[cut:] for each in found]


def _joined(words: list[str]) -> list[str]:
    """The words as typed: bash breaks them at `:` and `=`; quotes and backslashes are taken away."""
    joined: list[str] = []
    for word in words:
        if joined and (word == ":" or (joined[-1].endswith(":") and word)):
            joined[-1] += _unquoted(word)
        elif word != "=":
            joined.append(_unquoted(word))
    return [*joined, ""] if words[-1] == "=" else joined


def _unquoted(word: str) -> str:
    if word[:1] in {"'", '"'}:
        return word[1:].removesuffix(word[0])
    return word.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")


def _read(words: list[str]) -> tuple[str | None, str | None, list[str]]:
    """The command, the index that is named, and the arguments after the command, options and their values left out."""
    command, db, arguments = None, None, []
    rest = iter(words)
    for word in rest:
        options = _ROOT if command is None else OPTIONS.get(command, {})
        if word.startswith("--db="):
            db = word[5:]
        elif options.get(word):
            value = next(rest, None)
            db = value if word == "--db" else db
        elif word.startswith("-"):
            continue
        elif command is None:
            command = word
        else:
            arguments.append(word)
    return command, db, arguments


def _values(kind: str, begun: str, db: str | None) -> list[str]:
    """Values of an option: those of a list, what a query may end in, or names."""
    if kind == "QUERY":
        return _in_query(begun, db)
    return _begin(kind.split(), begun) if kind.islower() else _from_index(_VALUES.get(kind, ()), begun, db)


def _in_query(text: str, db: str | None) -> list[str]:
    return completed(text, lambda sort, begun: _folded_alike((sort,), begun, db))


def _begin(names: Iterable[str], begun: str) -> list[str]:
    return [name for name in names if name.startswith(begun)]


def _from_index(sorts: tuple[str, ...], begun: str, db: str | None) -> list[str]:
    wanted = begun.casefold()
    return [name for name in _folded_alike(sorts, begun, db) if name.casefold().startswith(wanted)]


def _folded_alike(sorts: tuple[str, ...], begun: str, db: str | None) -> list[str]:
    """Names that begin so but for case, spaces and hyphens."""
    if not sorts:
        return []
    try:
        connection = _connection(db)
        try:
            found = [name for sort in sorts for name in _names(connection, sort, begun)]
        finally:
            connection.close()
    except Exception:
        return []
    # A name comes from a page: a terminal obeys what is not printable, and this program what begins as options do.
    return [name for name in dict.fromkeys(found) if name.isprintable() and not name.startswith("-")]


def _connection(db: str | None) -> sqlite3.Connection:
    from cli.database import is_demonstration, own_path
    from cli.folders import cache_folder
    from corpus_index.demonstration import demonstration_in
    from corpus_index.store.connection import connect

    path = own_path(db)
    if is_demonstration(db):
        path = demonstration_in(cache_folder()) or path
    connection = connect(path, "rw")
    connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    return connection


def _names(connection: sqlite3.Connection, sort: str, begun: str) -> list[str]:
    from corpus_index.store.beginnings import keys_that_begin, names_that_begin, tags_that_begin

    if sort == KEYS:
        return keys_that_begin(connection, begun, _MOST)
    if sort == TAGS:
        return tags_that_begin(connection, begun, _MOST)
    return names_that_begin(connection, sort, begun, _MOST)
