"""Fields over identifiers, and over what cites what: by the references that pages list, and by links."""

import sqlite3

from corpus_index.domain.folding import fold
from corpus_index.search.clause import NOTHING, Condition
from corpus_index.search.query import Phrase, Word
from corpus_index.search.unspaced import escaped
from corpus_index.store.identified import IS_IDENTIFIER, as_values, without_address
from corpus_index.store.listed import listed


def identifier(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers with this identifier, written bare, with its scheme (`doi:...`) or as an address; in any version."""
    if isinstance(term, Word) and term.prefix:
        pattern = escaped(without_address(term.text)) + "%"
        return Condition("papers.id IN (SELECT paper_id FROM paper_ids WHERE value LIKE ? ESCAPE '\\')", (pattern,))
    sql = f"papers.id IN (SELECT paper_id FROM paper_ids WHERE {IS_IDENTIFIER})"  # noqa: S608
    return Condition(sql, as_values(term.text))


def cites(connection: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers that list a paper of this name among their references, or build on what it introduces.

    The paper need not be in the index where the term is an identifier.
    """
    sql = (
        "papers.id IN (SELECT source_id FROM links WHERE target_id IN (SELECT value FROM json_each(?))"  # noqa: S608
        " UNION SELECT records.paper_id FROM reference_ids JOIN records ON records.id = reference_ids.record_id"
        " WHERE (scheme, reference_ids.value) IN"
        " (SELECT scheme, paper_ids.value FROM paper_ids WHERE paper_id IN (SELECT value FROM json_each(?)))"
        " UNION SELECT records.paper_id FROM reference_ids JOIN records ON records.id = reference_ids.record_id"
        f" WHERE {IS_IDENTIFIER})"
    )
    called = listed(_papers_called(connection, term))
    return Condition(sql, (called, called, *as_values(term.text)))


def cited_by(connection: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers that a paper of this name lists among its references, or whose work it builds on."""
    called = _papers_called(connection, term)
    if not called:
        return NOTHING
    sql = (
        "papers.id IN (SELECT target_id FROM links WHERE source_id IN (SELECT value FROM json_each(?))"
        " UNION SELECT paper_ids.paper_id FROM records JOIN reference_ids ON reference_ids.record_id = records.id"
        " JOIN paper_ids USING (scheme, value) WHERE records.paper_id IN (SELECT value FROM json_each(?)))"
    )
    return Condition(sql, (listed(called), listed(called)))


def _papers_called(connection: sqlite3.Connection, term: Word | Phrase) -> list[int]:
    """Papers with this key, former key, identifier, title, or name of what they introduce."""
    if isinstance(term, Word) and term.prefix:
        rows = connection.execute("SELECT id FROM papers WHERE key LIKE ? ESCAPE '\\'", (escaped(term.text) + "%",))
        return [row[0] for row in rows]
    rows = connection.execute(
        "SELECT id FROM papers WHERE key = ? COLLATE NOCASE"  # noqa: S608  a constant of this file
        " UNION SELECT paper_id FROM aliases WHERE alias = ?"
        f" UNION SELECT paper_id FROM paper_ids WHERE {IS_IDENTIFIER}"
        " UNION SELECT names.paper_id FROM names LEFT JOIN facts ON facts.id = names.fact_id"
        " WHERE names.folded = ? AND names.role IN ('title', 'introduces', 'long')"
        " AND COALESCE(facts.trust, 'own') <> 'summary'",
        (term.text, term.text, *as_values(term.text), fold(term.text)),
    )
    return [row[0] for row in rows]
