"""The title and abstract that rules read, with what every rule asks of them."""

import re
import string
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from corpus_index.extract.artefacts.established import is_common, is_established, is_respelled
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import Name
from corpus_index.extract.reading.text import Text

_SELF = re.compile(  # each begins with a letter, so that the search runs from one of them to the next
    r"w(?<![^\W_].)e |W(?<![^\W_].)e |o(?<![^\W_].)ur |O(?<![^\W_].)ur |"
    r"h(?:is (?:paper|work|report|study|article|thesis|letter|research|project)|e (?:paper|present (?:paper|work)))"
)
_NO_CAPITALS = f"{string.ascii_lowercase}{string.digits}{string.punctuation} "


@dataclass(frozen=True)
class Passage:
    """A record's text with its pairs of short and long forms."""

    text: Text
    pairs: tuple[Pair, ...]

    @cached_property
    def own_from(self) -> int:
        """Where the first sentence begins in which the paper speaks of itself; what stands before is background."""
        first = _SELF.search(self.text.clean, self.text.body)
        return self.text.sentence(first.start())[0] if first else self.text.body

    @cached_property
    def last_capitals(self) -> tuple[int, ...]:
        """Where the last capital of each sentence ends: behind it stands no name, and so nothing that presents one."""
        clean = self.text.clean
        return tuple([start + len(clean[start:end].rstrip(_NO_CAPITALS)) for start, end in self.text.sentences])

    @cached_property
    def new_pairs(self) -> tuple[Pair, ...]:
        """The pairs whose long form is no established term, nor their short form somebody else's name."""
        new = (pair for pair in self.pairs if pair.spelled or not is_common(pair.short))
        return tuple(pair for pair in new if not is_established(pair.long) and not is_respelled(pair.short, pair.long))

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
