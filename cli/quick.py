"""A shorter way for plain command lines of commands that must start at once, without importing typer.

The signature of a command's `run` is the one declaration of its options: a parameter `limit` with the default `10` is
`--limit N`. This reads it; typer reads it too, for everything else. Whatever is unusual here (`--limit=3`, `-h`, a
mistyped option, words that begin with `-`) is left to typer, which also words the errors. A test compares the two.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

QUICK = ("search", "show")
"""Commands whose modules do not import typer."""


def quick_call(arguments: list[str]) -> Callable[[], int] | None:
    """Give the call that a plain command line stands for, or `None` where typer has to read it."""
    if len(arguments) < 2 or arguments[0] not in QUICK:
        return None
    run: Any
    if arguments[0] == "search":
        from cli.commands.search import run
    else:
        from cli.commands.show import run
    read = _read(arguments[1:], options_of(run))
    if read is None or not read[0]:
        return None
    words, values = read
    return lambda: int(run(words, **values))


def options_of(run: Any) -> dict[str, object]:
    """Options of a command and their defaults: all parameters but the first, which takes the words."""
    names = run.__code__.co_varnames[1 : run.__code__.co_argcount]
    return {f"--{name}": default for name, default in zip(names, run.__defaults__ or (), strict=True)}


def _read(arguments: list[str], options: dict[str, object]) -> tuple[list[str], dict[str, object]] | None:
    words: list[str] = []
    values: dict[str, object] = {}
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("-"):
            words.append(argument)
            continue
        if argument not in options:
            return None
        value = _value(options[argument], rest)
        if value is None:
            return None
        values[argument[2:]] = value
    return words, values


def _value(default: object, rest: Iterator[str]) -> object:
    """The value of an option, whose kind its default tells; `None` where it is not plainly right."""
    if default is False:
        return True
    text = next(rest, "-")
    if text.startswith("-") or not text:
        return None
    if isinstance(default, int):
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0 else None
    return text
