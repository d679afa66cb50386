"""Which results can be compared: metrics, units and directions."""

import functools
import re
import tomllib
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
    shares: frozenset[str]
    lower_is_better: frozenset[str]
    same: dict[str, str]


@functools.cache
def _words() -> _Words:
    data = tomllib.loads(files("corpus_index.report").joinpath("metrics.toml").read_text(encoding="utf-8"))
    return _Words(
        unnamed=frozenset(data["unnamed"]),
        qualifiers=frozenset(data["qualifiers"]),
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
    return None if name in words.unnamed or not name else name


def scale(result: PlacedResult) -> Scale:
    """The scale that a result is measured on.

    A bare number counts as a percentage where its metric is a share and it cannot be a fraction of one.
    """
    metric = folded_metric(result.metric)
    unit = result.unit
    if result.kind is ResultKind.SCORE and unit is None and _is_share(metric) and 1 < result.value <= 100:
        unit = "%"
    return Scale(result.kind, metric, unit, result.total if result.kind is ResultKind.COUNT else None)


def _is_share(metric: str | None) -> bool:
    return metric is not None and (metric in _words().shares or _PASS.fullmatch(metric) is not None)


def lower_is_better(metric: str | None) -> bool:
    """Whether a smaller number on `metric` (folded) is the better one."""
    return metric is not None and not _words().lower_is_better.isdisjoint(re.findall(r"[a-z]+", metric))
