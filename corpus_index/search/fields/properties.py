"""Fields over what is known of a paper: its year, its kind, the numbers that it states, what it has at all."""

import sqlite3
from collections.abc import Sequence

from corpus_index.search.clause import NOTHING, Condition
from corpus_index.search.name_matching import in_name, spellings
from corpus_index.search.query import Phrase, Word
from corpus_index.search.values import Range, score_range, year_range
from corpus_index.store.listed import listed_texts

_JOINED = " + "
"""Between the benchmarks of a result that is on several together."""

_SCORE = "facts.field = 'results' AND facts.kind = 'score'"
_OF_FACTS = "papers.id IN (SELECT records.paper_id FROM facts JOIN records ON records.id = facts.record_id"
_FACT = f"{_OF_FACTS} WHERE facts.field ="
_SCORED = f"{_OF_FACTS} WHERE {{}})"
_METADATA = _FACT.replace("facts", "metadata")
_HAS = {
    "abstract": "papers.abstract IS NOT NULL",
    "summary": "papers.summary <> ''",
    "title": "NOT papers.title_inferred",
    "author": "EXISTS (SELECT 1 FROM paper_authors WHERE paper_id = papers.id)",
    "year": "papers.year IS NOT NULL",
    "venue": "papers.venue IS NOT NULL",
    "id": "EXISTS (SELECT 1 FROM paper_ids WHERE paper_id = papers.id)",
    "arxiv": "EXISTS (SELECT 1 FROM paper_ids WHERE paper_id = papers.id AND scheme = 'arxiv')",
    "doi": "EXISTS (SELECT 1 FROM paper_ids WHERE paper_id = papers.id AND scheme = 'doi')",
    "url": f"({_FACT} 'urls') OR {_METADATA} 'url'))",
    "model": f"{_FACT} 'models')",
    "bench": f"{_FACT} 'benchmarks')",
    "score": _SCORED.format(_SCORE),
    "spec": f"{_FACT} 'specs')",
    "link": "(papers.id IN (SELECT source_id FROM links) OR papers.id IN (SELECT target_id FROM links))",
    "reference": f"{_METADATA} 'reference')",
    "tag": "EXISTS (SELECT 1 FROM paper_own WHERE paper_id = papers.id AND field LIKE 'tag:%')",
    "note": "EXISTS (SELECT 1 FROM paper_own WHERE paper_id = papers.id AND field = 'note')",
    "conflict": "EXISTS (SELECT 1 FROM conflicts WHERE paper_id = papers.id)",
}


def has(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers that have this part, one of `values.PARTS`."""
    return Condition(_HAS[term.text.strip().lower().removesuffix("s")])


def kind(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers that introduce an artefact of this kind, or of which a page gives a record of this kind."""
    wanted = term.text.strip().lower()
    if wanted in ("abstract", "summary"):
        return Condition("papers.id IN (SELECT paper_id FROM records WHERE kind = ?)", (wanted,))
    sql = (
        "papers.id IN (SELECT records.paper_id FROM facts JOIN records ON records.id = facts.record_id"
        " WHERE facts.field = 'introduces' AND facts.kind = ? AND facts.trust <> 'summary')"
    )
    return Condition(sql, (wanted,))


def year(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers of a year of this range; a paper of an unknown year is in none."""
    wanted = year_range(term.text.strip())
    return _within(wanted, "papers.year", "papers.year") if wanted else NOTHING


def score(connection: sqlite3.Connection, term: Word | Phrase, benchmarks: Sequence[Word | Phrase] = ()) -> Condition:
    """Papers that state a score in this range, on one of the benchmarks where some are given."""
    stated = stated_score(connection, term, benchmarks)
    return Condition(_SCORED.format(stated.sql), stated.values)


def stated_score(connection: sqlite3.Connection, term: Word | Phrase, benchmarks: Sequence[Word | Phrase]) -> Condition:
    """Facts (rows of the table `facts`) that are such scores.

    A range that is a result meets the one that is asked for where they overlap.
    """
    wanted = score_range(term.text.strip())
    if wanted is None:
        return NOTHING
    meets = _within(wanted, "facts.value", "COALESCE(facts.value_high, facts.value)")
    # A bare number above 1 may be a percentage, see `report/metrics.py`.
    bare = "facts.unit IS NULL AND facts.value > 1 AND facts.value <= 100"
    percent = f" AND (facts.unit = '%' OR ({bare}))" if wanted.percent else ""
    sql = f"{_SCORE} AND {meets.sql}{percent}"
    if not benchmarks:
        return Condition(sql, meets.values)
    sql += " AND facts.benchmark IN (SELECT value FROM json_each(?))"
    return Condition(sql, (*meets.values, listed_texts(_stated_on(connection, benchmarks))))


def _stated_on(connection: sqlite3.Connection, terms: Sequence[Word | Phrase]) -> list[str]:
    """Benchmarks of results, as stored, of which a name fits one of the terms."""
    wanted = [spelled for term in terms for spelled in spellings(term)]
    rows = connection.execute("SELECT DISTINCT benchmark FROM facts WHERE benchmark IS NOT NULL")
    return [
        joined
        for (joined,) in rows
        if any(in_name(name, spelled) for name in joined.split(_JOINED) for spelled in wanted)
    ]


def _within(wanted: Range, low: str, high: str) -> Condition:
    """A number, or the range from the column `low` to `high`, meets the wanted one."""
    parts = [f"{low} IS NOT NULL"]
    values = []
    equal = "" if wanted.open else "="
    if wanted.low is not None:
        parts.append(f"{high} >{equal} ?")
        values.append(wanted.low)
    if wanted.high is not None:
        parts.append(f"{low} <{equal} ?")
        values.append(wanted.high)
    return Condition(f"({' AND '.join(parts)})", tuple(values))
