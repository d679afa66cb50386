"""What of a command line are options and what are words, before typer reads it.

Typer takes whatever follows an option for its value, also another option, and `-other` for `-o` with the value `ther`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

Fail = Callable[[str], NoReturn]


def in_order(args: list[str], known: Mapping[str, Any], fail: Fail, *, query: bool) -> list[str]:
    """Give the arguments with all words behind the options, so that those that begin with `-` stay words.

    `known` are the options by their names. A mistyped `--option` fails, and so does an option in place of
    a value; of a `query`, a letter behind one `-` too, which is hardly ever a word.
    """
    options: list[str] = []
    words: list[str] = []
    rest = iter(args)
    for arg in rest:
        name = arg.partition("=")[0]
        if arg == "--":
            words += rest
        elif name in known:
            options += [arg, *_value(arg, known[name], known, rest, fail)]
        elif name.startswith("--") and name[2:].replace("-", "").isalpha():
            _refuse(name, known, fail)
        elif query and len(arg) == 2 and arg[0] == "-" and arg[1].isascii() and arg[1].isalpha():
            _refuse(arg, known, fail)
        else:
            words.append(arg)
    return [*options, "--", *words]


def check_values(args: list[str], known: Mapping[str, Any], fail: Fail) -> None:
    """Fail where an option stands in place of a value."""
    rest = iter(args)
    for arg in rest:
        if arg == "--":
            return
        if arg in known:
            list(_value(arg, known[arg], known, rest, fail))


def _value(arg: str, parameter: Any, known: Mapping[str, Any], rest: Iterator[str], fail: Fail) -> Iterator[str]:
    """Take the value of an option, if it is the next argument."""
    if "=" in arg or parameter.is_flag:
        return
    value = next(rest, None)
    if value is None:
        fail(f"{arg} takes {parameter.metavar or 'a value'}, which is missing")
    may_begin_so = value == "-" or value[1:].isdigit() or (parameter.metavar == "QUERY" and value not in known)
    if value.startswith("-") and not may_begin_so:
        meant = f"{max(parameter.opts, key=len)}={value}"
        fail(f"{arg} takes {parameter.metavar or 'a value'}, and {value} looks like an option; if it is meant: {meant}")
    yield value


def _refuse(name: str, known: Mapping[str, Any], fail: Fail) -> NoReturn:
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(known), 1)
    fail(f"there is no option {name}; {f'did you mean {close[0]}' if close else 'put -- before words that begin so'}")
