"""Scores on a benchmark over the years, drawn by matplotlib (the extra `plot`).

Signs tell trust and a stepped line the best so far, so that nothing depends on colour: the picture reads the same in
grey. The colours are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), which colour-blind people tell apart.
"""

import warnings
from io import BytesIO

from corpus_index.domain.board import Leaderboard, RankedResult, Ranking
from corpus_index.domain.facts import Bound, Trust
from corpus_index.domain.wording import shortened
from corpus_index.errors import ExtraMissing, PapersError
from corpus_index.export.white_space import squeezed

PLOT_FORMATS = ("svg", "png")

_SIGNS = {
    Trust.OWN: ("o", "#0072B2", "its own result"),
    Trust.QUOTED: ("s", "#E69F00", "quoted"),
    Trust.SUMMARY: ("^", "#009E73", "claimed by a summary"),
}
_MOST_NAMES = 12


def plot(board: Leaderboard, form: str) -> bytes:
    """Draw the ranking with the most dated scores as a picture in `form`, one of `PLOT_FORMATS`.

    The same board gives the same bytes with the same version of matplotlib. Raises `ExtraMissing` without it, and
    `PapersError` where no score has a year.
    """
    ranking = max(board.rankings, key=lambda of: len(_dated(of)), default=None)
    dated = _dated(ranking) if ranking else []
    if ranking is None or not dated:
        raise PapersError(board.benchmark, "no score on it has a year", "to fill years in: papers enrich FILE")
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
        from matplotlib.ticker import MaxNLocator
    except ImportError:
        raise ExtraMissing("--plot", "draws with an extra", "plot") from None
    # Text stays text in SVG, where it can be found and read aloud; a fixed salt makes its ids the same every time.
    with (
        rc_context({"svg.fonttype": "none", "svg.hashsalt": "papers", "text.parse_math": False}),
        warnings.catch_warnings(),
    ):
        # Its font lacks most scripts of the world; it would say so of every letter, on standard error.
        warnings.filterwarnings("ignore", message="Glyph")
        figure = Figure(figsize=(8, 4.5), layout="constrained")
        axes = figure.add_subplot()
        for trust, (sign, colour, label) in _SIGNS.items():
            some = [entry for entry in dated if entry.trust is trust]
            if some:
                axes.scatter([_year(entry) for entry in some], [entry.value for entry in some], marker=sign,
                             facecolors="none" if trust is not Trust.OWN else colour, edgecolors=colour, label=label,
                             zorder=3)  # fmt: skip
        years, best = _running_best(dated, lower=ranking.lower_is_better)
        axes.step(years, best, where="post", color="#555555", linewidth=1, label="best so far")
        for entry in _named(dated, best):
            axes.annotate(_label(entry.subject or entry.key), (_year(entry), entry.value), xytext=(5, 4),
                          textcoords="offset points", fontsize=8)  # fmt: skip
        axes.set_title(_label(board.benchmark))
        axes.set_ylabel(_label(f"{ranking.metric or 'score'}{f' ({ranking.unit})' if ranking.unit else ''}"))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False, fontsize=8)
        written = BytesIO()
        figure.savefig(written, format=form, dpi=150, metadata={"Date": None} if form == "svg" else None)
    return written.getvalue()


def _label(text: str) -> str:
    return shortened(squeezed(text))


def _dated(ranking: Ranking) -> list[RankedResult]:
    """Entries with a year, oldest first; a number that is only a bound from above is no score reached."""
    found = [entry for entry in ranking.entries if entry.year is not None and entry.bound is not Bound.BELOW]
    return sorted(found, key=lambda entry: (_year(entry), entry.rank))


def _year(entry: RankedResult) -> int:
    return entry.year or 0


def _running_best(dated: list[RankedResult], *, lower: bool) -> tuple[list[int], list[float]]:
    years: list[int] = []
    best: list[float] = []
    for entry in dated:
        top = entry.value if not best else min(best[-1], entry.value) if lower else max(best[-1], entry.value)
        if years and years[-1] == _year(entry):
            best[-1] = top
        else:
            years.append(_year(entry))
            best.append(top)
    return years, best


def _named(dated: list[RankedResult], best: list[float]) -> list[RankedResult]:
    """Those that get their name beside them: whoever was once the best, the latest of them."""
    return [entry for entry in dated if entry.value in best][-_MOST_NAMES:]
