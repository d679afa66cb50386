"""Results that several records of a work print of one thing under a shorter and a longer name.

Where one page prints the title and another does not, the same sentence is read as being about `s1` here and about
`s1-32B` there, or about nobody. Number, unit, kind, benchmark and metric tell that it is one result.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from corpus_index.domain.facts import Result
from corpus_index.domain.folding import fold
from corpus_index.domain.work import FactRef

Told = tuple[FactRef, Result, frozenset[int]]
"""A result that repeats none yet, and the ids of all records that say it word for word."""


def same_results(told: Sequence[Told]) -> Mapping[FactRef, FactRef]:
    """Pair results with the result of another record that they repeat; the most trusted must come first in `told`.

    Of results of one trust give the more specific subject first, too. A result that has a record in common with
    another one never repeats it: what one record says twice stays twice.
    """
    kept: defaultdict[Hashable, list[Told]] = defaultdict(list)
    found: dict[FactRef, FactRef] = {}
    for ref, result, records in told:
        of_kind = kept[_number(result)]
        for at, (first, other, sayers) in enumerate(of_kind):
            if records.isdisjoint(sayers) and _one_thing(result, other):
                found[ref] = first
                of_kind[at] = (first, other, sayers | records)
                break
        else:
            of_kind.append((ref, result, records))
    return found


def _number(result: Result) -> Hashable:
    return (
        result.value,
        result.value_high,
        result.unit,
        result.kind,
        result.total,
        fold(result.metric or ""),
        fold(result.benchmark or ""),
    )


def _one_thing(a: Result, b: Result) -> bool:
    """Whether the subjects can be one, and so can the baselines."""
    same_baseline = not (a.baseline and b.baseline) or fold(a.baseline) == fold(b.baseline)
    return same_baseline and is_part_of_name(a.subject, b.subject)


def is_part_of_name(a: str | None, b: str | None) -> bool:
    """Tell whether one name is the beginning of the other (`s1` of `s1-32B`, not of `s10`), or is not given."""
    shorter, longer = sorted((" ".join((name or "").casefold().split()) for name in (a, b)), key=len)
    if not shorter or fold(shorter) == fold(longer):
        return True
    return longer.startswith(shorter) and not longer[len(shorter)].isalnum()
