"""The title and abstract that rules read, with what every rule asks of them."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from corpus_index.extract.artefacts.established import is_established
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import Name
from corpus_index.extract.reading.text import Text

_SELF = ("we ", "We ", "our ", "Our ")
_WORKS = ("paper", "work", "report", "study", "article", "thesis", "letter", "research", "project")
_THIS = (*(f"his {work}" for work in _WORKS), "he paper", "he present paper", "he present work")


@dataclass(frozen=True)
class Passage:
    """A record's text with its pairs of short and long forms."""

    text: Text
    pairs: tuple[Pair, ...]

    @cached_property
    def own_from(self) -> int:
        """Where the first sentence begins in which the paper speaks of itself; what stands before is background."""
        clean, body = self.text.clean, self.text.body
        places = [clean.find(words, body) for words in _THIS]
        for word in _SELF:
            place = clean.find(word, body)
            while place > body and clean[place - 1].isalnum():
                place = clean.find(word, place + 1)
            places.append(place)
        first = min((place for place in places if place >= 0), default=-1)
        return self.text.sentence(first)[0] if first >= 0 else body

    @cached_property
    def new_pairs(self) -> tuple[Pair, ...]:
        """The pairs whose long form is no established term."""
        return tuple(pair for pair in self.pairs if not is_established(pair.long))

    @cached_property
    def defined(self) -> frozenset[str]:
        """The short forms that the text spells out."""
        return frozenset(pair.short for pair in self.pairs)

    @cached_property
    def title(self) -> str:
        """The title, flattened."""
        return self.text.clean[: max(0, self.text.body - 1)]

    def pair_from(self, start: int, end: int) -> Pair | None:
        """Give the first new pair that begins between two positions."""
        first = bisect_left(self.new_pairs, start, key=_start)
        pair = self.new_pairs[first] if first < len(self.new_pairs) else None
        return pair if pair and pair.start <= end else None

    def pairs_from(self, start: int, end: int) -> tuple[Pair, ...]:
        """Give the new pairs that begin between two positions."""
        first = bisect_left(self.new_pairs, start, key=_start)
        return self.new_pairs[first : bisect_left(self.new_pairs, end, first, key=_start)]

    def pair_of(self, short: str) -> Pair | None:
        """Give the pair of a short form."""
        return next((pair for pair in self.pairs if pair.short == short), None)

    def pair_start(self, name: Name) -> int:
        """Say where a name begins, with its long form where that stands before it."""
        return next((pair.start for pair in self.pairs if pair.short_start == name.start), name.start)

    def count(self, name: str) -> int:
        """Say how often a name stands in the abstract."""
        return self.text.clean.count(name, self.text.body)


def _start(pair: Pair) -> int:
    return pair.start
