"""What follows for papers whose records changed: the papers anew, their keys, their names and their links.

Only what a change can reach is made anew: the papers that gain or lose a record, the keys that compete with theirs,
and the links of the families of names that they use. What comes out is what a single reading of everything would give,
because each of these steps is a function of the records alone.
"""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.own import CHOSEN_KEY
from corpus_index.domain.work import FactRef, KeyWish, KnownRecord, Work
from corpus_index.pipeline.giving_keys import give_keys
from corpus_index.pipeline.leading_keys import lead_keys
from corpus_index.pipeline.placing_names import placed_names
from corpus_index.pipeline.relinking import link_mentions, relink
from corpus_index.store import derived
from corpus_index.store.given_keys import exported
from corpus_index.store.known import fact_ids, known_records, records_of
from corpus_index.store.own_rows import own_from, own_values_of
from corpus_index.store.own_values import save_paper_own
from corpus_index.store.paper_rows import PlacedUse

_AT_ONCE = 500
"""How many papers are made anew at once: enough for few statements, few enough for the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """Papers of one record that are stored already but for their keys and links: the wish of each for its key.

    `introduced` are the families of names that they introduce or claim, `mentioned` those that they use otherwise.
    """

    wishes: Mapping[int, KeyWish] = field(default_factory=dict)
    introduced: AbstractSet[str] = frozenset()
    mentioned: AbstractSet[str] = frozenset()


_NOTHING = Fresh()


def settle(
    db: sqlite_utils.Database,
    changed: Collection[int],
    gone: Collection[int] = (),
    fresh: Fresh = _NOTHING,
    lost: AbstractSet[str] = frozenset(),
) -> None:
    """Bring all that follows from the records in step: for papers that `changed`, and for those without records.

    The papers in `gone` are deleted; neither they nor those that changed are among the `fresh` ones. Names of the
    families in `lost` have gone with records.
    """
    before = derived.keys_of(db, [*changed, *gone]).values()
    families = derived.families_of(db, gone) | lost
    changed = {*changed, *lead_keys(db, [*changed, *fresh.wishes], gone)}
    kept = derived.frozen_keys(db, fresh.wishes)
    wishes = {**fresh.wishes, **{paper: replace(fresh.wishes[paper], frozen=key) for paper, key in kept.items()}}
    ordered = sorted(changed)
    for start in range(0, len(ordered), _AT_ONCE):
        batch = _assembled(db, ordered[start : start + _AT_ONCE])
        frozen = derived.frozen_keys(db, batch)
        families |= derived.families_of(db, batch)
        derived.save_works(db, {paper: each.saved for paper, each in batch.items()})
        save_paper_own(db, {paper: each.own for paper, each in batch.items()})
        derived.save_names(db, {paper: each.names(paper) for paper, each in batch.items()})
        for paper, each in batch.items():
            wish = resolve.key_wish(each.work, each.records, frozen.get(paper))
            wishes[paper] = _renamed(db, wish, each)
    families |= derived.families_of(db, ordered) | fresh.introduced | derived.overtaken_families(db, fresh.wishes)
    give_keys(db, wishes, before)
    relink(db, families)
    link_mentions(db, fresh.mentioned - families, fresh.wishes)
    derived.save_citations(db, [*changed, *fresh.wishes])


@dataclass(frozen=True, slots=True)
class _Assembled:
    """A work with its records, and the rows of their facts."""

    work: Work
    records: list[KnownRecord]
    facts: dict[FactRef, int]
    own: dict[str, str]

    @property
    def saved(self) -> derived.Saved:
        """What the store is given."""
        return self.work, self.records, self.facts

    def names(self, paper: int) -> tuple[str, list[PlacedUse]]:
        """Its title, and the uses of names in it."""
        return self.work.title, placed_names(paper, self.work, self.records, self.facts)


def _renamed(db: sqlite_utils.Database, wish: KeyWish, paper: _Assembled) -> KeyWish:
    """Let a paper wish for the key that its file of references has for it now, unless it was exported or chosen."""
    if wish.frozen is None or len(wish.given) < 2 or paper.own.get(CHOSEN_KEY):
        return wish
    now = resolve.renamed(paper.records, wish.frozen)
    if now is None or exported(db, wish.frozen):
        return wish
    return replace(wish, frozen=None, given=tuple(dict.fromkeys((now, wish.frozen, *wish.given))))


def _assembled(db: sqlite_utils.Database, papers: Collection[int]) -> dict[int, _Assembled]:
    of_papers = records_of(db.conn, papers)
    ids = [record for of_paper in of_papers.values() for record in of_paper]
    paper_of = {record: paper for paper, of_paper in of_papers.items() for record in of_paper}
    records: dict[int, list[KnownRecord]] = {paper: [] for paper in papers}
    for known in known_records(db.conn, ids):
        records[paper_of[known.id]].append(known)
    facts: dict[int, dict[FactRef, int]] = {paper: {} for paper in papers}
    for ref, row in fact_ids(db.conn, ids).items():
        facts[paper_of[ref.record_id]][ref] = row
    own = own_values_of(db.conn, paper_of)
    return {
        paper: _Assembled(_work(records[paper], own.get(paper, {})), records[paper], facts[paper], own.get(paper, {}))
        for paper in papers
    }


def _work(records: list[KnownRecord], own: dict[str, str]) -> Work:
    return resolve.with_own(resolve.assemble(records), own_from(own))
