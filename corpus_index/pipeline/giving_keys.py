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
    """Give their keys to the papers of `wishes` and to all that compete, or competed before, for the same `bases`."""
    rivals = [paper for paper in papers_wanting(db, bases) if paper not in wishes]
    wanted = {**wishes, **wishes_of(db, rivals)}
    current = derived.keys_of(db, wanted)
    given = resolve.distinct_keys(wanted, former_keys(db, bases))
    derived.set_keys(db, {paper: key for paper, key in given.items() if current.get(paper) != key})
