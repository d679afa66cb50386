"""What in an index deserves a second look by a person."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import combinations, islice

from corpus_index.domain.board import Finding, FindingKind
from corpus_index.domain.conflict import Conflict, Grade
from corpus_index.domain.folding import fold
from corpus_index.domain.record import RecordKind
from corpus_index.report.doubting import weak_joins
from corpus_index.report.perhaps_one import perhaps_one
from corpus_index.store import boards
from corpus_index.store.connection import Store

_ALIKE = 80.0
"""Texts of one paper that share less than this (rapidfuzz ratio, 0 to 100) are doubtful: versions of one abstract
score above 90, abstracts of different papers below 60."""

_ALIKE_TITLES = 80.0
"""The same for titles without case, spaces and hyphens; markup and typing errors leave more."""

_MOST_TEXTS = 50
"""Of so many titles or texts of one paper each is compared with each: of more the first ones."""

_CHOSEN = {
    "title": "of whole titles, most records print it, or else it is the longest",
    "year": "its record names where the paper was published, or most records give this year",
}
"""Attributes of which a paper shows one value, and how it is chosen."""

_ORDER = tuple(FindingKind)


def check(store: Store) -> tuple[Finding, ...]:
    """Everything that deserves a look: contradictions first, then in the order of `FindingKind`, each by key.

    Texts are read of papers with several records only, which are few in an index of very many papers.
    """
    papers = boards.papers_to_check(store)
    names, joined = boards.record_names(store), boards.joined_records(store)
    titles = {paper["key"]: paper["title"] for paper in papers}
    kinds = {record["id"]: RecordKind(record["kind"]) for records in joined.values() for record in records}
    findings = [_conflict(key, titles[key], conflict, kinds) for key, conflict in boards.all_conflicts(store)]
    weak = weak_joins(store, {paper: [record["number"] for record in of] for paper, of in joined.items()})
    same_title: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    for paper in papers:
        findings += _of_paper(paper, names[paper["id"]], joined.get(paper["id"], []), weak.get(paper["id"], ""))
        if not paper["title_inferred"]:
            same_title[fold(paper["title"])].append(paper)
    findings += [_split(group, names) for group in same_title.values() if len(group) > 1]
    by_id = {paper["id"]: paper for paper in papers}
    pairs = [(by_id[a], by_id[b]) for a, b in perhaps_one(store)]
    findings += [_perhaps(a, b, names) for a, b in pairs if fold(a["title"]) != fold(b["title"])]
    findings += [_shared(each, [by_id[paper] for paper in of], names) for each, of in boards.shared_ids(store).items()]
    return tuple(sorted(findings, key=lambda finding: (_ORDER.index(finding.kind), finding.key)))


def _conflict(key: str, title: str, conflict: Conflict, kinds: Mapping[str, RecordKind]) -> Finding:
    trusted, why = _trusted(conflict, kinds)
    return Finding(
        kind=FindingKind.CONTRADICTION if conflict.grade is Grade.CONTRADICTION else FindingKind.DIFFERENCE,
        key=key,
        title=title,
        text=f"{conflict.attribute}: {conflict.a.claim} against {conflict.b.claim}",
        records=tuple(dict.fromkeys((conflict.a.record, conflict.b.record))),
        quotes=(conflict.a, conflict.b),
        trusted=trusted,
        why=why,
    )


def _trusted(conflict: Conflict, kinds: Mapping[str, RecordKind]) -> tuple[str | None, str]:
    """Which record of a conflict is trusted, and why; see the rules in `resolve/`."""
    if conflict.attribute in _CHOSEN:
        return conflict.b.record, _CHOSEN[conflict.attribute]
    summaries = [kinds.get(side.record) is RecordKind.SUMMARY for side in (conflict.a, conflict.b)]
    if summaries == [True, False]:
        return conflict.b.record, "it is the paper's own text, the other one is a summary"
    return None, "both are summaries" if all(summaries) else "both are the paper's own words, perhaps of two versions"


def _of_paper(paper: sqlite3.Row, names: tuple[str, ...], records: list[sqlite3.Row], weak: str) -> list[Finding]:
    found = []
    if doubt := _doubt(records) or weak:
        found.append((FindingKind.DOUBTFUL_MERGE, doubt))
    if paper["title_inferred"]:
        found.append((FindingKind.INFERRED_TITLE, "no page prints the title"))
    if not paper["facts"]:
        found.append((FindingKind.NO_FACTS, "no artefact, model, benchmark or number was found in its text"))
    return [
        Finding(kind=kind, key=paper["key"], title=paper["title"], text=text, records=names) for kind, text in found
    ]


def _doubt(records: list[sqlite3.Row]) -> str:
    """Why these records may be more than one paper; empty where nothing speaks for that."""
    printed = {fold(record["title"]): record["title"] for record in records if record["title"]}
    # Without its subtitle, or broken off, a title is no other one.
    titles = {one: text for one, text in printed.items() if not any(_continues(other, one) for other in printed)}
    if len(titles) > 1 and _least_alike(titles) < _ALIKE_TITLES:
        return "the records print different titles: " + " / ".join(sorted(titles.values()))
    own = (record["abstract"].strip() for record in records if record["kind"] == RecordKind.ABSTRACT)
    abstracts = sorted(set(filter(None, own)))
    if len(abstracts) > 1:
        least = _least_alike(abstracts)
        if least < _ALIKE:
            return f"the abstracts of its records agree in {least:.0f} of 100 parts"
    return ""


def _continues(longer: str, shorter: str) -> bool:
    return longer != shorter and longer.startswith(shorter.rstrip(".…"))


def _least_alike(texts: Collection[str]) -> float:
    from rapidfuzz import fuzz

    return min(fuzz.ratio(a, b) for a, b in combinations(islice(texts, _MOST_TEXTS), 2))


def _split(group: list[sqlite3.Row], names: Mapping[int, tuple[str, ...]]) -> Finding:
    first, *others = group
    return Finding(
        kind=FindingKind.DOUBTFUL_SPLIT,
        key=first["key"],
        title=first["title"],
        text="other papers have the same title: " + ", ".join(paper["key"] for paper in others),
        records=tuple(name for paper in group for name in names[paper["id"]]),
    )


def _perhaps(a: sqlite3.Row, b: sqlite3.Row, names: Mapping[int, tuple[str, ...]]) -> Finding:
    return Finding(
        kind=FindingKind.DOUBTFUL_SPLIT,
        key=a["key"],
        title=a["title"],
        text=f"perhaps {b['key']}, {b['title']}, by the same authors: papers why {a['key']} {b['key']} says what parts "
        f"them, papers merge {a['key']} {b['key']} makes one paper of them",
        records=names[a["id"]] + names[b["id"]],
    )


def _shared(identifier: str, group: list[sqlite3.Row], names: Mapping[int, tuple[str, ...]]) -> Finding:
    first, *others = group
    return Finding(
        kind=FindingKind.SHARED_ID,
        key=first["key"],
        title=first["title"],
        text=f"{identifier} is given to other papers, too: " + ", ".join(paper["key"] for paper in others),
        records=tuple(name for paper in group for name in names[paper["id"]]),
    )
