"""Which paper a record belongs to.

Two records are one paper where a chain of pairs that compare as the same leads from one to the other. So it does not
matter in which order records come: adding can only join groups, and a group is split anew when it loses a record.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.work import KnownRecord
from corpus_index.store import derived
from corpus_index.store.known import blocks_of, known_records, papers_of, records_in_blocks, records_of
from corpus_index.store.write import move_records


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where new records go: the `paper` of each, which papers are `new`, and which `known` ones gain a record.

    `absorbed` are the papers that fused into another one and that have no records left; they still have their rows.
    """

    paper: Mapping[int, int]
    new: frozenset[int]
    known: frozenset[int]
    absorbed: frozenset[int]


def place(db: sqlite_utils.Database, records: Sequence[KnownRecord], blocks: Mapping[int, frozenset[str]]) -> Placement:
    """Find the papers of records that are not stored yet; make room for new papers, and fuse what they connect."""
    pairs = _same_among(records, blocks) + _same_as_stored(db, records, blocks)
    # Stored papers take part as negative numbers, new records as their own.
    nodes = [known.id for known in records] + sorted({other for _, other in pairs if other < 0})
    paper: dict[int, int] = {}
    new: set[int] = set()
    gaining: set[int] = set()
    absorbed: set[int] = set()
    for group in resolve.cluster(nodes, pairs):
        stored = [-node for node in group if node < 0]
        if stored:
            heir = derived.heir_of(db, stored)
            absorbed.update(_fuse(db, heir, stored))
            gaining.add(heir)
        else:
            heir = derived.new_paper(db)
            new.add(heir)
        paper.update((node, heir) for node in group if node > 0)
    return Placement(paper=paper, new=frozenset(new), known=frozenset(gaining), absorbed=frozenset(absorbed))


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


def _same_as_stored(
    db: sqlite_utils.Database, records: Sequence[KnownRecord], blocks: Mapping[int, frozenset[str]]
) -> list[tuple[int, int]]:
    """Pairs of a new record and (as a negative number) a stored paper with a record that is the same."""
    stored = records_in_blocks(db.conn, set().union(*blocks.values()))
    candidates = {known.id: {other for block in blocks[known.id] for other in stored[block]} for known in records}
    others = {known.id: known for known in known_records(db.conn, set().union(*candidates.values()))}
    paper = papers_of(db.conn, others)
    pairs = []
    for known in records:
        joined: set[int] = set()
        for other in sorted(candidates[known.id]):
            if paper[other] not in joined and resolve.compare(known, others[other]).same:
                joined.add(paper[other])
                pairs.append((known.id, -paper[other]))
    return pairs


def _fuse(db: sqlite_utils.Database, heir: int, papers: Sequence[int]) -> set[int]:
    absorbed = {paper for paper in papers if paper != heir}
    for former in sorted(absorbed):
        move_records(db, records_of(db.conn, [former])[former], heir)
        derived.hand_over(db, former, heir)
    return absorbed
