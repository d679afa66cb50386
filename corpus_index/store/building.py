"""Papers from their rows, a batch at a time."""

from __future__ import annotations

from collections import defaultdict

from corpus_index.domain.conflict import Conflict
from corpus_index.domain.facts import Fact, Trust
from corpus_index.domain.link import CONFIDENCE, LinkKind, PaperLink, relation
from corpus_index.domain.own import CHOSEN_KEY, LEADS, TAG, ReadStatus
from corpus_index.domain.paper import (
    Paper,
    Source,
    SourcedBenchmarkMention,
    SourcedIntroduction,
    SourcedModelMention,
    SourcedResult,
    SourcedSpec,
    Summary,
)
from corpus_index.domain.publication import FAMILIES
from corpus_index.domain.record_kind import RecordKind
from corpus_index.domain.version import Version, versions_of
from corpus_index.store.conflict_rows import conflict_of
from corpus_index.store.listed import listed
from corpus_index.store.rows import fact_values

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

_NO_CORRECTION = frozenset({"note", "status", CHOSEN_KEY, LEADS, FAMILIES})

_SOURCED: dict[str, Callable[..., Fact]] = {
    "introduces": SourcedIntroduction,
    "models": SourcedModelMention,
    "benchmarks": SourcedBenchmarkMention,
    "results": SourcedResult,
    "specs": SourcedSpec,
}

# The order of records is by trust, page and place; the digest tells pages of one name apart, whichever came first.
_SOURCES = """
    SELECT sources.*, records.abstract FROM sources JOIN records ON records.id = sources.record_id
    WHERE sources.paper_id IN (SELECT value FROM json_each(?))
    ORDER BY sources.kind = 'summary', sources.page, sources.digest, sources.ordinal
"""
_FACTS = """
    SELECT facts.*, sources.paper_id, sources.record FROM facts JOIN sources ON sources.record_id = facts.record_id
    WHERE sources.paper_id IN (SELECT value FROM json_each(?)) AND facts.repeats IS NULL
    ORDER BY sources.kind = 'summary', sources.page, sources.digest, sources.ordinal, facts.id
"""
_LINKS = """
    SELECT links.{here} AS paper_id, papers.key, papers.title, links.via, links."to", links.kind, links.role,
           links.evidence, links.start, links."end", sources.record
    FROM links JOIN papers ON papers.id = links.{there} JOIN sources ON sources.record_id = links.record_id
    WHERE links.{here} IN (SELECT value FROM json_each(?)) ORDER BY papers.key, links.via
"""
_CONFLICTS = """
    SELECT conflicts.*, a.record AS a_record, b.record AS b_record FROM conflicts
    JOIN sources AS a ON a.record_id = conflicts.a_record_id JOIN sources AS b ON b.record_id = conflicts.b_record_id
    WHERE conflicts.paper_id IN (SELECT value FROM json_each(?))
    ORDER BY conflicts.attribute, a.record, conflicts.a_start, b.record, conflicts.b_start
"""
_ALIASES = "SELECT paper_id, alias FROM aliases WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY alias"
_IDS = """
    SELECT paper_id, scheme, value FROM paper_ids WHERE paper_id IN (SELECT value FROM json_each(?))
    ORDER BY scheme, position
"""
_URLS = """
    SELECT sources.paper_id, metadata.text FROM metadata JOIN sources USING (record_id)
    WHERE metadata.field = 'url' AND sources.paper_id IN (SELECT value FROM json_each(?))
    ORDER BY sources.page, sources.digest, sources.ordinal, metadata.position
"""
# Of an entry in several revisions of a file of references the last one counts.
_VERSIONS = """
    SELECT records.paper_id, metadata.record_id, metadata.field, metadata.text, metadata.scheme, metadata.value
    FROM metadata JOIN records ON records.id = metadata.record_id JOIN pages ON pages.id = records.page_id
    LEFT JOIN metadata AS entry ON entry.record_id = records.id AND entry.field = 'key'
    WHERE metadata.field IN ('venue', 'year', 'id') AND records.paper_id IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (
        SELECT 1 FROM records AS later JOIN pages AS page ON page.id = later.page_id
        JOIN metadata AS its ON its.record_id = later.id AND its.field = 'key' AND its.text = entry.text
        WHERE later.paper_id = records.paper_id AND page.name = pages.name AND page.revision > pages.revision
    )
    ORDER BY metadata.record_id, metadata.field, metadata.position DESC
"""
_OWN = """
    SELECT paper_id, field, value FROM paper_own WHERE paper_id IN (SELECT value FROM json_each(?))
    ORDER BY paper_id, field
"""
_AUTHORS = """
    SELECT paper_id, name FROM paper_authors WHERE paper_id IN (SELECT value FROM json_each(?))
    ORDER BY paper_id, position
"""


def build_papers(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Paper]:
    """The papers of these rows in this order, from a fixed number of statements however many they are.

    Papers that another process has taken out meanwhile are left out.
    """

    numbers = listed(ids)

    def grouped(statement: str) -> dict[int, list[sqlite3.Row]]:
        groups: dict[int, list[sqlite3.Row]] = defaultdict(list)
        for row in connection.execute(statement, (numbers,)):
            groups[row["paper_id"]].append(row)
        return groups

    rows = grouped("SELECT papers.*, id AS paper_id FROM papers WHERE id IN (SELECT value FROM json_each(?))")
    aliases, authors = grouped(_ALIASES), grouped(_AUTHORS)
    identifiers, urls, own, versions = grouped(_IDS), grouped(_URLS), grouped(_OWN), grouped(_VERSIONS)
    sources, facts, conflicts = grouped(_SOURCES), grouped(_FACTS), grouped(_CONFLICTS)
    outward = grouped(_LINKS.format(here="source_id", there="target_id"))
    inward = grouped(_LINKS.format(here="target_id", there="source_id"))
    return [
        _paper(
            rows[id_][0],
            aliases=tuple(row["alias"] for row in aliases[id_]),
            authors=tuple(row["name"] for row in authors[id_]),
            ids=identifiers[id_],
            urls=[row["text"] for row in urls[id_]],
            own={row["field"]: row["value"] for row in own[id_]},
            versions=versions[id_],
            sources=sources[id_],
            facts=facts[id_],
            links=(*(_link("out", row) for row in outward[id_]), *(_link("in", row) for row in inward[id_])),
            conflicts=tuple(conflict_of(row) for row in conflicts[id_]),
        )
        for id_ in ids
        if rows[id_]
    ]


def _paper(
    row: sqlite3.Row,
    *,
    aliases: tuple[str, ...],
    authors: tuple[str, ...],
    ids: Sequence[sqlite3.Row],
    urls: Sequence[str],
    own: Mapping[str, str],
    versions: Sequence[sqlite3.Row],
    sources: Sequence[sqlite3.Row],
    facts: Sequence[sqlite3.Row],
    links: tuple[PaperLink, ...],
    conflicts: tuple[Conflict, ...],
) -> Paper:
    def sourced(field: str) -> tuple[Any, ...]:
        return tuple(_sourced(field, fact) for fact in facts if fact["field"] == field)

    shown = _spellings(versions, own)
    if "url" in own:
        urls = [own["url"], *urls] if own["url"] else []
    return Paper(
        key=row["key"],
        aliases=aliases,
        title=row["title"],
        title_inferred=bool(row["title_inferred"]),
        authors=authors,
        authors_complete=bool(row["authors_complete"]),
        year=row["year"],
        venue=row["venue"],
        publication=_publication(row["publication"]),
        # The first of a scheme stands for it.
        ids={row["scheme"]: shown.get(row["value"], row["value"]) for row in reversed(ids)},
        urls=tuple(dict.fromkeys((*urls, *(fact["evidence"] for fact in facts if fact["field"] == "urls")))),
        abstract=row["abstract"],
        summaries=tuple(
            Summary(record=source["record"], text=source["abstract"])
            for source in sources
            if source["kind"] == RecordKind.SUMMARY
        ),
        records=tuple(_source(source) for source in sources),
        introduces=sourced("introduces"),
        models=sourced("models"),
        benchmarks=sourced("benchmarks"),
        results=sourced("results"),
        specs=sourced("specs"),
        links=links,
        conflicts=conflicts,
        tags=tuple(field.removeprefix(TAG) for field in own if field.startswith(TAG)),
        note=own.get("note"),
        status=ReadStatus(own.get("status", ReadStatus.UNREAD)),
        versions=_versions(versions, shown),
        corrected=tuple(field for field in own if field not in _NO_CORRECTION and not field.startswith(TAG)),
    )


def _spellings(rows: Sequence[sqlite3.Row], own: Mapping[str, str]) -> dict[str, str]:
    """How DOIs are shown that some source does not print in lower case: as you do, or as most of these do."""
    printed = [row["text"] for row in rows if row["scheme"] == "doi" and row["text"] != row["value"]]
    ordered = [*sorted(printed, key=lambda text: (printed.count(text), text)), *([own["doi"]] if "doi" in own else [])]
    return {text.lower(): text for text in ordered}


def _versions(rows: Sequence[sqlite3.Row], shown: Mapping[str, str]) -> tuple[Version, ...]:
    if len(rows) < 2:
        return ()
    ids: dict[int, dict[str, str]] = defaultdict(dict)
    said: dict[int, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if row["field"] == "id":
            ids[row["record_id"]][row["scheme"]] = shown.get(row["value"], row["value"])
        else:
            said[row["record_id"]][row["field"]] = row["text"]
    records = sorted(ids.keys() | said.keys())
    years = {record: said[record].get("year") for record in records}
    return versions_of((said[at].get("venue"), int(year) if year else None, ids[at]) for at, year in years.items())


def _publication(written: str | None) -> dict[str, str]:
    if written is None:
        return {}
    # Imported here, because most papers that are shown have none.
    import json

    found: dict[str, str] = json.loads(written)
    return found


def _source(row: sqlite3.Row) -> Source:
    return Source(
        id=row["record"],
        page=row["page"],
        ordinal=row["ordinal"],
        kind=RecordKind(row["kind"]),
        title=row["title"],
        start=row["start"],
        end=row["end"],
        first_line=row["first_line"],
        last_line=row["last_line"],
    )


def _sourced(field: str, row: sqlite3.Row) -> Fact:
    return _SOURCED[field](**fact_values(field, row), record=row["record"], trust=Trust(row["trust"]))


def _link(direction: str, row: sqlite3.Row) -> PaperLink:
    kind = LinkKind(row["kind"])
    return PaperLink(
        direction=direction,
        key=row["key"],
        title=row["title"],
        via=row["via"],
        to=row["to"],
        kind=kind,
        role=row["role"],
        relation=relation(kind, row["role"]),
        confidence=CONFIDENCE[kind],
        record=row["record"],
        evidence=row["evidence"],
        start=row["start"],
        end=row["end"],
    )
