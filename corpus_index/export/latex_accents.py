r"""Letters with any accents as the commands that print them (`{\~{{\^e}}}`); `latex_accents.toml` lists those.

What such a letter is made of is Unicode's canonical decomposition, so it need not be one that Unicode has a sign for.
"""

import functools
import tomllib
from collections.abc import Callable
from importlib.resources import files
from unicodedata import normalize

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
    if place == "right":
        return written + command
    bare = written[1:-1] if written.startswith("{") else written
    return f"{{{command.replace('#', _DOTLESS.get(bare, bare) if place == 'above' else bare)}}}"


@functools.cache
def _commands() -> dict[str, tuple[str, str]]:
    """Give the place and the command of each accent; the names of places stand in the order of the alphabet."""
    text = files("corpus_index.export").joinpath("latex_accents.toml").read_text(encoding="utf-8")
    places: dict[str, dict[str, str]] = tomllib.loads(text)
    return {mark: (place, command) for place, listed in places.items() for mark, command in listed.items()}
