"""What a person decides about which records are one paper."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils

from corpus_index.domain.own import CHOSEN_KEY, LEADS
from corpus_index.errors import NoSuchName, PapersError
from corpus_index.pipeline.called import paper_called
from corpus_index.pipeline.changing import changing
from corpus_index.pipeline.grouping import keep_blocks, regroup
from corpus_index.pipeline.resolving import settle
from corpus_index.store import derived
from corpus_index.store.changes import OpenChange
from corpus_index.store.decisions import save_decisions
from corpus_index.store.given_keys import give_out, part
from corpus_index.store.keys_of_runs import note_before
from corpus_index.store.known import papers_of, records_of
from corpus_index.store.own_values import part_own, save_own
from corpus_index.store.read import sources_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReport:
    """The keys of the papers that the records of the given ones are `now`, and those that they `were` before."""

    were: tuple[str, ...]
    now: tuple[str, ...]


def merge(path: Path, keys: Sequence[str], *, dry_run: bool = False) -> DecisionReport:
    """Make one paper of several, whatever their records say, for good; the first key stays, the others lead there.

    What the first one says comes before what the others say. Nothing of them is lost: the paper has all their records.
    The keys count as given out. Raises `NoSuchName`, `PapersError` where fewer than two papers are given, and
    `StoreError`.
    """
    with changing(path, dry_run=dry_run) as (store, db):
        papers = list(dict.fromkeys(paper_called(store, db, key) for key in keys))
        if len(papers) < 2:
            raise PapersError(" ".join(keys), "is one paper already", "give the keys of two papers or more")
        were = derived.keys_of(db, papers)
        give_out(db, were.items())
        change = OpenChange(f"merge {' '.join(keys)}").number(db)
        of_papers = records_of(db.conn, papers)
        for at, paper in enumerate(papers):
            others = [record for other in papers[:at] for record in of_papers[other]]
            save_decisions(db, change, of_papers[paper], others, same=True)
        save_own(db, change, papers[:1], {LEADS: ""})
        save_own(db, change, papers[1:], {LEADS: None})
        save_own(db, change, papers, {CHOSEN_KEY: were[papers[0]]})
        return _settled(db, papers, were)


def split(path: Path, key: str, sources: Collection[str], *, dry_run: bool = False) -> DecisionReport:
    """Make a paper of its own of some `sources` of a paper, for good.

    Each part has the key that was given out for one of its records, and what was said of it alone; what was said of
    both stays with the others, and a single key with the title that it was given out for.

    A source is its number in what `show` prints, from 1, or its name (`page#ordinal`). The sources may be further
    papers among themselves, where nothing in them says that they are one. Raises `NoSuchName`, `PapersError` where all
    or none are given, and `StoreError`.
    """
    with changing(path, dry_run=dry_run) as (store, db):
        paper = paper_called(store, db, key)
        were = derived.keys_of(db, [paper])
        records = sources_of(db.conn, paper)
        away = {_record(records, source) for source in sources}
        stay = set(records.values()) - away
        if not away or not stay:
            what = f"has {len(records)} sources, and {len(away)} of them are to be split off"
            raise PapersError(were[paper], what, "some must go and some must stay; papers show lists them")
        give_out(db, were.items())
        change = OpenChange(f"split {key} {' '.join(sources)}").number(db)
        note_before(db, change, were.values())
        save_decisions(db, change, away, stay, same=False)
        part_own(db, change, away, stay)
        keep_blocks(db, away)
        part(db, away, stay)
        return _settled(db, [paper], were)


def _record(records: dict[str, int], source: str) -> int:
    names = list(records)
    if source in records:
        return records[source]
    if source.isdecimal() and 1 <= int(source) <= len(names):
        return records[names[int(source) - 1]]
    raise NoSuchName(source, "the paper has no source with this name or number", f"it has {', '.join(names)}")


def _settled(db: sqlite_utils.Database, papers: Collection[int], were: Mapping[int, str]) -> DecisionReport:
    records = [record for of_paper in records_of(db.conn, papers).values() for record in of_paper]
    here, gone = regroup(db, papers)
    settle(db, changed=here, gone=gone)
    now = set(papers_of(db.conn, records).values())
    return DecisionReport(were=tuple(were.values()), now=tuple(sorted(derived.keys_of(db, now).values())))
