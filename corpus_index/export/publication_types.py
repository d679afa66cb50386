"""What kind of publication a paper is, and how each format writes that kind; `publication_types.toml` has the list."""

import functools
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Form:
    """How a format writes a kind: the `type` of its entries, the field of the `venue`, and what it must say `also`."""

    type: str
    venue: str
    also: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationType:
    """A kind of publication; `needs` are fields (`author`, `year`) without which an entry of it is not valid."""

    name: str
    venues: re.Pattern[str]
    needs: frozenset[str]
    bibtex: Form
    biblatex: Form
    ris: Form
    csl: Form


def publication_type(venue: str | None, known: Collection[str]) -> PublicationType:
    """Choose the kind by the `venue`, of those that are valid with what is `known` (`author`, `year`).

    Without a venue, or with one that says nothing of its kind, it is `other`: nothing is guessed.
    """
    kinds = _types()
    if venue:
        for kind in kinds.values():
            if kind.venues.search(venue):
                return kind if kind.needs <= set(known) else kinds[_OTHER]
    return kinds[_OTHER]


@functools.cache
def _types() -> dict[str, PublicationType]:
    text = files("corpus_index.export").joinpath("publication_types.toml").read_text(encoding="utf-8")
    return {
        name: PublicationType(
            name=name,
            venues=re.compile(listed["venues"].replace("\n", ""), re.IGNORECASE),
            needs=frozenset(listed.get("needs", ())),
            **{form: Form(**listed[form]) for form in ("bibtex", "biblatex", "ris", "csl")},
        )
        for name, listed in tomllib.loads(text).items()
    }
