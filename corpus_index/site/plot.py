"""Scores of one ranking as a small picture in SVG: shapes tell trust, and places, not colours, tell the scores."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

from corpus_index.domain.amounts import amount, number
from corpus_index.domain.board import RankedResult, Ranking
from corpus_index.domain.facts import Bound, Trust

WIDTH = 480
_LEFT, _RIGHT, _TOP, _BOTTOM = 150, 24, 14, 34
_LEFT_OF_YEARS, _RIGHT_OF_YEARS = 50, 110
_ROW = 20
_MOST_ROWS = 25
_HEIGHT_OF_YEARS = 300
_TICKS = 5
_LEAST_SPREAD = 1e-290
"""Values nearer to each other are equal: their difference has no logarithm, or no five parts."""
_LONGEST_LABEL = 21


@dataclass(frozen=True, slots=True)
class Mark:
    """A score at a place of the picture; `label` stands beside it."""

    x: float
    y: float
    label: str
    amount: str
    entry: RankedResult


@dataclass(frozen=True, slots=True)
class Plot:
    """What the template draws: marks, ticks (place, text) and, over years, the corners of the best so far."""

    height: float
    marks: tuple[Mark, ...]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    best: tuple[tuple[float, float], ...]
    axis: str

    @property
    def trusts(self) -> frozenset[Trust]:
        """Which shapes there are."""
        return frozenset(mark.entry.trust for mark in self.marks)


def plot(ranking: Ranking) -> Plot | None:
    """Scores over years where they are from several, else a row for each; `None` for less than two scores.

    A number that is only a bound from above is no score reached and is left out.
    """
    entries = [entry for entry in ranking.entries if entry.bound is not Bound.BELOW]
    if len(entries) < 2:
        return None
    dated = [entry for entry in entries if entry.year is not None]
    several = len({entry.year for entry in dated}) > 1
    return _over_years(dated, ranking) if several else _rows(entries[:_MOST_ROWS], ranking)


def _rows(entries: list[RankedResult], ranking: Ranking) -> Plot:
    scale, ticks = _scale([entry.value for entry in entries], WIDTH - _LEFT - _RIGHT)
    marks = tuple(
        Mark(_LEFT + scale(entry.value), _TOP + _ROW * (row + 0.5), _label(entry), amount(entry), entry)
        for row, entry in enumerate(entries)
    )
    return Plot(
        height=_TOP + _ROW * len(entries) + _BOTTOM,
        marks=marks,
        x_ticks=tuple((_LEFT + scale(tick), number(round(tick, 10))) for tick in ticks),
        y_ticks=tuple((mark.y, mark.label) for mark in marks),
        best=(),
        axis=_axis(ranking),
    )


def _over_years(dated: list[RankedResult], ranking: Ranking) -> Plot:
    bottom = _HEIGHT_OF_YEARS - _BOTTOM
    scale, ticks = _scale([entry.value for entry in dated], bottom - _TOP)
    years = sorted({entry.year or 0 for entry in dated})
    step = (WIDTH - _LEFT_OF_YEARS - _RIGHT_OF_YEARS) / max(years[-1] - years[0], 1)
    place = {year: _LEFT_OF_YEARS + (year - years[0]) * step for year in range(years[0], years[-1] + 1)}
    corners: list[tuple[float, float]] = []
    best, marks = None, []
    for entry in sorted(dated, key=lambda entry: (entry.year or 0, entry.rank)):
        x, y = place[entry.year or 0], bottom - scale(entry.value)
        ahead = best is None or (entry.value < best if ranking.lower_is_better else entry.value > best)
        if ahead:
            corners += [(x, corners[-1][1]), (x, y)] if corners else [(x, y)]
            best = entry.value
        marks.append(Mark(x, y, _label(entry) if ahead else "", amount(entry), entry))
    corners.append((place[years[-1]], corners[-1][1]))
    shown = [year for year in place if (year - years[0]) % max(1, ceil(len(place) / 8)) == 0]
    return Plot(
        height=_HEIGHT_OF_YEARS,
        marks=tuple(marks),
        x_ticks=tuple((place[year], str(year)) for year in shown),
        y_ticks=tuple((bottom - scale(tick), number(round(tick, 10))) for tick in ticks),
        best=tuple(corners),
        axis=_axis(ranking),
    )


def _scale(values: list[float], length: float) -> tuple[Callable[[float], float], list[float]]:
    """Give the way from values to places on an axis of this length, and round values for its ticks."""
    low, high = min(values), max(values)
    spread = max(high - low, 1e-9 * max(abs(high), abs(low)))
    if spread < _LEAST_SPREAD:
        spread = 1.0
    raw = spread / (_TICKS - 1)
    power = 10.0 ** floor(log10(raw))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= raw * 0.999)
    first, last = floor(low / step), ceil(high / step)
    last = last if last > first else first + 1
    ticks = [step * at for at in range(first, last + 1)]
    return lambda value: (value - ticks[0]) / (ticks[-1] - ticks[0]) * length, ticks


def _label(entry: RankedResult) -> str:
    text = entry.subject or entry.key
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1] + "…"


def _axis(ranking: Ranking) -> str:
    unit = f", {ranking.unit}" if ranking.unit else ""
    return f"{ranking.metric or 'score'}{unit}"
