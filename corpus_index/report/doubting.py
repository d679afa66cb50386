"""Papers whose records hardly passed for one paper."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice

from corpus_index.domain.work import KnownRecord
from corpus_index.store.connection import Store
from corpus_index.store.decisions import decided
from corpus_index.store.known import known_records

_SURE = 0.7
"""Records that score more are hardly ever two papers; one paper they are above 0.5."""
_AT_ONCE = 500
"""How many papers are read at once."""
_MOST_RECORDS = 30
"""How many records of a paper are compared with each other."""


def weak_joins(store: Store, papers: Mapping[int, Sequence[int]]) -> dict[int, str]:
    """Say of papers, of which the `papers` give the records, what speaks against them; sure ones are left out.

    A paper is doubtful where only a weak match joins some of its records to the others, and no person did.
    """
    found: dict[int, str] = {}
    some = iter(papers.items())
    while batch := {paper: records[:_MOST_RECORDS] for paper, records in islice(some, _AT_ONCE)}:
        numbers = [record for records in batch.values() for record in records]
        known = {each.id: each for each in known_records(store.connection, numbers)}
        said = {pair for pair, same in decided(store.connection, numbers).items() if same}
        for paper, records in batch.items():
            sure = [pair for pair in combinations(sorted(records), 2) if pair in said]
            doubt = next(_doubts([known[record] for record in sorted(records)], sure), None)
            if doubt is not None:
                found[paper] = doubt
    return found


def _doubts(records: Sequence[KnownRecord], sure: list[tuple[int, int]]) -> Iterator[str]:
    """What speaks against the best of the weak matches that join records to others, where any is needed."""
    from corpus_index import resolve

    verdicts = {(a.id, b.id): resolve.compare(a, b) for a, b in combinations(records, 2)}
    same = {pair: verdict for pair, verdict in verdicts.items() if verdict.same}
    groups = resolve.cluster(
        [known.id for known in records], [*sure, *(pair for pair in same if same[pair].score > _SURE)]
    )
    group_of = {record: at for at, group in enumerate(groups) for record in group}
    for a, b in sorted(same, key=lambda pair: -same[pair].score):
        if group_of[a] != group_of[b]:
            reasons = ", ".join(penalty.name for penalty in same[a, b].penalties)
            yield f"a weak match (score {same[a, b].score:.2f}): {reasons}"
