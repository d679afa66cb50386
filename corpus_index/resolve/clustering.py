"""Records and the pairs of them that are one paper, joined to groups."""

from collections import defaultdict
from collections.abc import Iterable


class Clusters:
    """Ids in groups that grow; one that was never joined is a group of its own."""

    def __init__(self) -> None:
        self._groups: dict[int, set[int]] = {}

    def group(self, each: int) -> set[int]:
        """Give the group of an id, which is the very same set for all in it."""
        return self._groups.setdefault(each, {each})

    def together(self, a: int, b: int) -> bool:
        """Tell whether two ids are in one group."""
        return self.group(a) is self.group(b)

    def join(self, a: int, b: int) -> None:
        """Make one group of those of two ids."""
        one, other = sorted((self.group(a), self.group(b)), key=len)
        if one is not other:
            other |= one
            for each in one:
                self._groups[each] = other

    def groups(self) -> list[frozenset[int]]:
        """Give all groups of the ids that were asked for, ordered by their smallest id."""
        return sorted({id(group): frozenset(group) for group in self._groups.values()}.values(), key=min)


def cluster(
    ids: Iterable[int], same: Iterable[tuple[int, int]], apart: Iterable[tuple[int, int]] = ()
) -> list[frozenset[int]]:
    """Join all `ids` that a chain of `same` pairs connects; groups ordered by their smallest id.

    Two that must stay `apart` are never in one group: pairs are joined in the order given, and one that would bring
    such two together is passed over.
    """
    clusters = Clusters()
    for each in ids:
        clusters.group(each)
    foes: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in apart:
        foes[a].add(b)
        foes[b].add(a)
    for a, b in same:
        one, other = sorted((clusters.group(a), clusters.group(b)), key=len)
        if all(foes[each].isdisjoint(other) for each in one if each in foes):
            clusters.join(a, b)
    return clusters.groups()
