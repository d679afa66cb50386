"""What kind of publication a paper is, and how each format writes that kind; `publication_types.toml` has the list."""

import functools
import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources import files

_OTHER = "other"
_NO_VENUE = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationType:
    """A kind of publication: the field that its `venue` is, and what formats call entries of it.

    `types` are what sources call it. `needs` are fields (`author`, `year`) without which an entry of it is not valid;
    biblatex also wants a `genre` of some.
    """

    name: str
    venues: re.Pattern[str]
    types: frozenset[str]
    needs: frozenset[str]
    venue: str
    bibtex: str
    biblatex: str
    ris: str
    csl: str
    genre: str


def publication_type(venue: str | None, known: Collection[str], told: str | None = None) -> PublicationType:
    """Choose the kind that a source has `told`; else by the `venue`, of those that are valid with what is `known`.

    Without a venue, or with one that says nothing of its kind, it is `other`: nothing is guessed.
    """
    kinds = _types()
    for kind in kinds.values():
        if told in kind.types:
            return kind
    if venue:
        for kind in kinds.values():
            if kind.venues.search(venue):
                return kind if kind.needs <= set(known) else kinds[_OTHER]
    return kinds[_OTHER]


def type_names() -> list[str]:
    """List what sources call the types of publications that formats know."""
    return sorted(name for kind in _types().values() for name in kind.types)


@functools.cache
def _types() -> dict[str, PublicationType]:
    text = files("corpus_index.export").joinpath("publication_types.toml").read_text(encoding="utf-8")
    return {
        name: PublicationType(
            name=name,
            venues=re.compile(listed.get("venues", _NO_VENUE).replace("\n", ""), re.IGNORECASE),
            types=frozenset(listed.get("types", ())),
            needs=frozenset(listed.get("needs", ())),
            genre=listed.get("genre", ""),
            **{field: listed[field] for field in ("venue", "bibtex", "biblatex", "ris", "csl")},
        )
        for name, listed in tomllib.loads(text).items()
    }
