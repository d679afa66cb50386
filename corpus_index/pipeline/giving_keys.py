"""Keys for papers, and new ones for those that compete with them."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.work import KeyWish
from corpus_index.store import derived, given_keys
from corpus_index.store.keys import former_keys, papers_wanting, wishes_of


def base_of(key: str) -> str:
    """The key without the suffix that it got in a competition; `_` stands only before such a suffix."""
    return key.partition("_")[0].casefold()


def give_keys(db: sqlite_utils.Database, wishes: Mapping[int, KeyWish], bases: Collection[str]) -> None:
    """Give their keys to the papers of `wishes` and to all that compete for them, or competed before for `bases`.

    A key that a page gives is in somebody's manuscript already: the one that a paper gets is given out with it, and the
    others lead to it, where they are free. A key that was given out for papers that are gone is never made again, but
    for a paper of the same title, which is the same one from another page.
    """
    bases = {*bases, *(base_of(key) for wish in wishes.values() for key in (wish.key, *wish.given))}
    unused = given_keys.unused_keys(db, bases)
    if unused:
        wishes = {paper: _with_its_former(wish, unused) for paper, wish in wishes.items()}
    rivals = [paper for paper in papers_wanting(db, bases) if paper not in wishes]
    wanted = {**wishes, **wishes_of(db, rivals)}
    current = derived.keys_of(db, wanted)
    former = former_keys(db, bases)
    given = resolve.distinct_keys(wanted, former, unused)
    derived.set_keys(db, {paper: key for paper, key in given.items() if current.get(paper) != key})
    given_out = [
        (paper, given[paper]) for paper, wish in wishes.items() if given[paper] in wish.given and not wish.frozen
    ]
    used = {key.casefold() for key in (*given.values(), *former)}
    for paper, wish in wishes.items():
        for key in wish.given:
            if key.casefold() not in used:
                given_out.append((paper, key))
                used.add(key.casefold())
    if given_out:
        given_keys.give_out(db, given_out)


def _with_its_former(wish: KeyWish, unused: Mapping[str, str]) -> KeyWish:
    title = wish.content.partition("\n")[0].casefold()
    its = [
        key for key, of_title in unused.items() if base_of(key) == base_of(wish.key) and of_title.casefold() == title
    ]
    return replace(wish, given=(*wish.given, *its))
