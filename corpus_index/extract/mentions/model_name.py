"""A model's name at a place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPACE = re.compile(r"\s+")
_JOINED_BEFORE = re.compile(r"[\w-]")
_JOINED_BEHIND = re.compile(r"\w|-\w|\.\w")


@dataclass(frozen=True, slots=True)
class ModelName:
    """One occurrence of a model's name; `start` to `end` holds its printed form, which may complete another."""

    name: str
    start: int
    end: int
    rule: str = ""


def occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Give the places where exactly this name stands, not as a part of a longer one."""
    first, *rest = name.split()
    start = text.find(first)
    while start >= 0:
        end = _end_of(text, start + len(first), rest)
        if end and not _JOINED_BEHIND.match(text, end) and not (start and _JOINED_BEFORE.match(text, start - 1)):
            yield start, end
            start = text.find(first, end)
        else:
            start = text.find(first, start + 1)


def _end_of(text: str, position: int, words: list[str]) -> int | None:
    """Say where words end that follow a position, white space before each; `None` where they do not."""
    for word in words:
        space = _SPACE.match(text, position)
        if space is None or not text.startswith(word, space.end()):
            return None
        position = space.end() + len(word)
    return position
