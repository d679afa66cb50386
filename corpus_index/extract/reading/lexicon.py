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


FAMILY_SORTS = ("versioned", "ordinary", "alone")
"""How much a family's name needs to be believed, the most demanding sort first; `families.toml` says what they mean."""


@cache
def known_families() -> dict[str, dict[str, str]]:
    """Map a family's name in lower case to its usual spellings, and each of them to how much it must be believed."""
    listed: dict[str, dict[str, str]] = {}
    for section in table("families").values():
        for sort in FAMILY_SORTS:
            for family in section.get(sort, ()):
                listed.setdefault(family.casefold(), {})[family] = sort
    return listed


@cache
def family_phrases() -> dict[str, tuple[str, ...]]:
    """Map the first word of every family of several words to the families that it begins, the longest first."""
    begun: dict[str, list[str]] = {}
    for spellings in known_families().values():
        for family in spellings:
            if " " in family:
                begun.setdefault(family.split()[0], []).append(family)
    return {word: tuple(sorted(families, key=len, reverse=True)) for word, families in begun.items()}


@cache
def benchmark_spellings() -> dict[str, str]:
    """Map every folded spelling of a listed benchmark to its canonical name; fields list their names apart."""
    listed = table("benchmarks")
    spellings = {
        fold(name): name for field in listed.values() if isinstance(field, dict) for name in field.get("names", ())
    }
    spellings.update(listed["spellings"])
    return spellings
