"""Names that begin with what was typed, for shells."""

from __future__ import annotations

from corpus_index.domain.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

_KEYS = """
    SELECT key FROM papers WHERE key >= ?1 COLLATE NOCASE AND key < ?1 || char(1114111) COLLATE NOCASE
    ORDER BY key COLLATE NOCASE LIMIT ?2
"""
_NAMES = """
    SELECT DISTINCT name FROM names WHERE folded >= ?1 AND folded < ?1 || char(1114111) AND role = ?3
    ORDER BY folded, name LIMIT ?2
"""
_TAGS = """
    SELECT DISTINCT substr(field, 5) FROM paper_own
    WHERE field >= 'tag:' || ?1 AND field < 'tag:' || ?1 || char(1114111)
    ORDER BY field LIMIT ?2
"""


def keys_that_begin(connection: sqlite3.Connection, text: str, limit: int) -> list[str]:
    """At most `limit` keys of papers that begin so, in any case, in alphabetical order."""
    return [row[0] for row in connection.execute(_KEYS, (text, limit))]


def names_that_begin(connection: sqlite3.Connection, role: str, text: str, limit: int) -> list[str]:
    """At most `limit` names that papers mention as `models` or `benchmarks` (the `role`) and that begin so, folded."""
    return [row[0] for row in connection.execute(_NAMES, (fold(text), limit, role))]


def tags_that_begin(connection: sqlite3.Connection, text: str, limit: int) -> list[str]:
    """At most `limit` tags of papers that begin exactly so, in alphabetical order."""
    return [row[0] for row in connection.execute(_TAGS, (text, limit))]
