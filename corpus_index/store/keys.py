"""Keys that compete with each other, and what their papers wish for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import sqlite_utils

from corpus_index.domain.report import KeyNotKept
from corpus_index.domain.work import KeyWish, content_of
from corpus_index.store.listed import listed, listed_texts

# The character after `_` is a backtick, and no key has a tilde: so a range from one to the other holds what begins so.
_CALLED = "SELECT papers.id FROM json_each(?) CROSS JOIN papers ON papers.key = value COLLATE NOCASE"
_BEGINNING = """
    SELECT id FROM papers WHERE key >= ?1 COLLATE NOCASE AND key < ?1 || '~' COLLATE NOCASE
    ORDER BY key COLLATE NOCASE LIMIT ?2
"""
_WITH_SUFFIX = """
    SELECT id, key FROM papers WHERE key >= ?1 || '_' COLLATE NOCASE AND key < ?1 || '`' COLLATE NOCASE
    AND NOT key_frozen ORDER BY key COLLATE NOCASE
"""
_FORMER = """
    SELECT alias FROM aliases
    WHERE lower(substr(alias, 1, instr(alias || '_', '_') - 1)) IN (SELECT lower(value) FROM json_each(?))
"""


def papers_called(db: sqlite_utils.Database, keys: Iterable[str]) -> set[int]:
    """The papers that have one of these keys, in any case."""
    return {row[0] for row in db.execute(_CALLED, [listed_texts(sorted(keys))])}


def papers_beginning(db: sqlite_utils.Database, stem: str, most: int | None) -> list[int]:
    """The papers whose key begins so, in any case, in the order of their keys; of more than `most` the first ones."""
    return [row[0] for row in db.execute(_BEGINNING, [stem, -1 if most is None else most])]


def papers_with_suffix(db: sqlite_utils.Database, base: str) -> Iterator[tuple[int, str]]:
    """The papers with `base`, `_` and a suffix as a key that was not given out, in the order of these keys."""
    yield from map(tuple, db.execute(_WITH_SUFFIX, [base]))


class HeldKeys:
    """The keys that papers have in the index, without those `but` some papers, which are to get others."""

    def __init__(self, db: sqlite_utils.Database, but: Collection[int]) -> None:
        self._db, self._but = db, but

    def __contains__(self, key: object) -> bool:
        """Whether a paper has this key, in any case."""
        rows = self._db.execute("SELECT id FROM papers WHERE key = ? COLLATE NOCASE", [key])
        return any(row[0] not in self._but for row in rows)


def former_keys(db: sqlite_utils.Database, bases: Iterable[str]) -> set[str]:
    """The former keys that are one of `bases`, alone or with `_` and a suffix, in any case."""
    return {row[0] for row in db.execute(_FORMER, [listed_texts(sorted(bases))])}


def wishes_of(db: sqlite_utils.Database, papers: Collection[int]) -> dict[int, KeyWish]:
    """What papers that have their keys wish for, read from their rows.

    A key that was not given out is the one that its paper wishes for, with or without a suffix; for one that was, the
    wish is of no account.
    """
    authors: defaultdict[int, list[str]] = defaultdict(list)
    rows = db.execute(
        "SELECT paper_id, name FROM paper_authors WHERE paper_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY paper_id, position",
        [listed(papers)],
    )
    for paper, name in rows:
        authors[paper].append(name)
    return {
        paper: KeyWish(
            key=key.partition("_")[0],
            content=content_of(title, abstract or summary, authors[paper]),
            frozen=key if frozen else None,
        )
        for paper, key, frozen, title, abstract, summary in db.execute(
            "SELECT id, key, key_frozen, title, abstract, summary FROM papers "
            "WHERE id IN (SELECT value FROM json_each(?))",
            [listed(papers)],
        )
    }


def open_keys(db: sqlite_utils.Database, keys: Iterable[str]) -> dict[str, int]:
    """The papers with those of these keys that were not given out, and may change."""
    statement = "SELECT key, id FROM papers WHERE key IN (SELECT value FROM json_each(?)) AND NOT key_frozen"
    return dict(db.execute(statement, [listed_texts(keys)]).fetchall())


def papers_with(db: sqlite_utils.Database, keys: Iterable[str]) -> list[tuple[int, str]]:
    """The papers with these keys, without former ones."""
    statement = "SELECT id, key FROM papers WHERE key IN (SELECT value FROM json_each(?))"
    return [(paper, key) for paper, key in db.execute(statement, [listed_texts(keys)])]


@dataclass(frozen=True, slots=True)
class Holder:
    """A paper that a key leads to."""

    id: int
    key: str
    title: str


def holder_of(db: sqlite_utils.Database, key: str) -> Holder | None:
    """The paper with this key or former key, in any case: BibTeX takes such keys for one."""
    row = db.execute(
        "SELECT id, key, title FROM papers WHERE key = ?1 COLLATE NOCASE "
        "UNION ALL SELECT id, key, title FROM aliases JOIN papers ON papers.id = paper_id "
        "WHERE alias = ?1 COLLATE NOCASE",
        [key],
    ).fetchone()
    return None if row is None else Holder(*row)


_NOT_KEPT = """
    SELECT metadata.text AS key, own.title, own.key AS instead, holder.key AS holder, holder.title AS holder_title
    FROM records JOIN metadata ON metadata.record_id = records.id AND metadata.field = 'key'
    JOIN papers AS own ON own.id = records.paper_id
    LEFT JOIN papers AS holder ON holder.id = coalesce(
        (SELECT id FROM papers WHERE key = metadata.text COLLATE NOCASE),
        (SELECT paper_id FROM aliases WHERE alias = metadata.text)
    )
    WHERE records.page_id = ? AND holder.id IS NOT own.id
    ORDER BY records.ordinal
"""


def keys_not_kept(db: sqlite_utils.Database, page: int) -> list[KeyNotKept]:
    """The keys that a page prints and that do not lead to the papers for which it prints them."""
    return [KeyNotKept(**row) for row in db.query(_NOT_KEPT, [page])]
