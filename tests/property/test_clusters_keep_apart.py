"""Groups of records: what must stay apart does, what is joined is, and the order of numbers does not matter."""

from hypothesis import given
from hypothesis import strategies as st

from corpus_index.resolve import cluster

_IDS = range(8)
_PAIRS = st.lists(st.tuples(st.sampled_from(_IDS), st.sampled_from(_IDS)).filter(lambda pair: pair[0] != pair[1]))


@given(_PAIRS, _PAIRS)
def test_records_that_must_stay_apart_are_never_in_one_group(
    same: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    groups = cluster(_IDS, same, apart)
    assert sorted(each for group in groups for each in group) == list(_IDS)
    assert not any({a, b} <= group for a, b in apart for group in groups)


@given(_PAIRS, _PAIRS)
def test_a_pair_is_parted_only_where_joining_would_bring_others_together(
    same: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    group_of = {each: group for group in cluster(_IDS, same, apart) for each in group}
    for a, b in same:
        both = group_of[a] | group_of[b]
        assert group_of[a] is group_of[b] or any({x, y} <= both for x, y in apart)


@given(_PAIRS, _PAIRS, st.permutations(_IDS))
def test_groups_are_the_same_under_other_numbers(
    same: list[tuple[int, int]], apart: list[tuple[int, int]], numbers: list[int]
) -> None:
    renumbered = cluster(
        numbers, [(numbers[a], numbers[b]) for a, b in same], [(numbers[b], numbers[a]) for a, b in apart][::-1]
    )
    expected = {frozenset(numbers[each] for each in group) for group in cluster(_IDS, same, apart)}
    assert set(renumbered) == expected
