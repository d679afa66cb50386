"""What a result measures, so that results of two records can be told to be of one thing."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from corpus_index.domain.facts import Result, ResultKind
from corpus_index.domain.folding import fold
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve.judging import BEFORE, about
from corpus_index.resolve.words import words

_LISTS = tomllib.loads(files("corpus_index.resolve").joinpath("measures.toml").read_text(encoding="utf-8"))
_SAME: dict[str, str] = _LISTS["same"]
_EMPTY = frozenset(_LISTS["empty"].split())
Measure = frozenset[str] | None
"""The telling words of a metric; empty for words that tell nothing (`speedup`, `score`), `None` without a metric."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What two results must agree in before their numbers can contradict each other; names are folded."""

    kind: ResultKind
    unit: str | None
    total: float | None
    benchmark: str
    subject: str
    before: bool


def setting(known: KnownRecord, result: Result, main: str | None) -> Setting:
    """Give the setting of a result; one without a subject is about the main artefact `main`.

    A bare score from 1 to 100 on a benchmark counts as a percentage, as most are printed so.
    """
    bare = result.kind is ResultKind.SCORE and result.unit is None and bool(result.benchmark)
    return Setting(
        kind=result.kind,
        unit="%" if bare and 1 < result.value <= 100 else result.unit,
        total=result.total if result.kind is ResultKind.COUNT else None,
        benchmark=fold(result.benchmark or ""),
        subject=about(known, result, main),
        before=result.baseline == BEFORE,
    )


def measure(result: Result) -> Measure:
    """Reduce the metric of a result to its telling words."""
    if not result.metric:
        return None
    return frozenset(_SAME.get(word, word) for word in words(result.metric)) - _EMPTY


def comparable(a: Result, b: Result, *, alone: bool) -> bool:
    """Tell whether two results of one setting are of one measure against one baseline.

    `alone` says that each record has one measure in this setting. Only then does a metric that tells nothing match
    another one, and only on a benchmark or for a speedup; elsewhere what an unnamed number measures is anybody's guess.
    """
    if a.baseline and b.baseline and fold(a.baseline) != fold(b.baseline):
        return False
    one, other = measure(a), measure(b)
    if one and other:
        return one == other
    if a.benchmark:
        return alone
    return alone and a.kind is ResultKind.FACTOR and one is not None and other is not None
