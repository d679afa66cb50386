"""Which results can be compared: metrics, units and directions.

Differently named metrics are never mixed: an accuracy over all attempts is no pass@1, however close they are. Only
spellings of one name are folded (accuracy rates, average accuracy).

A number that names no metric stays apart from those that do, for nobody can tell which one it is. But whether it is
printed with a percent sign says nothing: where every named score of a benchmark is a share of its items, a bare number
between 1 and 100 can only be a percentage, so that `74.0` and `94.4%` are of one scale. On a benchmark whose scores are
points, such a number stays as printed.
"""

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple

from corpus_index.domain.board import PlacedResult
from corpus_index.domain.facts import ResultKind

_PASS = re.compile(r"(?:pass|avg|maj|cons|best|mean)@\d+")


class Scale(NamedTuple):
    """What two results must agree in to stand in one ranking."""

    kind: ResultKind
    metric: str | None
    unit: str | None
    total: float | None


class _Words(NamedTuple):
    unnamed: frozenset[str]
    qualifiers: frozenset[str]
    endings: frozenset[str]
    shares: frozenset[str]
    lower_is_better: frozenset[str]
    same: dict[str, str]


@functools.cache
def _words() -> _Words:
    data = tomllib.loads(files("corpus_index.report").joinpath("metrics.toml").read_text(encoding="utf-8"))
    return _Words(
        unnamed=frozenset(data["unnamed"]),
        qualifiers=frozenset(data["qualifiers"]),
        endings=frozenset(data["endings"]),
        shares=frozenset(data["shares"]),
        lower_is_better=frozenset(data["lower_is_better"]),
        same=data["same"],
    )


def folded_metric(metric: str | None) -> str | None:
    """The metric without case, empty qualifiers and other spellings; `None` where the text names none."""
    words = _words()
    name = " ".join((metric or "").lower().split())
    # "Pass@1 accuracy" is Pass@1: what follows the count of attempts only says again that it is a share.
    if found := _PASS.search(name):
        return found[0]
    while " " in name and name.split()[0] in words.qualifiers:
        name = name.partition(" ")[2]
    name = words.same.get(name, name)
    share, _, ending = name.rpartition(" ")
    if ending in words.endings and name not in words.shares and words.same.get(share, share) in words.shares:
        name = words.same.get(share, share)
    return None if name in words.unnamed or not name else name


def measured_in_shares(results: Iterable[PlacedResult]) -> bool:
    """Whether the scores among `results` of one benchmark are all shares of its items, as far as they say.

    They say so by a metric that is a share, or by a percent sign where they name none; one score at least must.
    """
    said = [
        (folded_metric(result.metric), result.unit)
        for result in results
        if result.kind is ResultKind.SCORE and (folded_metric(result.metric) or result.unit)
    ]
    return bool(said) and all(_is_share(metric) if metric else unit == "%" for metric, unit in said)


def scale(result: PlacedResult, *, in_shares: bool = False) -> Scale:
    """The scale that a result is measured on.

    A bare number counts as a percentage where it cannot be a fraction of one and its metric is a share, or where it
    names none and the benchmark is `in_shares` (see `measured_in_shares`).
    """
    metric = folded_metric(result.metric)
    unit = result.unit
    share = _is_share(metric) or (metric is None and in_shares)
    if result.kind is ResultKind.SCORE and unit is None and share and 1 < result.value <= 100:
        unit = "%"
    return Scale(result.kind, metric, unit, result.total if result.kind is ResultKind.COUNT else None)


def _is_share(metric: str | None) -> bool:
    return metric is not None and (metric in _words().shares or _PASS.fullmatch(metric) is not None)


def lower_is_better(metric: str | None) -> bool:
    """Whether a smaller number on `metric` (folded) is the better one."""
    return metric is not None and not _words().lower_is_better.isdisjoint(re.findall(r"[a-z]+", metric))
