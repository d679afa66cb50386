"""Keys for papers, and new ones for those that compete with them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.work import KeyWish
from corpus_index.store import derived, given_keys
from corpus_index.store.keys import (
    HeldKeys,
    former_keys,
    papers_beginning,
    papers_called,
    papers_with_suffix,
    wishes_of,
)

MOST_OF_STEM = 1000
"""How many papers whose keys begin alike, suffix included, are given their keys anew.

More of them have one content, as thousands of parts of journals that are called "Front Matter" do: these keep theirs,
until one of them is taken out.
"""


def give_keys(db: sqlite_utils.Database, wishes: Mapping[int, KeyWish], before: Collection[str]) -> None:
    """Give their keys to the papers of `wishes`, and to those that compete for these or for what they had `before`.

    A key that a page gives is in somebody's manuscript already: the one that a paper gets is given out with it, and the
    others lead to it, where they are free. A key that was given out for papers that are gone is never made again, but
    for a paper of the same title, which is the same one from another page.
    """
    wished = [key for wish in wishes.values() for key in (wish.key, *wish.given)]
    bases = set(map(_base, (*before, *wished)))
    unused = given_keys.unused_keys(db, bases)
    wishes = _with_their_former(wishes, unused)
    rivals, crowded = _rivals(db, wishes, before)
    wanted = {**wishes, **wishes_of(db, rivals)}
    current = derived.keys_of(db, wanted)
    former = former_keys(db, bases)
    given = resolve.distinct_keys(wanted, former, unused, HeldKeys(db, wanted) if crowded else ())
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


def _with_their_former(wishes: Mapping[int, KeyWish], unused: Mapping[str, str]) -> Mapping[int, KeyWish]:
    keys: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, title in unused.items():
        keys[_base(key), title.casefold()].append(key)
    if not keys:
        return wishes
    titles = {paper: wish.content.partition("\n")[0].casefold() for paper, wish in wishes.items()}
    return {
        paper: replace(wish, given=(*wish.given, *keys.get((_base(wish.key), titles[paper]), ())))
        for paper, wish in wishes.items()
    }


def _rivals(db: sqlite_utils.Database, wishes: Mapping[int, KeyWish], before: Collection[str]) -> tuple[set[int], bool]:
    """The other papers that `distinct_keys` has to know, and whether there are more whose keys begin alike."""
    given = [key for wish in wishes.values() for key in wish.given]
    bases = {_base(key) for key in (*before, *(wish.key for wish in wishes.values()))}
    freed = set(map(_stem, before))
    stems = set(map(_stem, (*given, *map(resolve.key_stem, wishes.values()))))
    found = papers_called(db, {*bases, *given, *stems})
    crowded = _add_alike(db, found, stems - freed)
    known = found | wishes.keys()
    beside = (islice((key for paper, key in papers_with_suffix(db, base) if paper not in known), 2) for base in bases)
    crowded |= _add_alike(db, found, {_stem(key) for keys in beside for key in keys} - freed)
    _add_alike(db, found, freed, all_of_them=True)
    return found - wishes.keys(), crowded


def _add_alike(
    db: sqlite_utils.Database, found: set[int], stems: AbstractSet[str], *, all_of_them: bool = False
) -> bool:
    """Add the papers whose keys begin with one of these stems, and say whether those of one are too many for it."""
    crowded = False
    for stem in stems:
        if len(stem.partition("_")[2]) == resolve.SUFFIX:
            alike = papers_beginning(db, stem, None if all_of_them else MOST_OF_STEM + 1)
            crowded |= not all_of_them and len(alike) > MOST_OF_STEM
            found.update(alike if all_of_them else alike[:MOST_OF_STEM])
    return crowded


def _base(key: str) -> str:
    """The key without the suffix that it got in a competition; `_` stands only before such a suffix."""
    return key.partition("_")[0].casefold()


def _stem(key: str) -> str:
    """The beginning of a key that stands in the way of others which begin so."""
    return key[: len(key.partition("_")[0]) + 1 + resolve.SUFFIX].casefold()
