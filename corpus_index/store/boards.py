"""Reading facts across papers: what leaderboards, model lists and checks are made of.

Facts come in one order that depends on the content alone: trust, key, record, position.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from corpus_index.domain.board import PlacedMention, PlacedResult
from corpus_index.domain.conflict import Conflict
from corpus_index.domain.facts import Bound, ResultKind, Role, Trust
from corpus_index.store.conflict_rows import conflict_of
from corpus_index.store.connection import Store

JOINED = " + "
"""Between the benchmarks of a result that is on several together."""

_PLACE = """
    papers.key AS key, papers.title AS title, papers.title_inferred AS title_inferred, papers.year AS year,
    sources.record AS record, sources.page AS page, sources.first_line AS first_line, sources.last_line AS last_line,
    facts.trust AS trust, facts.evidence AS evidence, facts.start AS start, facts."end" AS "end"
"""
_FROM = """
    FROM facts JOIN sources ON sources.record_id = facts.record_id JOIN papers ON papers.id = sources.paper_id
    WHERE facts.repeats IS NULL AND (:keys IS NULL OR papers.key IN (SELECT value FROM json_each(:keys)))
"""
_ORDER = """
    ORDER BY CASE facts.trust WHEN 'own' THEN 0 WHEN 'quoted' THEN 1 ELSE 2 END,
             papers.key, sources.record, facts.start, facts.id
"""


class ResultOn(NamedTuple):
    """A result in short: the paper's key, the benchmark (several joined by ` + `), the kind, and who reached it."""

    key: str
    benchmark: str
    kind: ResultKind
    subject: str | None


def _chosen(keys: Collection[str] | None) -> str | None:
    return None if keys is None else json.dumps(list(keys))


def result_benchmarks(store: Store, keys: Collection[str] | None = None) -> Iterator[ResultOn]:
    """Every result that has a benchmark, in short."""
    sql = f"""
        SELECT papers.key, facts.benchmark, facts.kind, facts.subject
        {_FROM} AND facts.field = 'results' AND facts.benchmark <> ''
    """
    for key, benchmark, kind, subject in store.connection.execute(sql, {"keys": _chosen(keys)}):
        yield ResultOn(key, benchmark, ResultKind(kind), subject)


def results_on(store: Store, benchmarks: Collection[str], keys: Collection[str] | None = None) -> list[PlacedResult]:
    """Results whose benchmark, as stored, is one of `benchmarks`."""
    return _results(store, "facts.benchmark IN (SELECT value FROM json_each(:names))", benchmarks, keys)


def results_of(store: Store, subjects: Collection[str], keys: Collection[str] | None = None) -> list[PlacedResult]:
    """Results whose subject, as stored, is one of `subjects`."""
    return _results(store, "facts.subject IN (SELECT value FROM json_each(:names))", subjects, keys)


def results_in(store: Store, keys: Collection[str]) -> list[PlacedResult]:
    """All results that the papers of `keys` state."""
    return _results(store, "TRUE", (), keys)


def subjects(store: Store) -> list[str]:
    """Distinct subjects of results, as stored, sorted."""
    sql = "SELECT DISTINCT subject FROM facts WHERE field = 'results' AND subject <> '' ORDER BY subject"
    return [row[0] for row in store.connection.execute(sql)]


def _results(store: Store, condition: str, names: Collection[str], keys: Collection[str] | None) -> list[PlacedResult]:
    sql = f"""
        SELECT {_PLACE}, facts.value AS value, facts.value_high AS value_high, facts.unit AS unit, facts.kind AS kind,
               facts.bound AS bound, facts.metric AS metric, facts.benchmark AS benchmark, facts.subject AS subject,
               facts.baseline AS baseline, facts.total AS total
        {_FROM} AND facts.field = 'results' AND {condition}
        {_ORDER}
    """
    rows = store.connection.execute(sql, {"keys": _chosen(keys), "names": json.dumps(list(names))})
    return [_result(row) for row in rows]


def _result(row: sqlite3.Row) -> PlacedResult:
    values = dict(row)
    values["title_inferred"] = bool(values["title_inferred"])
    values["trust"] = Trust(values["trust"])
    values["kind"] = ResultKind(values["kind"])
    values["bound"] = Bound(values["bound"]) if values["bound"] else None
    return PlacedResult(**values)


def mentions(
    store: Store, field: str, names: Collection[str] | None = None, keys: Collection[str] | None = None
) -> list[PlacedMention]:
    """Mentions in `field` (models or benchmarks), all of them or those of exactly `names`."""
    sql = f"""
        SELECT {_PLACE}, facts.name AS name, facts.role AS role
        {_FROM} AND facts.field = :field
        AND (:names IS NULL OR facts.name IN (SELECT value FROM json_each(:names)))
        {_ORDER}
    """  # noqa: S608
    rows = store.connection.execute(sql, {"keys": _chosen(keys), "names": _chosen(names), "field": field})
    return [_mention(row) for row in rows]


def _mention(row: sqlite3.Row) -> PlacedMention:
    values = dict(row)
    values["title_inferred"] = bool(values["title_inferred"])
    values["trust"] = Trust(values["trust"])
    values["role"] = Role(values["role"]) if values["role"] else None
    return PlacedMention(**values)


def lineages(store: Store, names: Collection[str]) -> list[tuple[str, str, str]]:
    """Base, descendant and paper key, sorted: papers that introduce a model, and use another, by their own words.

    Only pairs in which one of the two is among `names`, as stored.
    """
    sql = """
        WITH used AS (
            SELECT sources.paper_id, facts.name, facts.role FROM facts JOIN sources USING (record_id)
            WHERE facts.field = 'models' AND facts.role IN ('base', 'introduced') AND facts.trust = 'own'
        )
        SELECT DISTINCT base.name, made.name, papers.key
        FROM used AS base JOIN used AS made USING (paper_id) JOIN papers ON papers.id = paper_id
        WHERE base.role = 'base' AND made.role = 'introduced'
        AND (base.name IN (SELECT value FROM json_each(:names)) OR made.name IN (SELECT value FROM json_each(:names)))
        ORDER BY base.name, made.name, papers.key
    """
    return [tuple(row) for row in store.connection.execute(sql, {"names": json.dumps(list(names))})]


def mention_names(store: Store, field: str) -> list[str]:
    """Distinct names in `field` (introduces, models or benchmarks), as stored, sorted."""
    sql = "SELECT DISTINCT name FROM facts WHERE field = ? AND name <> '' ORDER BY name"
    return [row[0] for row in store.connection.execute(sql, (field,))]


def all_conflicts(store: Store) -> list[tuple[str, Conflict]]:
    """Every conflict with the key of its paper, by key, grade and attribute."""
    sql = """
        SELECT papers.key, conflicts.*, a.record AS a_record, b.record AS b_record
        FROM conflicts JOIN papers ON papers.id = conflicts.paper_id
        JOIN sources AS a ON a.record_id = a_record_id JOIN sources AS b ON b.record_id = b_record_id
        ORDER BY papers.key, conflicts.grade, conflicts.attribute, a_record, conflicts.a_start, b_record
    """
    return [(row["key"], conflict_of(row)) for row in store.connection.execute(sql)]


def papers_to_check(store: Store) -> list[sqlite3.Row]:
    """Every paper (id, key, title, title_inferred, and whether it has facts), by key."""
    sql = """
        SELECT papers.id, papers.key, papers.title, papers.title_inferred,
               EXISTS (SELECT 1 FROM facts JOIN records ON records.id = facts.record_id
                       WHERE records.paper_id = papers.id
                       AND facts.field IN ('introduces', 'models', 'benchmarks', 'results', 'specs')) AS facts
        FROM papers ORDER BY papers.key
    """
    return store.connection.execute(sql).fetchall()


def record_names(store: Store) -> dict[int, tuple[str, ...]]:
    """The names of the records of every paper, in order."""
    found: dict[int, tuple[str, ...]] = {}
    for paper, record in store.connection.execute("SELECT paper_id, record FROM sources ORDER BY record, record_id"):
        found[paper] = (*found.get(paper, ()), record)
    return found


def shared_ids(store: Store) -> dict[str, list[int]]:
    """The papers (ids, by key) of every identifier, as `scheme:value`, that several have."""
    sql = """
        SELECT scheme || ':' || value AS id, paper_id
        FROM (SELECT scheme, value FROM paper_ids GROUP BY scheme, value HAVING count(*) > 1)
        JOIN paper_ids USING (scheme, value) JOIN papers ON papers.id = paper_id
        ORDER BY id, papers.key
    """
    found: dict[str, list[int]] = defaultdict(list)
    for row in store.connection.execute(sql):
        found[row["id"]].append(row["paper_id"])
    return found


def joined_records(store: Store) -> dict[int, list[sqlite3.Row]]:
    """The records (number, id, kind, title, abstract) of every paper that has several, in the order of their names."""
    sql = """
        SELECT sources.paper_id, records.id AS number, sources.record AS id, records.kind, records.title,
               records.abstract
        FROM sources JOIN records ON records.id = sources.record_id
        WHERE records.paper_id IN (SELECT paper_id FROM records GROUP BY paper_id HAVING count(*) > 1)
        ORDER BY sources.record, records.id
    """
    found: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in store.connection.execute(sql):
        found[row["paper_id"]].append(row)
    return found
