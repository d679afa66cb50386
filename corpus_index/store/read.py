"""Reading papers. Plain sqlite3 and plain classes, because `search` and `show` must start at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.folding import fold
from corpus_index.domain.paper import Paper
from corpus_index.errors import NoSuchName
from corpus_index.store.building import build_papers
from corpus_index.store.connection import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


class Sort(StrEnum):
    """Orders of papers; each one falls back on the key."""

    KEY = "key"
    TITLE = "title"
    YEAR = "year"
    """Newest first, unknown years last."""
    ADDED = "added"
    """Latest first, by the first page that holds the paper."""


_AT_ONCE = 200
_BY_KEY = """
    SELECT {0} FROM papers WHERE key = ?
    UNION ALL SELECT papers.{0} FROM aliases JOIN papers ON papers.id = paper_id WHERE alias = ?
"""

# Both sides are read from indexes alone, for the records have the texts and lie far apart; `LIMIT -1` is no limit, but
# keeps SQLite from merging the sides: https://www.sqlite.org/optoverview.html#subquery_flattening
_FIRST_PAGES = """
    SELECT paper_id, min(places.page_id) AS page
    FROM records CROSS JOIN (SELECT id, page_id FROM records LIMIT -1) AS places ON places.id = records.id
    GROUP BY paper_id
"""
_SORTS = {
    Sort.KEY: "ORDER BY papers.key",
    Sort.TITLE: "ORDER BY papers.title COLLATE NOCASE, papers.key",
    Sort.YEAR: "ORDER BY papers.year IS NULL, papers.year DESC, papers.key",
    Sort.ADDED: f"LEFT JOIN ({_FIRST_PAGES}) ON paper_id = papers.id ORDER BY page DESC, papers.key",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much an index holds. Of artefacts, models and benchmarks each name counts once, in whatever spelling and
    number of papers; of results and specifications those that repeat another one of the same paper do not count.
    """

    pages: int
    records: int
    papers: int
    inferred_titles: int
    introduces: int
    models: int
    benchmarks: int
    results: int
    specs: int
    links: int
    conflicts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page in the index; `added` is the time in UTC (ISO 8601), `skipped` how many stretches are in no record."""

    name: str
    revision: int
    digest: str
    reader: str
    added: str
    records: int
    skipped: int


def keys(store: Store, sort: Sort = Sort.KEY) -> tuple[str, ...]:
    """All keys, in the order `sort`."""
    rows = store.connection.execute(f"SELECT key FROM papers {_SORTS[sort]}")  # noqa: S608  a constant
    return tuple(row["key"] for row in rows)


def newest(store: Store, limit: int) -> list[tuple[str, str]]:
    """Keys and titles of the papers that were stored last, the last one first."""
    rows = store.connection.execute("SELECT key, title FROM papers ORDER BY id DESC LIMIT ?", (limit,))
    return [(row["key"], row["title"]) for row in rows]


def paper(store: Store, key: str) -> Paper:
    """The paper with this key or alias; `NoSuchName` where there is none."""
    for found in papers(store, (key,)):
        return found
    raise NoSuchName(key, "no paper has this key", "papers list shows all keys")


def current_keys(store: Store, keys: Iterable[str]) -> dict[str, str]:
    """The key of the paper that each of these keys or former keys leads to, without those that no paper has."""
    known = {}
    for key in keys:
        row = store.connection.execute(_BY_KEY.format("key"), (key, key)).fetchone()
        if row is not None:
            known[key] = row[0]
    return known


def former_keys(store: Store) -> tuple[str, ...]:
    """All former keys of papers."""
    return tuple(row[0] for row in store.connection.execute("SELECT alias FROM aliases ORDER BY alias"))


def all_keys(store: Store, key: str) -> tuple[str, ...]:
    """The key of a paper and all its former ones."""
    rows = store.connection.execute(
        "SELECT alias FROM aliases JOIN papers ON papers.id = paper_id WHERE key = ? ORDER BY alias", (key,)
    )
    return (key, *(row[0] for row in rows))


def papers(store: Store, keys: Collection[str] | None = None) -> Iterator[Paper]:
    """The papers with these keys or aliases in the order given, each once; without `keys` all, by key."""
    if keys is None:
        ids = [row["id"] for row in store.connection.execute("SELECT id FROM papers ORDER BY key")]
    else:
        ids = list(dict.fromkeys(_ids(store.connection, keys)))
    for start in range(0, len(ids), _AT_ONCE):
        yield from build_papers(store.connection, ids[start : start + _AT_ONCE])


def record_called(connection: sqlite3.Connection, name: str) -> tuple[int, int] | None:
    """The record with this name (`page#ordinal`) and its paper."""
    row = connection.execute("SELECT record_id, paper_id FROM sources WHERE record = ?", (name,)).fetchone()
    return None if row is None else (row["record_id"], row["paper_id"])


def sources_of(connection: sqlite3.Connection, paper: int) -> dict[str, int]:
    """The records of a paper by their names, in the order in which the paper lists them."""
    rows = connection.execute(
        "SELECT record, record_id FROM sources WHERE paper_id = ? ORDER BY kind = 'summary', page, digest, ordinal",
        (paper,),
    )
    return {row["record"]: row["record_id"] for row in rows}


def counts(store: Store) -> Counts:
    """Count what the index holds."""
    statement = "SELECT field, count(*) FROM facts WHERE repeats IS NULL GROUP BY field"
    facts = dict(store.connection.execute(statement).fetchall())
    row = store.connection.execute(
        "SELECT (SELECT count(*) FROM pages) AS pages, (SELECT count(*) FROM records) AS records, "
        "(SELECT count(*) FROM papers) AS papers, (SELECT count(*) FROM links) AS links, "
        "(SELECT count(*) FROM papers WHERE title_inferred) AS inferred_titles, "
        "(SELECT count(*) FROM conflicts) AS conflicts"
    ).fetchone()
    return Counts(**dict(row), **_names(store), results=facts.get("results", 0), specs=facts.get("specs", 0))


def _names(store: Store) -> dict[str, int]:
    """How many names there are in each field that holds names; a benchmark may be named by a result alone."""
    # Imported here, because showing a paper must not pay for it.
    from corpus_index.store.boards import JOINED, mention_names, result_benchmarks

    names = {field: mention_names(store, field) for field in ("introduces", "models", "benchmarks")}
    names["benchmarks"] += [part for on in result_benchmarks(store) for part in on.benchmark.split(JOINED)]
    return {field: len({fold(name) for name in of_field}) for field, of_field in names.items()}


def pages(store: Store) -> tuple[StoredPage, ...]:
    """All pages, by name and revision."""
    rows = store.connection.execute(
        "SELECT name, revision, digest, reader, added, "
        "(SELECT count(*) FROM records WHERE page_id = pages.id) AS records, "
        "(SELECT count(*) FROM skipped WHERE page_id = pages.id) AS skipped "
        "FROM pages ORDER BY name, revision"
    )
    return tuple(StoredPage(**dict(row)) for row in rows)


def _ids(connection: sqlite3.Connection, keys: Iterable[str]) -> Iterator[int]:
    for key in keys:
        row = connection.execute(_BY_KEY.format("id"), (key, key)).fetchone()
        if row is not None:
            yield row[0]
