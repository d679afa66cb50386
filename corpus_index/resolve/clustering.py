"""Records and the pairs of them that are one paper, joined to groups."""

from collections.abc import Iterable


def cluster(ids: Iterable[int], same: Iterable[tuple[int, int]]) -> list[frozenset[int]]:
    """Join all `ids` that a chain of `same` pairs connects; groups ordered by their smallest id."""
    parent = {each: each for each in ids}

    def root(each: int) -> int:
        while parent[each] != each:
            parent[each] = parent[parent[each]]
            each = parent[each]
        return each

    for a, b in same:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    groups: dict[int, set[int]] = {}
    for each in parent:
        groups.setdefault(root(each), set()).add(each)
    return [frozenset(groups[low]) for low in sorted(groups)]
