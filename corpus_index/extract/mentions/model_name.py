"""A model's name at a place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class ModelName:
    """One occurrence of a model's name; `start` to `end` holds its printed form, which may complete another."""

    name: str
    start: int
    end: int
    rule: str = ""


def occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Give the places where exactly this name stands, not as a part of a longer one."""
    for match in _standing_alone(name).finditer(text):
        yield match.start(), match.end()


@lru_cache(maxsize=1 << 10)
def _standing_alone(name: str) -> re.Pattern[str]:
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<![\w-]){pattern}(?![\w]|-\w|\.\w)")
