"""Why two papers, or two records, are one paper or are not."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product

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


def why(store: Store, a: str, b: str | None = None) -> Reasons:
    """Explain what joins or parts `a` and `b`, each a key or the name of a record (`page#ordinal`).

    Without `b`, or where both are one paper, explain what joins its records. Raises `NoSuchName`.
    """
    ours, our_paper = _named(store, a)
    theirs, their_paper = (ours, our_paper) if b is None else _named(store, b)
    if our_paper != their_paper:
        pairs = _Pairs(store, {**ours, **theirs}).between(ours, theirs)
        best = tuple(sorted(pairs, key=_most_alike))[:_SHOWN]
        return Reasons(a=a, b=b or a, one_paper=False, pairs=best)
    pairs_of = _Pairs(store, sources_of(store.connection, our_paper))
    joining = [pair for pair in pairs_of.all() if pair.same]
    if len(ours) == len(theirs) == 1 and ours != theirs:
        joining = _chain(joining, next(iter(ours)), next(iter(theirs)))
    return Reasons(a=a, b=b or a, one_paper=True, pairs=tuple(joining))


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
        return (self._pair(a, b) for a, b in combinations(self._records, 2))

    def between(self, ours: Collection[str], theirs: Collection[str]) -> Iterator[Pairing]:
        """Pairs of one of ours and one of theirs."""
        return (self._pair(a, b) for a, b in product(ours, theirs))

    def _pair(self, a: str, b: str) -> Pairing:
        one, other = self._records[a], self._records[b]
        verdict = resolve.compare(self._known[one], self._known[other])
        said = self._decided.get((min(one, other), max(one, other)))
        met = bool(self._blocks[one] & self._blocks[other])
        same = (met and verdict.same) if said is None else said
        return Pairing(a=a, b=b, same=same, score=verdict.score, penalties=verdict.penalties, decided=said, met=met)


def _most_alike(pair: Pairing) -> tuple[object, ...]:
    return pair.decided is None, -pair.score, sum(penalty.weight for penalty in pair.penalties), pair.a, pair.b


def _chain(pairs: Sequence[Pairing], start: str, end: str) -> list[Pairing]:
    """The fewest pairs that lead from one record to another."""
    came_by: dict[str, Pairing | None] = {start: None}
    waiting = deque([start])
    while waiting and end not in came_by:
        here = waiting.popleft()
        for pair in pairs:
            if here in (pair.a, pair.b):
                there = pair.b if pair.a == here else pair.a
                if there not in came_by:
                    came_by[there] = pair
                    waiting.append(there)
    steps = []
    at = end
    while (step := came_by.get(at)) is not None:
        steps.append(step)
        at = step.a if step.b == at else step.b
    return steps[::-1]
