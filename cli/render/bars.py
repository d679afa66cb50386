"""Bars of scores, for people who look at a terminal."""

import sys
from collections.abc import Sequence

from cli.console import is_terminal
from corpus_index.domain.board import Ranking

_WIDTH = 12
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bars(ranking: Ranking) -> Sequence[str]:
    """Give a bar of a fixed width for each entry of a ranking; empty ones where nobody looks, or nothing is to show.

    A full bar is 100 where the unit is %, the total of a count, and else the largest value of the ranking.
    """
    values = [entry.value for entry in ranking.entries]
    full = ranking.total or (100.0 if ranking.unit == "%" else max(values))
    if not is_terminal(sys.stdout) or not _can_print() or full <= 0 or min(values) < 0:
        return [""] * len(values)
    return [_bar(min(value / full, 1.0)) for value in values]


def _bar(share: float) -> str:
    whole, eighths = divmod(round(share * _WIDTH * 8), 8)
    return ("█" * whole + (_EIGHTHS[eighths] if eighths else "")).ljust(_WIDTH)


def _can_print() -> bool:
    try:
        ("█" + _EIGHTHS).encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
