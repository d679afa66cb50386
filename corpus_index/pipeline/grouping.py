"""Which paper a record belongs to.

Two records are one paper where a chain of pairs that compare as the same leads from one to the other, unless a person
decided that two records of the chain are not, or their identifiers contradict each other. Of such a chain the best
pairs are joined first, and those that would bring together what must stay apart are passed over. It does not matter in
which order records come: adding only joins groups where nothing must stay apart, and elsewhere, or where a record is
lost, the groups are made anew, together with all to which a pair that was passed over leads.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.report import KeyNotKept, OnlyEarlier
from corpus_index.domain.work import KnownRecord
from corpus_index.pipeline.pairing import Pair, joined_since, pairs_in_crowd
from corpus_index.store import derived
from corpus_index.store.blocks import (
    MOST_IN_BLOCK,
    blocks_of,
    parted_from,
    records_in_blocks,
    save_blocks,
    save_parted,
)
from corpus_index.store.decisions import decided
from corpus_index.store.given_keys import hand_over
from corpus_index.store.known import known_records, may_be_several, papers_of, records_of
from corpus_index.store.own_rows import records_with_own
from corpus_index.store.write import move_records


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where new records went: which papers are `new`, and how many records are `merged` with another one.

    `changed` are the papers, new or known, that have to be made anew; `absorbed` are those that have no records left,
    and still have their rows. `keys_not_kept` are keys that the page prints and that lead to other papers,
    `only_earlier` is what it holds no more.
    """

    new: frozenset[int]
    changed: frozenset[int]
    absorbed: frozenset[int]
    merged: int
    keys_not_kept: tuple[KeyNotKept, ...] = ()
    only_earlier: OnlyEarlier | None = None


def place(db: sqlite_utils.Database, papers: Collection[int], first: int) -> Placement:
    """Join what new records connect; each of them, from the number `first` on, is one of the new `papers` so far."""
    corrected = records_with_own(db.conn, first)
    keep_blocks(db, corrected)
    changed = set(papers_of(db.conn, corrected).values())
    absorbed: set[int] = set()
    for group in joined_since(db, first):
        here, gone = _joined(db, sorted(group)) if changed.isdisjoint(group) else regroup(db, group)
        changed |= here
        absorbed |= gone
    new = frozenset(papers) - absorbed
    return Placement(
        new=new,
        changed=frozenset(changed - absorbed),
        absorbed=frozenset(absorbed),
        merged=len(papers) - len(new),
    )


def keep_blocks(db: sqlite_utils.Database, records: Collection[int]) -> None:
    """Bring the blocks of records in step with what a person says of them, which is to be done before grouping them."""
    if records:
        save_blocks(db, {known.id: resolve.blocks(known) for known in known_records(db.conn, records)})


def alike(db: sqlite_utils.Database, records: Collection[int]) -> set[int]:
    """The papers that have a record which compares as the same as one of these."""
    ours = known_records(db.conn, records)
    stored = blocks_of(db.conn, records)
    members = records_in_blocks(db.conn, set().union(*stored.values()), resolve.HINTS)
    near = {record: {other for block in stored[record] for other in members[block]} for record in records}
    others = {known.id: known for known in known_records(db.conn, set().union(*near.values()))}
    found = {other for known in ours for other in near[known.id] if resolve.compare(known, others[other]).same}
    return set(papers_of(db.conn, found).values())


def regroup(db: sqlite_utils.Database, papers: Collection[int]) -> tuple[set[int], set[int]]:
    """Group the records of papers anew, all together, and return the papers that there are now, and those without any.

    Papers come into it from which a decision or a contradiction parts them. A paper stays with its first record by page
    and place; of several that come together the oldest one stays.
    """
    involved = _with_parted(db, papers)
    of_papers = records_of(db.conn, involved)
    records = known_records(db.conn, [record for each in of_papers.values() for record in each])
    paper_of = {record: paper for paper, of_paper in of_papers.items() for record in of_paper}
    homes = {paper_of[known.id]: known.id for known in reversed(records)}
    here: set[int] = set()
    for group in _groups(db, records):
        claimants = sorted(paper for paper, home in homes.items() if home in group)
        heir = claimants[0] if claimants else derived.new_paper(db)
        for former in claimants[1:]:
            hand_over(db, former, heir)
        move_records(db, sorted(group), heir)
        here.add(heir)
    return here, involved - here


def _with_parted(db: sqlite_utils.Database, papers: Collection[int]) -> set[int]:
    """The papers, and those of all records that look like theirs and are parted, or were decided about with them."""
    involved = set(papers)
    while True:
        records = [record for each in records_of(db.conn, involved).values() for record in each]
        others = {record for pair in decided(db.conn, records) for record in pair} | parted_from(db.conn, records)
        more = involved.union(papers_of(db.conn, others).values())
        if more == involved:
            return involved
        involved = more


def _groups(db: sqlite_utils.Database, records: Sequence[KnownRecord]) -> list[frozenset[int]]:
    """The groups of records: pairs are joined as decided, then by score, revisions of one page first, then by place."""
    order = {known.id: at for at, known in enumerate(records)}
    known = {each.id: each for each in records}
    said = {pair: same for pair, same in decided(db.conn, order).items() if order.keys() >= set(pair)}
    pairs = _same(db, known, said)
    apart = [pair for pair, same in said.items() if not same]
    apart += [
        pair
        for chain in resolve.cluster(order, pairs)
        for pair in _contradicting([known[record] for record in sorted(chain)])
        if pair not in said
    ]
    groups = resolve.cluster(order, pairs, apart)
    group_of = {record: at for at, group in enumerate(groups) for record in group}
    save_parted(db, order, [(known[a], known[b]) for a, b in pairs if group_of[a] != group_of[b]])
    return groups


def _same(db: sqlite_utils.Database, known: Mapping[int, KnownRecord], said: Mapping[Pair, bool]) -> list[Pair]:
    """Pairs of records that are the same as was `said`, then those that compare so, best first.

    Where nothing can part records, those that other pairs have brought together are not compared.
    """
    places = {record: at for at, record in enumerate(known)}
    headings = {record: resolve.heading_of(each) for record, each in known.items()}
    undivided = all(said.values()) and not resolve.may_contradict(known.values())
    clusters = resolve.Clusters()
    scores = {pair: 2.0 for pair, same in said.items() if same}
    for a, b in _sharing_a_block(db, known, clusters.together):
        passed = (a, b) in said or (undivided and clusters.together(a, b))
        if not passed and not resolve.surely_others(headings[a], headings[b]):
            verdict = resolve.compare(known[a], known[b])
            if verdict.same:
                clusters.join(a, b)
                scores[a, b] = verdict.score
    revised = {(a, b): known[a].page == known[b].page for a, b in scores}
    return sorted(scores, key=lambda pair: (-scores[pair], not revised[pair], sorted(map(places.__getitem__, pair))))


def _contradicting(records: Sequence[KnownRecord]) -> Iterator[Pair]:
    """Pairs of the records of a chain whose numbers say that they are not one paper; of a crowd the first ones."""
    numbered = [known for known in records if known.record.ids or known.own.ids or known.record.publication]
    numbered = numbered[:MOST_IN_BLOCK]
    return ((a.id, b.id) for a, b in combinations(numbered, 2) if resolve.contradict(a, b))


def _sharing_a_block(
    db: sqlite_utils.Database, records: Collection[int], together: Callable[[int, int], bool]
) -> Iterator[Pair]:
    """Pairs of the smaller and the larger number, each once."""
    members_of: defaultdict[str, list[int]] = defaultdict(list)
    for record, blocks in sorted(blocks_of(db.conn, records).items()):
        for block in blocks:
            members_of[block].append(record)
    met: set[Pair] = set()
    for block, members in members_of.items():
        pairs: Iterable[Pair] = combinations(members, 2)
        if len(members) > MOST_IN_BLOCK:
            crowd = [] if block.startswith(resolve.HINTS) else pairs_in_crowd(members, together)
            pairs = ((b, a) for some in crowd for a, b in some)
        for pair in pairs:
            if pair not in met:
                met.add(pair)
                yield pair


def _joined(db: sqlite_utils.Database, papers: Sequence[int]) -> tuple[set[int], set[int]]:
    """Make one paper of several, or more than one where a person decided so; the papers that are there and are gone."""
    of_papers = records_of(db.conn, papers)
    records = [record for each in of_papers.values() for record in each]
    if not all(decided(db.conn, records).values()):
        return regroup(db, papers)
    if may_be_several(db.conn, of_papers, resolve.PARTING) and any(_contradicting(known_records(db.conn, records))):
        return regroup(db, papers)
    heir, *absorbed = papers
    for former in absorbed:
        hand_over(db, former, heir)
        move_records(db, of_papers[former], heir)
    return {heir}, set(absorbed)
