"""Models, methods and papers side by side."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from corpus_index.domain.board import ComparedRow, Comparison, PlacedResult
from corpus_index.domain.facts import ResultKind
from corpus_index.domain.folding import fold
from corpus_index.report.metrics import Scale, lower_is_better, measured_in_shares, scale
from corpus_index.report.naming import close, unknown
from corpus_index.store import boards
from corpus_index.store.connection import Store
from corpus_index.store.names import find


def comparison(
    store: Store, names: Sequence[str], keys: Collection[str] | None = None, limit: int | None = None
) -> Comparison:
    """Compare what papers (those of `keys`, or all) state about each name.

    A name stands for the results whose subject it is, in whatever paper, and where it is the key or title of a paper
    or introduced by one, for all of that paper's own results whose subject the text leaves open. Rows that the most
    names share come first, then by benchmark; at most `limit` are given. A name without results comes with the models
    named after it that have some. Names that stand for nothing are left out and told; `NoSuchName` is raised where all
    do.
    """
    subjects = boards.subjects(store)
    wanted = None if keys is None else frozenset(keys)
    found = {name: _results(store, name, subjects) for name in names}
    missing = {name: tuple(close(name, subjects)) for name in names if found[name] is None}
    if len(missing) == len(found):
        raise unknown(names[0], subjects, "model, method or paper with results")
    names = [name for name in names if name not in missing]
    columns = [[each for each in found[name] or () if wanted is None or each.key in wanted] for name in names]
    in_shares = _measured_in_shares(store, {result.benchmark or "" for column in columns for result in column})
    groups: dict[tuple[str, Scale], list[list[PlacedResult]]] = defaultdict(lambda: [[] for _ in names])
    for number, column in enumerate(columns):
        for result in column:
            on = result.benchmark or ""
            groups[on, scale(result, in_shares=on in in_shares)][number].append(result)
    rows = [
        ComparedRow(
            benchmark=benchmark or None,
            kind=on.kind,
            metric=on.metric,
            unit=on.unit,
            total=on.total,
            lower_is_better=lower_is_better(on.metric),
            cells=tuple(tuple(cell) for cell in cells),
        )
        for (benchmark, on), cells in groups.items()
    ]
    variants = {name: _variants(name, subjects) for name, column in zip(names, columns, strict=True) if not column}
    return Comparison(
        names=tuple(names),
        rows=tuple(sorted(rows, key=_order)[:limit]),
        unknown=missing,
        variants={name: each for name, each in variants.items() if each},
    )


def _results(store: Store, name: str, subjects: Sequence[str]) -> list[PlacedResult] | None:
    """The results that a name stands for; `None` where it stands for nothing."""
    spellings = [subject for subject in subjects if fold(subject) == fold(name)]
    found = find(store, name)
    own = found.keys if found.exact and len(found.keys) == 1 else ()
    if not spellings and not own:
        return None
    of_paper = [result for result in boards.results_in(store, own) if not result.subject] if own else []
    return [*boards.results_of(store, spellings), *of_paper]


def _variants(name: str, subjects: Sequence[str]) -> tuple[str, ...]:
    """The models with results whose names go on behind this one: `Foo-7B` and `Foo (chat)` behind `Foo`."""
    begun = re.compile(rf"{re.escape(name)}[\s\-–_/:(]", re.IGNORECASE)
    return tuple(sorted(filter(begun.match, subjects)))


def _measured_in_shares(store: Store, benchmarks: Collection[str]) -> set[str]:
    """Those of the benchmarks whose scores, whoever states them, are shares (see `metrics.measured_in_shares`)."""
    on: dict[str, list[PlacedResult]] = defaultdict(list)
    for result in boards.results_on(store, benchmarks):
        on[result.benchmark or ""].append(result)
    return {benchmark for benchmark, results in on.items() if measured_in_shares(results)}


def _order(row: ComparedRow) -> tuple[object, ...]:
    shared = sum(bool(cell) for cell in row.cells)
    is_level = row.kind in (ResultKind.SCORE, ResultKind.COUNT)
    return (-shared, not row.benchmark, row.benchmark or "", not is_level, row.kind, row.metric or "", row.unit or "",
            row.total or 0.0)  # fmt: skip
