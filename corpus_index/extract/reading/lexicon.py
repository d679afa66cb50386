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
def known_families() -> dict[str, tuple[str, str]]:
    """Map a family's name in lower case to how much it needs to be believed, and its usual spelling.

    `alone` families need nothing, `versioned` ones a version or size, `ordinary` ones a text that speaks of models.
    """
    listed: dict[str, tuple[str, str]] = {}
    for section in table("families").values():
        for sort in ("alone", "versioned"):
            listed.update({family.casefold(): (sort, family) for family in section.get(sort, ())})
    listed.update({family.casefold(): ("ordinary", family) for family in words("families", "ordinary")})
    return listed


@cache
def benchmark_spellings() -> dict[str, str]:
    """Map every folded spelling of a listed benchmark to its canonical name."""
    listed = table("benchmarks")
    spellings = {fold(name): name for name in listed["names"]}
    spellings.update(listed["spellings"])
    return spellings
