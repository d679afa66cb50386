"""Leaderboards over everything that the papers of an index state."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields

from corpus_index.domain.board import BenchmarkSummary, Leaderboard, PlacedMention, PlacedResult, RankedResult, Ranking
from corpus_index.domain.facts import ResultKind
from corpus_index.domain.folding import fold
from corpus_index.report.metrics import lower_is_better, measured_in_shares, scale
from corpus_index.report.naming import chosen, usual_spelling
from corpus_index.store import boards
from corpus_index.store.boards import JOINED
from corpus_index.store.connection import Store

_RANKED = frozenset({ResultKind.SCORE, ResultKind.COUNT})


def leaderboard(store: Store, name: str, keys: Collection[str] | None = None) -> Leaderboard:
    """What papers (those of `keys`, or all) state on one benchmark; see `Leaderboard`.

    `aime24`, `AIME'24` and `AIME 2024` are one name. Raises `NoSuchName` with close names where there is none.
    """
    stated = {on.benchmark for on in boards.result_benchmarks(store)}
    names = _names(store, stated)
    spellings = frozenset(chosen(name, names, "benchmark"))
    wanted = [joined for joined in sorted(stated) if not spellings.isdisjoint(joined.split(JOINED))]
    everybody = boards.results_on(store, wanted)
    return _board(spellings, everybody, boards.mentions(store, "benchmarks", spellings, keys), names, keys)


def every_leaderboard(store: Store) -> Iterator[Leaderboard]:
    """The leaderboards of all benchmarks, in the order of `benchmarks`; the index is read once for all of them."""
    stated = {on.benchmark for on in boards.result_benchmarks(store)}
    names = _names(store, stated)
    spellings, results, mentions = defaultdict(set), defaultdict(list), defaultdict(list)
    for name in names:
        spellings[fold(name)].add(name)
    for result in boards.results_on(store, sorted(stated)):
        for part in dict.fromkeys(map(fold, (result.benchmark or "").split(JOINED))):
            results[part].append(result)
    for mention in boards.mentions(store, "benchmarks"):
        mentions[fold(mention.name)].append(mention)
    for summary in benchmarks(store):
        of = fold(summary.name)
        yield _board(frozenset(spellings[of]), results[of], mentions[of], names)


def _names(store: Store, stated: Iterable[str]) -> list[str]:
    mentioned = boards.mention_names(store, "benchmarks")
    return sorted({*mentioned, *(part for joined in stated for part in joined.split(JOINED))})


def _board(
    spellings: frozenset[str],
    everybody: Collection[PlacedResult],
    mentions: Iterable[PlacedMention],
    names: Collection[str],
    keys: Collection[str] | None = None,
) -> Leaderboard:
    chosen_keys = None if keys is None else frozenset(keys)
    results = [result for result in everybody if chosen_keys is None or result.key in chosen_keys]
    alone = [result for result in results if result.benchmark in spellings]
    # What a benchmark measures does not depend on whose results were asked for.
    in_shares = measured_in_shares(result for result in everybody if result.benchmark in spellings)
    with_results = {result.key for result in results}
    return Leaderboard(
        benchmark=usual_spelling(sorted(spellings)),
        rankings=rankings(alone, in_shares=in_shares),
        others=tuple(result for result in alone if result.kind not in _RANKED),
        joint=tuple(result for result in results if result.benchmark not in spellings),
        mentions=tuple(mention for mention in mentions if mention.key not in with_results),
        similar=_similar(spellings, names),
    )


def rankings(results: Iterable[PlacedResult], *, in_shares: bool = False) -> tuple[Ranking, ...]:
    """Scores and counts of one benchmark, those that can be compared in one ranking each; other results are left out.

    `in_shares` says that its scores are shares of its items (`metrics.measured_in_shares`).
    """
    groups = defaultdict(list)
    for result in results:
        if result.kind in _RANKED:
            groups[scale(result, in_shares=in_shares)].append(result)
    made = [
        Ranking(
            kind=of.kind,
            metric=of.metric,
            unit=of.unit,
            total=of.total,
            lower_is_better=lower_is_better(of.metric),
            entries=_ranked(group, lower_is_better(of.metric)),
        )
        for of, group in groups.items()
    ]
    return tuple(
        sorted(
            made,
            key=lambda r: (
                r.kind is not ResultKind.SCORE,
                -len(r.entries),
                r.metric or "",
                r.unit or "",
                r.total or 0.0,
            ),
        )
    )


def _ranked(results: list[PlacedResult], lower: bool) -> tuple[RankedResult, ...]:
    # Stable: equal values keep the order of trust, key and position in which the store gives them.
    ordered = sorted(results, key=lambda result: result.value if lower else -result.value)
    first_at: dict[float, int] = {}
    for number, result in enumerate(ordered, 1):
        first_at.setdefault(result.value, number)
    return tuple(
        RankedResult(
            rank=first_at[result.value], **{field.name: getattr(result, field.name) for field in fields(result)}
        )
        for result in ordered
    )


def _similar(spellings: Collection[str], names: Collection[str]) -> tuple[str, ...]:
    """Benchmarks whose name starts with this one, or the other way round (AIME, AIME 2024)."""
    own = {fold(name) for name in spellings}
    return tuple(
        name
        for name in names
        if fold(name) not in own and any(fold(name).startswith(one) or one.startswith(fold(name)) for one in own)
    )


def benchmarks(store: Store, keys: Collection[str] | None = None) -> tuple[BenchmarkSummary, ...]:
    """Every benchmark that the papers (those of `keys`, or all) name, those of most papers first."""
    spelled: dict[str, list[str]] = defaultdict(list)
    papers: dict[str, set[str]] = defaultdict(set)
    subjects: dict[str, set[str]] = defaultdict(set)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in boards.mentions(store, "benchmarks", keys=keys):
        spelled[fold(mention.name)].append(mention.name)
        papers[fold(mention.name)].add(mention.key)
    for key, joined, kind, subject in boards.result_benchmarks(store, keys):
        parts = joined.split(JOINED)
        sort = "joint" if len(parts) > 1 else "scores" if kind in _RANKED else "others"
        for name in parts:
            spelled[fold(name)].append(name)
            papers[fold(name)].add(key)
            counts[fold(name)][sort] += 1
            if subject:
                subjects[fold(name)].add(fold(subject))
    summaries = [
        BenchmarkSummary(
            name=usual_spelling(spelled[name]),
            papers=len(papers[name]),
            models=len(subjects[name]),
            scores=counts[name]["scores"],
            others=counts[name]["others"],
            joint=counts[name]["joint"],
        )
        for name in spelled
    ]
    return tuple(sorted(summaries, key=lambda summary: (-summary.papers, -summary.scores, summary.name)))
