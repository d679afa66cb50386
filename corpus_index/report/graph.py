"""The graph of papers: all of it, the way from one paper to another, what is cited most, and what is missing."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable

from corpus_index.domain.graph import CitedPaper, Graph, GraphEdge, Missing, MissingKind
from corpus_index.domain.link import Relation
from corpus_index.report.naming import usual_spelling
from corpus_index.store import graph_rows
from corpus_index.store.connection import Store

_LEAST = 2
"""What only one paper names is not missing."""

_KINDS = {"models": MissingKind.MODEL, "benchmarks": MissingKind.BENCHMARK}


def graph(store: Store, keys: Collection[str] | None = None) -> Graph:
    """The papers of `keys` (or all) that are linked with each other, and their links; a function of the index."""
    merged: defaultdict[tuple[str, str, Relation], list[tuple[str, float]]] = defaultdict(list)
    for source, target, relation, via, confidence in graph_rows.links_between(store, keys):
        merged[source, target, relation].append((via, confidence))
    edges = tuple(
        GraphEdge(
            source=source,
            target=target,
            relation=relation,
            names=tuple(name for name, _ in mentions),
            confidence=max(confidence for _, confidence in mentions),
        )
        for (source, target, relation), mentions in sorted(merged.items())
    )
    linked = {key for edge in edges for key in (edge.source, edge.target)}
    return Graph(nodes=graph_rows.nodes(store, linked), edges=edges)


def shortest_path(store: Store, start: str, end: str) -> tuple[str, ...]:
    """The keys on a shortest way from one paper to another along links in any direction; empty where there is none.

    Found by breadth-first search (Moore 1959); of several ways the one whose keys come first in the alphabet.
    """
    around: defaultdict[str, set[str]] = defaultdict(set)
    for source, target, *_ in graph_rows.links_between(store, None):
        around[source].add(target)
        around[target].add(source)
    steps = {end: 0}
    edge = deque([end])
    while edge and start not in steps:
        here = edge.popleft()
        for there in around[here] - steps.keys():
            steps[there] = steps[here] + 1
            edge.append(there)
    way = [start] if start in steps else []
    while way and way[-1] != end:
        way.append(min(key for key in around[way[-1]] if steps.get(key) == steps[way[-1]] - 1))
    return tuple(way)


def most_cited(store: Store, keys: Collection[str] | None = None) -> tuple[CitedPaper, ...]:
    """Papers that others link to, those of most papers first; with `keys` only links from these count."""
    return graph_rows.cited(store, keys)


def missing(store: Store, keys: Collection[str] | None = None) -> tuple[Missing, ...]:
    """What several papers (of `keys`, or all) name and no paper of the index claims, or cite and none is.

    What most papers name comes first, then by kind and name.
    """
    named: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for field, folded, name, key in graph_rows.unclaimed_names(store, keys):
        named[field, folded].append((name, key))
    found = [
        _missing(_KINDS[field], usual_spelling(name for name, _ in uses), (key for _, key in uses))
        for (field, _), uses in named.items()
    ]
    absent: defaultdict[str, list[str]] = defaultdict(list)
    for identifier, key in graph_rows.absent_identifiers(store, keys):
        absent[identifier].append(key)
    found += [_missing(MissingKind.IDENTIFIER, identifier, citing) for identifier, citing in absent.items()]
    often = (each for each in found if each.papers >= _LEAST)
    return tuple(sorted(often, key=lambda each: (-each.papers, each.kind, each.name)))


def _missing(kind: MissingKind, name: str, keys: Iterable[str]) -> Missing:
    distinct = sorted(set(keys))
    return Missing(name=name, kind=kind, papers=len(distinct), keys=tuple(distinct))
