r"""Letters with any accents as the commands that print them (`{\~{{\^e}}}`); `latex_accents.toml` lists those.

What such a letter is made of is Unicode's canonical decomposition, so it need not be one that Unicode has a sign for.
"""

import functools
import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from unicodedata import normalize

_FORMULA = re.compile(r"\{\\ensuremath\{(.*)\}\}")
_DOTLESS = {"i": r"\i", "j": r"\j"}


def accented(letter: str, encoded: Callable[[str], str]) -> str | None:
    """Write a letter with accents around what `encoded` makes of it without the outmost of them.

    None where an accent or the letter has no command.
    """
    parts = normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    listed = _commands()
    if not marks or not all(mark in listed for mark in marks):
        return None
    *inner, outmost = sorted(marks, key=lambda mark: listed[mark][0])
    place, command = listed[outmost]
    within = normalize("NFC", base + "".join(inner))
    written = encoded(within)
    if not written.isascii():
        return None
    if formula := _FORMULA.fullmatch(written):
        # Greek letters are signs of mathematics, on which accents of text are an error.
        above = _commands_in_math().get(outmost)
        return f"{{\\ensuremath{{{above}{{{formula[1]}}}}}}}" if above else None
    if place == "right":
        return written + command
    bare = written[1:-1] if written.startswith("{") else written
    return f"{{{command.replace('#', _DOTLESS.get(bare, bare) if place == 'above' else bare)}}}"


@functools.cache
def _listed() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("corpus_index.export").joinpath("latex_accents.toml").read_text(encoding="utf-8"))


def _commands_in_math() -> dict[str, str]:
    return _listed()["math"]


@functools.cache
def _commands() -> dict[str, tuple[str, str]]:
    """Give the place and the command of each accent; the names of places stand in the order of the alphabet."""
    places = {place: listed for place, listed in _listed().items() if place != "math"}
    return {mark: (place, command) for place, listed in places.items() for mark, command in listed.items()}
