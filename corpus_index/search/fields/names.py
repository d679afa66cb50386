"""Fields over names: of people, venues, models, benchmarks and methods, of keys, and of pages and their readers."""

import json
import sqlite3
from collections.abc import Callable

from corpus_index.domain.folding import fold
from corpus_index.search.clause import NOTHING, Condition
from corpus_index.search.name_matching import in_name, in_person, person_parts, spellings
from corpus_index.search.query import Phrase, Word
from corpus_index.search.unspaced import escaped
from corpus_index.store.listed import listed, listed_texts

_AUTHORS = """
SELECT DISTINCT name FROM paper_authors
WHERE name LIKE ? ESCAPE '\\' OR length(name) <> length(CAST(name AS BLOB))
"""
"""Names with a word, and those with letters beyond ASCII, of which SQLite does not know the case and the accents."""

_SPELLED = """
SELECT folded, name AS printed FROM names WHERE role IN (:role, 'introduces') AND instr(folded, :folded)
UNION
SELECT names.folded, facts.evidence FROM facts JOIN names ON names.fact_id = facts.id
WHERE facts.field IN (:role, 'introduces') AND instr(lower(facts.evidence), lower(:text))
"""
"""Names with the text in them, as stored and as the page prints them."""


def author(connection: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers by an author with all words of the term in the name."""
    longest = max(person_parts(term.text), key=len, default="")
    rows = connection.execute(_AUTHORS, (f"%{escaped(longest)}%",))
    names = [name for (name,) in rows if in_person(name, term)]
    sql = "papers.id IN (SELECT paper_id FROM paper_authors WHERE name IN (SELECT value FROM json_each(?)))"
    return Condition(sql, (listed_texts(names),)) if names else NOTHING


def venue(connection: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers that appeared where all words of the term are in the name: of a journal, a conference, a publisher."""
    rows = connection.execute("SELECT DISTINCT venue FROM papers WHERE venue IS NOT NULL")
    venues = [name for (name,) in rows if in_person(name, term)]
    sql = "(papers.venue IS NOT NULL AND papers.venue IN (SELECT value FROM json_each(?)))"
    return Condition(sql, (listed_texts(venues),)) if venues else NOTHING


def publication(connection: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers with all words of the term in one field of what else a reference says: publisher, editor, volume, ISBN."""
    rows = connection.execute("SELECT id, publication FROM papers WHERE publication IS NOT NULL")
    papers = [paper for paper, told in rows if any(in_person(value, term) for value in json.loads(told).values())]
    return Condition("papers.id IN (SELECT value FROM json_each(?))", (listed(papers),)) if papers else NOTHING


def named(role: str, kinds: tuple[str, ...]) -> Callable[[sqlite3.Connection, Word | Phrase], Condition]:
    """Papers with a name that fits and stands in `role`, or that they introduce as one of `kinds`."""

    def matching(connection: sqlite3.Connection, term: Word | Phrase) -> Condition:
        found: dict[str, None] = {}
        for spelled in spellings(term):
            values = {"role": role, "folded": fold(spelled.text), "text": spelled.text}
            for folded, printed in connection.execute(_SPELLED, values):
                if in_name(printed, spelled):
                    found[folded] = None
        sql = (
            "papers.id IN (SELECT names.paper_id FROM names LEFT JOIN facts ON facts.id = names.fact_id"
            " WHERE names.folded IN (SELECT value FROM json_each(?)) AND (names.role = ? OR"
            " (names.role = 'introduces' AND facts.kind IN (SELECT value FROM json_each(?)))))"
        )
        return Condition(sql, (listed_texts(found), role, listed_texts(kinds))) if found else NOTHING

    return matching


def key(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """The paper with this key or former key, in any case; or those whose key begins so."""
    pattern = escaped(term.text) + ("%" if isinstance(term, Word) and term.prefix else "")
    sql = (
        "(papers.key LIKE ? ESCAPE '\\' OR papers.id IN (SELECT paper_id FROM aliases WHERE alias LIKE ? ESCAPE '\\'))"
    )
    return Condition(sql, (pattern, pattern))


def page(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers from a page with the term in its name."""
    sql = (
        "papers.id IN (SELECT records.paper_id FROM records JOIN pages ON pages.id = records.page_id"
        " WHERE pages.name LIKE ? ESCAPE '\\')"
    )
    return Condition(sql, (f"%{escaped(term.text)}%",))


def source(connection: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers from pages that a reader with the term in its name read (`bibtex`), or with this record (`page#3`)."""
    readers = [name for (name,) in connection.execute("SELECT DISTINCT reader FROM pages") if in_name(name, term)]
    sql = (
        "papers.id IN (SELECT records.paper_id FROM records JOIN pages ON pages.id = records.page_id"
        " WHERE pages.reader IN (SELECT value FROM json_each(?))"
        " UNION SELECT paper_id FROM sources WHERE record = ?)"
    )
    return Condition(sql, (listed_texts(readers), term.text)) if readers or "#" in term.text else NOTHING
