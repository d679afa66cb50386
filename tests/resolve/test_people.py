"""When two spellings are one person."""

import pytest

from corpus_index.resolve.people import known_people, same_person, share_somebody, union


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Anna Kivi", "Anna Kivi", True),
        ("Anna Kivi", "A. Kivi", True),
        ("Anna Kivi", "Kivi, Anna", True),
        ("Kivi Anna", "Anna Kivi", True),
        ("José Ångström*", "Jose Angstrom", True),
        ("Anna Maria Kivi", "Anna Kivi", True),
        ("Anna Kivi Stone", "Anna Kivi", True),
        ("Kivi", "Anna Kivi", True),
        ("Anna Kivi", "Berta Kivi", False),
        ("Anna Kivi", "Anna Stone", False),
        ("A. Kivi", "B. Kivi", False),
        ("", "Anna Kivi", False),
        ("李雷", "李雷", True),
    ],
)
def test_same_person(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same
    assert same_person(b, a) is same


def test_union_keeps_the_order_and_the_fuller_spelling() -> None:
    lists = [["A. Kivi", "Ben Rock"], ["Anna Kivi", "Olav Stein"]]
    assert union(lists) == ("Anna Kivi", "Ben Rock", "Olav Stein")


def test_nobody_is_shared() -> None:
    assert known_people(["et al.", "Others", "", "Anna Kivi"]) == ("Anna Kivi",)
    assert share_somebody(["A. Kivi"], ["Ben Rock", "Anna Kivi"])
    assert not share_somebody([], ["Anna Kivi"])


def test_lists_of_thousands_are_compared_at_once() -> None:
    crowd = [f"Given{number} Family{number}" for number in range(4000)]
    assert len(union([crowd, crowd])) == 4000
    assert not share_somebody(crowd, [f"Other{number} Name{number}" for number in range(4000)])
