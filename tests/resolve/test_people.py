"""When two spellings are one person."""

import pytest

from corpus_index.resolve.people import in_full, known_people, same_person, share_somebody, union


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
        ("Łukasz Kaiser", "Lukasz Kaiser", True),
        ("Ł ukasz Kaiser", "L. Kaiser", True),
        ("Ł ukasz Kaiser", "Łukasz Kaiser", True),
        ("Søren Ångström", "Soeren Aangstroem", True),
        ("Søren Ångström", "Soren Angstrom", True),
        ("Joerg Müller", "Jörg Mueller", True),
        ("Xue Li", "Yu Li", False),
        ("Anna Xue", "Anna Xu", False),
        ("Đorđe Strauß", "Dorde Strauss", True),
        ("Yann LeCun", "Le Cun, Y.", True),
        ("Yann LeCun", "Le Cun, Berta", False),
        ("Yann LeCun", "Y. Le", False),
        ("Jean-Luc Picard", "JL Picard", True),
        ("Jean-Luc Picard", "LJ Picard", False),
    ],
)
def test_same_person(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same
    assert same_person(b, a) is same


def test_union_keeps_the_order_and_the_fuller_spelling() -> None:
    lists = [["A. Kivi", "Ben Rock"], ["Anna Kivi", "Olav Stein"]]
    assert union(lists) == ("Anna Kivi", "Ben Rock", "Olav Stein")


def test_names_are_written_in_full_and_nobody_is_added() -> None:
    names = ["A. Kivi", "B. Rock", "Jörg Stein", "C. Sand"]
    others = [["Anna Kivi", "Joerg Stein", "Olav Last"], ["Ben Rock", "Carl Sand", "Cleo Sand"]]
    assert in_full(names, others) == ("Anna Kivi", "Ben Rock", "Jörg Stein", "Carl Sand")
    assert in_full(["A. Kivi", "Anna B. Kivi"], [["Anna Kivi"]]) == ("A. Kivi", "Anna B. Kivi")


def test_nobody_is_shared() -> None:
    assert known_people(["et al.", "Others", "", "Anna Kivi"]) == ("Anna Kivi",)
    assert share_somebody(["A. Kivi"], ["Ben Rock", "Anna Kivi"])
    assert not share_somebody([], ["Anna Kivi"])


def test_lists_of_thousands_are_compared_at_once() -> None:
    crowd = [f"Given{number} Family{number}" for number in range(4000)]
    assert len(union([crowd, crowd])) == 4000
    assert not share_somebody(crowd, [f"Other{number} Name{number}" for number in range(4000)])
