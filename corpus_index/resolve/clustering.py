"""Records and the pairs of them that are one paper, joined to groups."""

from collections import defaultdict
from collections.abc import Iterable


def cluster(
    ids: Iterable[int], same: Iterable[tuple[int, int]], apart: Iterable[tuple[int, int]] = ()
) -> list[frozenset[int]]:
    """Join all `ids` that a chain of `same` pairs connects; groups ordered by their smallest id.

    Two that must stay `apart` are never in one group: pairs are joined in the order given, and one that would bring
    such two together is passed over.
    """
    groups = {each: {each} for each in ids}
    foes: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in apart:
        foes[a].add(b)
        foes[b].add(a)
    for a, b in same:
        one, other = sorted((groups[a], groups[b]), key=len)
        if one is other or any(not foes[each].isdisjoint(other) for each in one if each in foes):
            continue
        other |= one
        for each in one:
            groups[each] = other
    return sorted({id(group): frozenset(group) for group in groups.values()}.values(), key=min)
