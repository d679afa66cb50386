"""What the identifiers of two records say about their being one paper."""

import tomllib
from collections.abc import Set as AbstractSet
from enum import Enum
from importlib.resources import files

from corpus_index.domain.identifier import Scheme

Id = tuple[Scheme, str]
"""An identifier without its version."""

_ONE_A_PAPER = frozenset((Scheme.ARXIV, Scheme.ACL, Scheme.PUBMED, Scheme.OPENREVIEW))
"""Schemes by which a paper has one identifier; a preprint and its published version may have a DOI each."""
_REPOSITORIES = frozenset(
    tomllib.loads(files("corpus_index.resolve").joinpath("repositories.toml").read_text(encoding="utf-8"))[
        "prefixes"
    ].split()
)


class Shared(Enum):
    """How two sets of identifiers meet."""

    SAME = "same"
    """They share one, and none of them tells the records apart."""
    OTHER = "other"
    """One who gives a paper one identifier gave each its own; they may share one of a whole volume."""
    OTHER_PUBLISHERS = "other publishers"
    """Each has DOIs of a publisher that the other one has none of."""
    UNKNOWN = "unknown"
    """They say nothing."""


def compared_ids(a: AbstractSet[Id], b: AbstractSet[Id]) -> Shared:
    """Compare identifiers."""
    if not a or not b:
        return Shared.UNKNOWN
    shared = a & b
    schemes = {scheme for scheme, _ in a} & {scheme for scheme, _ in b}
    if schemes & _ONE_A_PAPER - {scheme for scheme, _ in shared}:
        return Shared.OTHER
    if shared:
        return Shared.SAME
    one, other = ({_publisher(value) for scheme, value in ids if scheme is Scheme.DOI} for ids in (a, b))
    if not one or not other or not _REPOSITORIES.isdisjoint(one | other):
        return Shared.UNKNOWN
    return Shared.OTHER_PUBLISHERS if one.isdisjoint(other) else Shared.OTHER


def is_preprint(ids: AbstractSet[Id]) -> bool:
    """Tell whether a record is of a preprint or a copy, by its identifiers."""
    return any(
        scheme is Scheme.ARXIV or (scheme is Scheme.DOI and _publisher(value) in _REPOSITORIES) for scheme, value in ids
    )


def _publisher(doi: str) -> str:
    return doi.partition("/")[0]
