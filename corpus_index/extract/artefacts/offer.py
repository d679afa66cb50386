"""A name that a sentence presents as the paper's own."""

from typing import NamedTuple

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import Name


class Offer(NamedTuple):
    """A name that a sentence presents, with the stretch that says so, how strongly it does, and the rule.

    Where several sentences present one name, the offer with the highest `weight` gives kind and evidence.
    """

    name: Name
    start: int
    end: int
    weight: int
    kind: ArtefactKind | None = None
    long: str | None = None
    rule: str = ""


def offered(named: Name | Pair, cue: int, weight: int) -> Offer:
    """Make an offer of a name, or of the short form of a pair, that is presented by the word at `cue`."""
    if isinstance(named, Pair):
        return Offer(named.name, min(cue, named.start), named.end, weight, long=named.long)
    return Offer(named, min(cue, named.start), named.end, weight)
