"""Which records are compared with which, and which papers come together by that."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.work import Heading, KnownRecord
from corpus_index.store.blocks import crowded_since, members_of, pairs_since
from corpus_index.store.decisions import decided
from corpus_index.store.known import headings_of, known_records, papers_of, records_since

Pair = tuple[int, int]

MOST_PAPERS = 20
"""How many papers of a crowded block a record is compared with.

A title that more papers have ("Introduction") tells nothing of a paper; what else records share brings them together.
"""
_AT_ONCE = 1000
"""How many pairs are looked at at once: enough for few statements, few enough for the memory."""
_AT_HAND = 100
"""How many whole records are kept in memory, for the next pairs that they are in."""


def joined_since(db: sqlite_utils.Database, first: int) -> list[frozenset[int]]:
    """Give groups of papers that are one by a record from the number `first` on and any other record."""
    said = decided(db.conn, records_since(db.conn, first))
    comparing = _Comparing(db, said)
    comparing.join([(b, a) for a, b in said])
    crowded = crowded_since(db.conn, first)
    pairs = pairs_since(db.conn, first, crowded)
    while some := list(islice(pairs, _AT_ONCE)):
        comparing.join(some)
    for block in crowded:
        if block.startswith(resolve.HINTS):
            continue
        before = comparing.learnt(members_of(db.conn, block, first, before=True))
        for some in pairs_in_crowd(comparing.learnt(members_of(db.conn, block, first)), comparing.together, before):
            comparing.join(some)
    return [group for group in comparing.clusters.groups() if len(group) > 1]


def pairs_in_crowd(
    records: Iterable[int], together: Callable[[int, int], bool], before: Iterable[int] = ()
) -> Iterator[list[Pair]]:
    """Give the pairs of each of these records with the first ones of the papers before it, `before` being the first.

    So the number of pairs grows with that of records, never with its square, and of those `before` only as many are
    asked for as it takes. `together` tells which records are known to be one paper; it is asked anew for each record,
    when those before have been compared.
    """
    firsts: list[int] = []
    for record in before:
        if not any(together(record, each) for each in firsts):
            firsts.append(record)
            if len(firsts) == MOST_PAPERS:
                break
    for record in records:
        yield [(record, each) for each in firsts if not together(record, each)]
        if len(firsts) < MOST_PAPERS and not any(together(record, each) for each in firsts):
            firsts.append(record)


class _Comparing:
    """The papers of records, and which of them have been found to be one; of a pair the newer record comes first."""

    def __init__(self, db: sqlite_utils.Database, said: Mapping[Pair, bool]) -> None:
        self.clusters = resolve.Clusters()
        self._db, self._said = db, said
        self._paper: dict[int, int] = {}
        self._headings: dict[int, Heading] = {}
        self._known = lru_cache(maxsize=_AT_HAND)(self._one_known)

    def learnt(self, members: Iterable[Pair]) -> Iterator[int]:
        """Give records of which each comes with its paper."""
        for record, paper in members:
            self._paper[record] = paper
            yield record

    def together(self, a: int, b: int) -> bool:
        """Tell whether the papers of two records are known to be one."""
        return self.clusters.together(self._paper[a], self._paper[b])

    def join(self, pairs: Sequence[Pair]) -> None:
        """Join the papers of pairs of records, as a person decided, or else where the records compare as the same."""
        records = list({record for pair in pairs for record in pair})
        self._paper |= papers_of(self._db.conn, set(records).difference(self._paper))
        if len(self._headings) > _AT_ONCE:
            self._headings.clear()
        self._headings |= headings_of(self._db.conn, set(records).difference(self._headings))
        for a, b in pairs:
            same = self._said.get((b, a))
            if (
                same is None
                and not self.together(a, b)
                and not resolve.surely_others(self._headings[a], self._headings[b])
            ):
                same = resolve.compare(self._known(a), self._known(b)).same
            if same:
                self.clusters.join(self._paper[a], self._paper[b])

    def _one_known(self, record: int) -> KnownRecord:
        return known_records(self._db.conn, [record])[0]
