"""Which paper a record belongs to.

Two records are one paper where a chain of pairs that compare as the same leads from one to the other. So it does not
matter in which order records come: adding can only join groups, and a group is split anew when it loses a record.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.work import KnownRecord
from corpus_index.store import derived
from corpus_index.store.known import blocks_of, known_records, pairs_since, papers_of, records_of
from corpus_index.store.write import move_records


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where new records went: which papers are `new`, and how many records are `merged` with another one.

    `fused` are the papers, new or known, that several papers became; `absorbed` are those that have no records left,
    and still have their rows.
    """

    new: frozenset[int]
    fused: frozenset[int]
    absorbed: frozenset[int]
    merged: int


def place(db: sqlite_utils.Database, papers: Collection[int], first: int) -> Placement:
    """Fuse what new records connect; each of them, from the number `first` on, is one of the new `papers` so far."""
    pairs = _same_since(db, first)
    fused: set[int] = set()
    absorbed: set[int] = set()
    for group in resolve.cluster(sorted({paper for pair in pairs for paper in pair}), pairs):
        heir = derived.heir_of(db, sorted(group))
        absorbed.update(_fuse(db, heir, sorted(group)))
        fused.add(heir)
    new = frozenset(papers) - absorbed
    return Placement(
        new=new,
        fused=frozenset(fused),
        absorbed=frozenset(absorbed),
        merged=len(papers) - len(new),
    )


def split_up(db: sqlite_utils.Database, paper: int) -> list[int]:
    """Group the records that a paper has left anew, and return the papers that they are now, `paper` among them.

    None are returned where it has no records left. `paper` stays with the group of the first record by page and
    place, so that its key does.
    """
    records = known_records(db.conn, records_of(db.conn, [paper])[paper])
    if not records:
        return []
    stored = blocks_of(db.conn, [known.id for known in records])
    pairs = _same_among(records, {record: frozenset(blocks) for record, blocks in stored.items()})
    groups = resolve.cluster([known.id for known in records], pairs)
    others = [group for group in groups if records[0].id not in group]
    papers = [paper]
    for group in others:
        papers.append(derived.new_paper(db))
        move_records(db, sorted(group), papers[-1])
    return papers


def _same_among(records: Sequence[KnownRecord], blocks: Mapping[int, frozenset[str]]) -> list[tuple[int, int]]:
    members: dict[str, list[KnownRecord]] = defaultdict(list)
    for known in records:
        for block in blocks[known.id]:
            members[block].append(known)
    compared: set[tuple[int, int]] = set()
    pairs = []
    for in_block in members.values():
        for at, a in enumerate(in_block):
            for b in in_block[:at]:
                if (a.id, b.id) not in compared:
                    compared.add((a.id, b.id))
                    if resolve.compare(a, b).same:
                        pairs.append((a.id, b.id))
    return pairs


def _same_since(db: sqlite_utils.Database, first: int) -> list[tuple[int, int]]:
    """Pairs of papers that are the same by a new record of the one and any record of the other."""
    candidates = pairs_since(db.conn, first)
    ids = {record for pair in candidates for record in pair}
    records = {known.id: known for known in known_records(db.conn, ids)}
    paper = papers_of(db.conn, ids)
    same: dict[tuple[int, int], None] = {}
    for record, other in candidates:
        pair = (paper[record], paper[other])
        if pair not in same and resolve.compare(records[record], records[other]).same:
            same[pair] = None
    return list(same)


def _fuse(db: sqlite_utils.Database, heir: int, papers: Sequence[int]) -> set[int]:
    absorbed = {paper for paper in papers if paper != heir}
    for former in sorted(absorbed):
        move_records(db, records_of(db.conn, [former])[former], heir)
        derived.hand_over(db, former, heir)
    return absorbed
