"""Keys for papers, and new ones for those that compete with them."""

from collections.abc import Collection, Mapping

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.work import KeyWish
from corpus_index.store import derived
from corpus_index.store.keys import former_keys, papers_wanting, wishes_of


def base_of(key: str) -> str:
    """The key without the suffix that it got in a competition; `_` stands only before such a suffix."""
    return key.partition("_")[0].casefold()


def give_keys(db: sqlite_utils.Database, wishes: Mapping[int, KeyWish], bases: Collection[str]) -> None:
    """Give their keys to the papers of `wishes` and to all that compete for them, or competed before for `bases`.

    A key that a page gives is in somebody's manuscript already: the one that a paper gets is frozen, and the others
    lead to it, where they are free.
    """
    bases = {*bases, *(base_of(key) for wish in wishes.values() for key in (wish.key, *wish.given))}
    rivals = [paper for paper in papers_wanting(db, bases) if paper not in wishes]
    wanted = {**wishes, **wishes_of(db, rivals)}
    current = derived.keys_of(db, wanted)
    former = former_keys(db, bases)
    given = resolve.distinct_keys(wanted, former)
    derived.set_keys(db, {paper: key for paper, key in given.items() if current.get(paper) != key})
    derived.freeze(db, [given[paper] for paper, wish in wishes.items() if given[paper] in wish.given])
    used = {key.casefold() for key in (*given.values(), *former)}
    for paper, wish in wishes.items():
        for key in wish.given:
            if key.casefold() not in used:
                derived.add_alias(db, key, paper)
                used.add(key.casefold())
