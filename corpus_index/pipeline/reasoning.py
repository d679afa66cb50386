"""Why two papers, or two records, are one paper or are not."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations, islice, product
from math import isqrt

from corpus_index import resolve
from corpus_index.domain.why import Pairing, Reasons
from corpus_index.errors import NoSuchName
from corpus_index.store import Store
from corpus_index.store.blocks import blocks_of
from corpus_index.store.decisions import decided
from corpus_index.store.known import known_records
from corpus_index.store.names import find
from corpus_index.store.read import record_called, sources_of

_SHOWN = 3
"""How many pairs of two papers are shown."""
_MOST_PAIRS = 5_000
"""How many pairs of records are compared, which takes a second or so; of two papers the first ones of each."""


def why(store: Store, a: str, b: str | None = None) -> Reasons:
    """Explain what joins or parts `a` and `b`, each a key or the name of a record (`page#ordinal`).

    Without `b`, or where both are one paper, explain what joins its records. Of papers with very many records the first
    ones are compared, and the others counted. Raises `NoSuchName`.
    """
    ours, our_paper = _named(store, a)
    theirs, their_paper = (ours, our_paper) if b is None else _named(store, b)
    if our_paper != their_paper:
        some = _first(ours, _MOST_PAIRS // min(len(theirs), isqrt(_MOST_PAIRS)))
        others = _first(theirs, _MOST_PAIRS // len(some))
        pairs = _Pairs(store, some | others).between(some, others)
        best = tuple(sorted(pairs, key=_most_alike))[:_SHOWN]
        left_out = len(ours) + len(theirs) - len(some) - len(others)
        return Reasons(a=a, b=b or a, one_paper=False, pairs=best, left_out=left_out)
    records = sources_of(store.connection, our_paper)
    if len(ours) == len(theirs) == 1 and ours != theirs:
        chain = _chain(_Pairs(store, records), *ours, *theirs)
        return Reasons(a=a, b=b or a, one_paper=True, pairs=tuple(chain), left_out=0 if chain else len(records) - 2)
    some = _first(records, isqrt(2 * _MOST_PAIRS))
    joining = tuple(pair for pair in _Pairs(store, some).all() if pair.same)
    return Reasons(a=a, b=b or a, one_paper=True, pairs=joining, left_out=len(records) - len(some))


def _first(records: Mapping[str, int], count: int) -> dict[str, int]:
    return dict(islice(records.items(), count))


def _named(store: Store, name: str) -> tuple[dict[str, int], int]:
    """The records that a name stands for, by their names, and their paper."""
    record = record_called(store.connection, name)
    if record is not None:
        return {name: record[0]}, record[1]
    row = store.connection.execute(
        "SELECT id FROM papers WHERE key = ?1 UNION ALL SELECT paper_id FROM aliases WHERE alias = ?1", (name,)
    ).fetchone()
    if row is None:
        close = find(store, name).keys[:_SHOWN]
        hint = f"did you mean {' or '.join(close)}" if close else "papers list shows the keys, papers show the records"
        raise NoSuchName(name, "no paper or record has this key or name", hint, close)
    return sources_of(store.connection, row["id"]), row["id"]


class _Pairs:
    """Pairs of records with their verdicts."""

    def __init__(self, store: Store, records: Mapping[str, int]) -> None:
        self._records = records
        ids = list(records.values())
        self._known = {known.id: known for known in known_records(store.connection, ids)}
        self._blocks = blocks_of(store.connection, ids)
        self._decided = decided(store.connection, ids)

    def all(self) -> Iterator[Pairing]:
        """All pairs."""
        return (self.pair(a, b) for a, b in combinations(self._records, 2))

    def others(self, *names: str) -> list[str]:
        """The names of all records but some."""
        return [name for name in self._records if name not in names]

    def between(self, ours: Collection[str], theirs: Collection[str]) -> Iterator[Pairing]:
        """Pairs of one of ours and one of theirs."""
        return (self.pair(a, b) for a, b in product(ours, theirs))

    def pair(self, a: str, b: str) -> Pairing:
        """A pair."""
        one, other = self._records[a], self._records[b]
        verdict = resolve.compare(self._known[one], self._known[other])
        said = self._decided.get((min(one, other), max(one, other)))
        met = bool(self._blocks[one] & self._blocks[other])
        same = (met and verdict.same) if said is None else said
        ids = (
            {f"{each.id.scheme.value}:{each.id.value}" for each in self._known[of].record.ids} for of in (one, other)
        )
        return Pairing(
            a=a,
            b=b,
            same=same,
            score=verdict.score,
            penalties=verdict.penalties,
            decided=said,
            met=met,
            shared=tuple(sorted(set.intersection(*ids))),
        )


def _most_alike(pair: Pairing) -> tuple[object, ...]:
    return pair.decided is None, -pair.score, sum(penalty.weight for penalty in pair.penalties), pair.a, pair.b


def _chain(pairs: _Pairs, start: str, end: str) -> list[Pairing]:
    """The fewest pairs that lead from one record to another, as far as these are found among `_MOST_PAIRS`."""
    came_by: dict[str, Pairing] = {}
    waiting, left = deque([start]), [end, *pairs.others(start, end)]
    compared = 0
    while waiting and end in left and compared < _MOST_PAIRS:
        here = waiting.popleft()
        compared += len(left)
        reached = {there: pair for there in left if (pair := pairs.pair(here, there)).same}
        came_by |= reached
        waiting.extend(reached)
        left = [there for there in left if there not in reached]
    steps = []
    at = end
    while at in came_by:
        steps.append(came_by[at])
        at = came_by[at].a
    return steps[::-1]
