"""Keys that were given out, brought to the papers that have their records now."""

from collections import defaultdict
from collections.abc import Collection

import sqlite_utils

from corpus_index.domain.own import CHOSEN_KEY
from corpus_index.store import derived
from corpus_index.store.given_keys import (
    HeldKey,
    by_place,
    exported,
    give_out,
    given_for,
    held_by,
    holders_of,
    homes_of,
    lead,
)
from corpus_index.store.known import records_of
from corpus_index.store.own_rows import own_values_of


def lead_keys(db: sqlite_utils.Database, papers: Collection[int], gone: Collection[int]) -> set[int]:
    """Let each key that was given out for records of these papers lead to the paper of the first of them.

    The papers in `gone` have no records, and are deleted. Returns further papers that lost their key by it. Of several
    keys a paper has the one that a person chose, else one that was a key already, else that of its first record.
    """
    moving = given_for(db, papers) | {each.key for each in held_by(db, {*papers, *gone})}
    if not moving:
        derived.delete_papers(db, gone)
        return set()
    involved = {*papers, *gone, *holders_of(db, moving), *homes_of(db, moving).values()}
    held = {each.key: each for each in held_by(db, involved)}
    derived.delete_papers(db, gone)
    homes = homes_of(db, {*held, *moving})
    keys: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted({*held, *moving}):
        paper = homes.get(key) or held[key].paper
        if paper not in gone:
            keys[paper].append(key)
    lead(db, {paper: _in_order(db, paper, keys[paper], held) for paper in sorted(involved.difference(gone))})
    # What it was given out for is gone: from now on it goes where the records go that it leads to.
    give_out(db, [(paper, key) for paper, of_paper in keys.items() for key in of_paper if key not in homes])
    others = involved.difference(papers, gone)
    return others - derived.keys_of(db, others).keys()


def _in_order(db: sqlite_utils.Database, paper: int, keys: list[str], held: dict[str, HeldKey]) -> list[str]:
    if len(keys) < 2:
        return keys
    records = dict.fromkeys(records_of(db.conn, [paper])[paper], paper)
    chosen = own_values_of(db.conn, records).get(paper, {}).get(CHOSEN_KEY)
    places = {key: at for at, key in enumerate(by_place(db, keys))}
    return sorted(
        keys,
        key=lambda key: (
            key != chosen,
            not exported(db, key),
            key not in held or not held[key].current,
            places.get(key, len(places)),
            key,
        ),
    )
