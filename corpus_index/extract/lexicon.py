"""The vocabulary files, read once."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from corpus_index.domain.folding import fold


@cache
def table(name: str) -> dict[str, Any]:
    """Read `vocabulary/NAME.toml`."""
    return tomllib.loads(files("corpus_index.extract").joinpath("vocabulary", f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Give the list `words` of a section as a set, as written."""
    return frozenset(table(name)[key]["words"])


@cache
def one_of(name: str, key: str) -> str:
    """Give the list `words` of a section as a regular expression's alternatives, the longest first."""
    listed = sorted(words(name, key), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)


@cache
def benchmark_spellings() -> dict[str, str]:
    """Map every folded spelling of a listed benchmark to its canonical name."""
    listed = table("benchmarks")
    spellings = {fold(name): name for name in listed["names"]}
    spellings.update(listed["spellings"])
    return spellings
