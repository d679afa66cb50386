"""What the identifiers of two records say about their being one paper."""

from collections.abc import Iterable
from enum import Enum

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.record import PrintedId

_ONE_A_PAPER = frozenset((Scheme.ARXIV, Scheme.ACL, Scheme.PUBMED, Scheme.OPENREVIEW))
"""Schemes by which a paper has one identifier; a preprint and its published version may have a DOI each."""


class Shared(Enum):
    """How two sets of identifiers meet."""

    SAME = "same"
    """They share one, and none of them tells the records apart."""
    OTHER = "other"
    """Of some scheme by which a paper has one identifier, each has its own; they may share one of a whole volume."""
    UNKNOWN = "unknown"
    """They say nothing."""


def compared_ids(a: Iterable[PrintedId], b: Iterable[PrintedId]) -> Shared:
    """Compare identifiers; versions do not count."""
    ours, theirs = ({(each.id.scheme, each.id.value) for each in ids} for ids in (a, b))
    shared = ours & theirs
    schemes = {scheme for scheme, _ in ours} & {scheme for scheme, _ in theirs}
    if schemes & _ONE_A_PAPER - {scheme for scheme, _ in shared}:
        return Shared.OTHER
    return Shared.SAME if shared else Shared.UNKNOWN
