"""Finding the name that a person means among the names of the index."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from corpus_index.domain.folding import fold
from corpus_index.errors import NoSuchName

_CLOSE = 5
_CLOSE_ENOUGH = 65.0
_ONLY_BEGUN = 5.0
# A year at the end of a name, with a part of that year's test: aime2025ii.
_YEAR = re.compile(r"^(\D*\D)20(\d\d[ivx]*)$")


def short_year(name: str) -> str:
    """Fold a name and write a four-digit year in two digits: `AIME 2024`, `AIME'24` and `aime24` are all `aime24`."""
    return _YEAR.sub(r"\1\2", fold(name))


def chosen(asked: str, names: Sequence[str], what: str) -> list[str]:
    """All spellings in `names` of the name that was asked for.

    Equal names win over those that only agree in a shortened year (AMC 2012 is not AMC12 where both exist). Raises
    `NoSuchName`, with the closest names as a hint, where nothing fits; `what` says what sort of thing was looked for.
    """
    folds: tuple[Callable[[str], str], ...] = (fold, short_year)
    for same in folds:
        wanted = same(asked)
        found = [name for name in names if same(name) == wanted]
        if found and wanted:
            return found
    raise unknown(asked, names, what)


def unknown(asked: str, names: Sequence[str], what: str) -> NoSuchName:
    """The error for a name that is not in the index, with what comes close."""
    near = close(asked, names)
    hint = f"close names: {', '.join(near)}" if near else "see all of them without a name"
    return NoSuchName(asked, f"no {what} of this name in the index", hint, tuple(near))


def close(asked: str, names: Sequence[str]) -> list[str]:
    """The names that are most like the one asked for, best first; at most five."""
    from rapidfuzz import fuzz, process

    wanted = fold(asked)
    if not wanted:
        return []
    distinct = {fold(name): name for name in sorted(names, reverse=True)}

    def likeness(wanted: str, name: str, **_: object) -> float:
        """Compare with all of a name, and with its beginning: `deepsek` is meant for `DeepSeek-R1`."""
        return max(fuzz.ratio(wanted, name), fuzz.ratio(wanted, name[: len(wanted) + 1]) - _ONLY_BEGUN)

    found = process.extract(wanted, sorted(distinct), scorer=likeness, limit=_CLOSE, score_cutoff=_CLOSE_ENOUGH)
    return [distinct[name] for name, _, _ in found]


def usual_spelling(spellings: Iterable[str]) -> str:
    """The most frequent spelling; of equally frequent ones the first in the alphabet."""
    counts = Counter(spellings)
    return min(counts, key=lambda name: (-counts[name], name))
