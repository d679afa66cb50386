"""Pages of one name with other content: revisions, of which all stay in the index until they are removed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

_ONLY_EARLIER = """
    SELECT papers.key, substr(pages.digest, 1, 12) FROM pages
    JOIN records ON records.page_id = pages.id JOIN papers ON papers.id = records.paper_id
    WHERE pages.name = ?1 AND pages.id <> ?2 AND NOT EXISTS (
        SELECT 1 FROM records AS other JOIN pages AS page ON page.id = other.page_id
        WHERE other.paper_id = papers.id AND (page.name <> ?1 OR page.id = ?2)
    ) ORDER BY papers.key, pages.revision
"""
_OF_SOURCES = """
    SELECT sources.record, mine.revision, max(other.revision)
    FROM papers JOIN sources ON sources.paper_id = papers.id JOIN pages AS mine ON mine.digest = sources.digest
    JOIN pages AS other ON other.name = mine.name
    WHERE papers.key = ? GROUP BY sources.record_id HAVING count(*) > 1
"""


def only_earlier(connection: sqlite3.Connection, name: str, page: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of papers that only other revisions of the page `name` than the row `page` hold, and their digests."""
    rows = connection.execute(_ONLY_EARLIER, (name, page)).fetchall()
    return tuple(dict.fromkeys(row[0] for row in rows)), tuple(dict.fromkeys(row[1] for row in rows))


def revisions_of(connection: sqlite3.Connection, key: str) -> dict[str, tuple[int, int]]:
    """The revision of the page of each source of a paper, and the latest one of that name, where there are several."""
    return {name: (number, last) for name, number, last in connection.execute(_OF_SOURCES, (key,))}
