"""Which records are one paper, and how they find each other."""

from dataclasses import replace
from itertools import combinations

import pytest
from gold_records import made_record, seed_records

from corpus_index.domain.work import KnownRecord
from corpus_index.extract import facts_of
from corpus_index.resolve import blocks, cluster, compare

_TITLE = "Sorting Pebbles by Weight with Tiny Balances"
_TEXT = (
    "Pebbles on a beach are sorted by waves, which takes ages. We weigh every pebble with a tiny balance made of reed, "
    "and put the heavy ones on the left. On three beaches our balance is twice as fast as the waves and needs no "
    "electricity, while children understand it without instruction. The plans of the balance are free to copy."
)
_OTHER_TEXT = (
    "Rivers round the stones that they carry. This article measures how round a stone becomes on its way to the sea, "
    "with callipers and patience, in four valleys of different slope. Roundness grows with distance and hardly with "
    "time, so that short steep rivers make edged gravel. A table for geologists closes the article."
)
_ANNA, _BEN = ("Anna Kivi", "Olav Stein"), ("Ben Rock",)


_BOAST = (
    "We present {}, a language model trained on 2 trillion tokens. {} reaches 61.5% accuracy on GSM8K, which "
    "is 4.2 points more than Qwen2.5-3B, and is trained on code and on prose in equal parts."
)


@pytest.mark.parametrize(
    ("title", "other_title", "same"), [("", "", False), ("A Title", "A Title", True), ("FooLM-3B", "", False)]
)
def test_papers_of_one_wording_that_present_other_names_stay_apart(title: str, other_title: str, same: bool) -> None:
    records = [
        made_record(number, title=heading or None, text=_BOAST.format(name, name))
        for number, heading, name in ((1, title, "FooLM-3B"), (2, other_title, "BarNet-7B"))
    ]
    first, second = (replace(known, facts=facts_of(known.record)) for known in records)
    assert first.facts.introduces
    assert second.facts.introduces
    assert compare(first, second).same is same


def _same(a: dict[str, object], b: dict[str, object]) -> bool:
    first, second = made_record(1, **a), made_record(2, **b)  # type: ignore[arg-type]
    verdict = compare(first, second)
    assert compare(second, first) == verdict
    assert not verdict.same or blocks(first) & blocks(second)
    return verdict.same


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"title": _TITLE, "text": _TEXT}, {"title": _TITLE, "text": _TEXT}),
        ({"title": _TITLE, "text": _TEXT}, {"text": _TEXT}),
        ({"text": _TEXT}, {"text": _TEXT}),
        ({"text": _TEXT}, {"text": _TEXT.replace("tiny", "small").replace("twice", "two times")}),
        ({"text": _TEXT}, {"text": _TEXT[:200] + "..."}),
        ({"text": _TEXT + _OTHER_TEXT * 4}, {"text": _TEXT[:170]}),
        ({"text": _TEXT}, {"text": _TEXT.replace(" ", "\n").upper()}),
        ({"title": _TITLE, "authors": _ANNA}, {"title": _TITLE.upper(), "authors": ("A. Kivi",)}),
        ({"title": _TITLE, "authors": _ANNA}, {"title": _TITLE, "authors": ("Kivi, Anna",), "text": _TEXT}),
        ({"title": _TITLE, "authors": _ANNA, "text": _TEXT}, {"title": _TITLE, "authors": _ANNA, "text": _OTHER_TEXT}),
        ({"title": _TITLE}, {"title": _TITLE + "."}),
        ({"title": "Non-convex R\\\"ate of $n$-grams in Prose"}, {"title": "Nonconvex Räte of n-grams in prose"}),
        ({"title": _TITLE, "text": _TEXT}, {"title": "Pebble Balances: " + _TITLE, "text": _TEXT}),
        ({"title": _TITLE, "authors": _ANNA, "complete": False, "text": _TEXT},
         {"title": _TITLE, "authors": ("Olga Last",), "complete": False, "text": _TEXT}),
        ({"title": "Introduction", "text": _TEXT}, {"title": "Introduction", "text": _TEXT}),
        ({"title": "沙滩上的石子按重量排序的方法研究"}, {"title": "沙滩上的石子按重量排序的方法研究"}),
    ],
)  # fmt: skip
def test_one_paper(a: dict[str, object], b: dict[str, object]) -> None:
    assert _same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"title": _TITLE, "text": _TEXT}, {"title": _TITLE, "text": _OTHER_TEXT}),
        ({"title": _TITLE, "authors": _ANNA}, {"title": _TITLE, "authors": _BEN}),
        ({"title": _TITLE, "authors": _ANNA, "text": _TEXT}, {"title": _TITLE, "authors": _BEN, "text": _OTHER_TEXT}),
        ({"title": "Introduction"}, {"title": "Introduction"}),
        ({"title": "Preface", "authors": _ANNA}, {"title": "Preface", "authors": _ANNA}),
        ({"title": "Preface", "text": _TEXT}, {"title": "Preface", "text": _OTHER_TEXT}),
        ({"title": "Pebbles"}, {"title": "Pebbles"}),
        ({"title": "Sorting Pebbles"}, {"title": "Sorting Pebbles"}),
        ({"title": f"Comment on {_TITLE}"}, {"title": f"Comment on {_TITLE}"}),
        ({"text": "Comment on the weighing of pebbles by A. Kivi, in the journal of beaches."},
         {"text": "Comment on the weighing of pebbles by A. Kivi, in the journal of beaches."}),
        ({"title": _TITLE, "text": _TEXT}, {"text": _OTHER_TEXT}),
        ({"title": _TITLE, "authors": _ANNA}, {"text": _TEXT, "authors": _ANNA}),
        ({"title": f"{_TITLE}, Part 1", "authors": _ANNA, "text": _TEXT},
         {"title": f"{_TITLE}, Part 2", "authors": _ANNA, "text": _OTHER_TEXT}),
        ({"title": "Ants in Large Forests and How They Walk", "authors": _ANNA},
         {"title": "Bees in Large Forests and How They Walk", "authors": _ANNA}),
        ({"title": _TITLE, "authors": _ANNA}, {"title": f"{_TITLE} II", "authors": _ANNA}),
        ({"title": _TITLE, "authors": _ANNA}, {"title": f"{_TITLE}, Part 2", "authors": _ANNA}),
        ({"text": "Short."}, {"text": "Short."}),
        ({"title": "", "text": ""}, {"title": "", "text": ""}),
        ({"title": "???"}, {"title": "!!!"}),
    ],
)  # fmt: skip
def test_different_papers(a: dict[str, object], b: dict[str, object]) -> None:
    assert not _same(a, b)


_REPORT = "Results of the {} Race of Paper Boats on Cold Lakes"
_REPORT_TEXT = (
    "We report on the race of paper boats, which was held for the {} time on a cold lake. {} crews from nine schools "
    "folded a boat each, of any paper and any form, and let it go at the northern shore. We describe the rules, the "
    "boats and the weather, compare the forms that were folded, and discuss what is left to be learnt for next year."
)


@pytest.mark.parametrize(
    ("title", "other_title", "years", "reason"),
    [
        (_REPORT.format("2019"), _REPORT.format("2020"), (None, None), "numbers in the titles differ"),
        (_REPORT.format("Fourth"), _REPORT.format("Fifth"), (None, None), "numbers in the titles differ"),
        ("The Race of Boats, Part II", "The Race of Boats, Part III", (2021, 2021), "numbers in the titles differ"),
        (_REPORT.format("Large"), _REPORT.format("Larger"), (2015, 2017), "years differ"),
        (_REPORT.format("Large"), "Folding Napkins", (None, None), "title is another"),
    ],
)
def test_papers_of_their_own_titles_stay_apart_though_one_text_was_copied_for_the_other(
    title: str, other_title: str, years: tuple[int | None, int | None], reason: str
) -> None:
    a = made_record(1, title=title, text=_REPORT_TEXT.format("fourth", 12), authors=_ANNA, year=years[0])
    b = made_record(2, title=other_title, text=_REPORT_TEXT.format("fifth", 14), authors=_ANNA, year=years[1])
    verdict = compare(a, b)
    assert not verdict.same
    assert reason in [penalty.name for penalty in verdict.penalties]


@pytest.mark.parametrize(
    ("title", "other_title", "years"),
    [
        (_REPORT.format("4th"), _REPORT.format("Fourth"), (None, None)),
        ("A Race of Paper Boats, Part II", "A Race of Paper Boats: Part 2", (None, None)),
        (_REPORT.format("Large"), _REPORT.format("Larger"), (2016, 2017)),
        (_REPORT.format("Large"), _REPORT.format("Large"), (2015, 2019)),
        (_REPORT.format("Large"), "Paper Boats", (None, None)),
    ],
)
def test_one_title_in_other_words_is_one_paper(
    title: str, other_title: str, years: tuple[int | None, int | None]
) -> None:
    a = made_record(1, title=title, text=_REPORT_TEXT.format("fourth", 12), authors=_ANNA, year=years[0])
    b = made_record(2, title=other_title, text=_REPORT_TEXT.format("fourth", 12), authors=_ANNA, year=years[1])
    assert compare(a, b).same


_ALL = ("Anna Kivi", "Olav Stein", "Mo Sand")


@pytest.mark.parametrize(
    ("title", "other_title", "authors", "same"),
    [
        (_TITLE, "Sorting Pebbles by Wieght with Tiny Balances", _ALL, True),
        (_TITLE, "Sorting Pebbles by Weight with ...", _ALL[1:], True),
        (_TITLE, "Sorting Pebbles by Weight with …", ("Ben Rock",), False),
        (f"PebbleScale: {_TITLE}", "PebbleScale", _ALL, False),
        (f"Toy Boats: {_TITLE}", "Toy Boats", _ALL, True),
        (f"Toy Boats: {_TITLE}", "Toy Boats", (*_ALL[:2], "Ben Rock"), False),
        (f"Toy Boats, Part 2: {_TITLE}", "Toy Boats, Part 3", _ALL, False),
        (f"{_TITLE}, Part 2", "Sorting Pebbles by Weight ...", _ALL, True),
        (_TITLE, "Sorting Apples by Weight with Tiny Balances", _ALL, False),
    ],
)
def test_a_title_without_an_abstract_may_be_mistyped_or_cut_short_by_the_same_authors(
    title: str, other_title: str, authors: tuple[str, ...], same: bool
) -> None:
    assert _same({"title": title, "authors": _ALL}, {"title": other_title, "authors": authors, "text": _TEXT}) is same


@pytest.mark.parametrize(
    ("others", "same"),
    [
        (("Anna Kivi", "Olav Stein", "Ben Rock"), True),
        (("Anna Kivi", "Ben Rock", "Una Lund"), False),
        (("Anna Kivi",), True),
    ],
)
def test_one_title_by_few_of_the_same_people_is_another_work(others: tuple[str, ...], same: bool) -> None:
    people = ("Anna Kivi", "Olav Stein", "Ida Berg")
    assert _same({"title": _TITLE, "authors": people}, {"title": _TITLE, "authors": others}) is same


_FULL = {"title": _TITLE, "authors": _ALL}
_CROWD = tuple(f"{letter} Other" for letter in "ABCDEFGHIJKLM")
_OTHER_VENUE = "identifiers of other publishers"


@pytest.mark.parametrize(
    ("a", "b", "same", "reasons"),
    [
        ({"ids": ["arxiv:2401.00001"]}, {"ids": ["arxiv:2402.00002"]}, False, ["other identifiers"]),
        ({"ids": ["doi:10.1145/1.2"]}, {"ids": ["doi:10.1145/3.4"]}, False, ["other identifiers"]),
        ({"ids": ["doi:10.1145/1.2"]}, {"ids": ["doi:10.1109/3.4"]}, False, [_OTHER_VENUE]),
        ({"ids": ["doi:10.1145/1.2"], "text": _TEXT}, {"ids": ["doi:10.1109/3.4"], "text": _TEXT}, True,
         [_OTHER_VENUE]),
        ({"ids": ["doi:10.1145/1.2"], "text": _TEXT}, {"ids": ["doi:10.1145/3.4"], "text": _TEXT}, True,
         ["other identifiers"]),
        ({"ids": ["doi:10.1145/1.2"], "text": _TEXT}, {"ids": ["doi:10.1145/3.4"], "text": _OTHER_TEXT}, False,
         ["other identifiers", "abstract differs"]),
        ({"ids": ["doi:10.1101/1.2"]}, {"ids": ["doi:10.1109/3.4"]}, True, []),
        ({"ids": ["arxiv:1901.00001"], "year": 2019}, {"ids": ["doi:10.1109/3.4"], "year": 2023}, True,
         ["years differ"]),
        ({"year": 2006}, {"year": 2016}, False, ["years differ"]),
        ({"year": 2019}, {"year": 2020}, True, []),
        ({"year": 2006, "text": _TEXT}, {"year": 2009, "text": _TEXT}, True, ["years differ"]),
        ({"title": "Sorting Pebbles", "authors": ("Wei Wang", "Bo Li")},
         {"title": "Sorting Pebbles", "authors": ("Wei Wang", "Jun Xu")}, False, ["few common authors"]),
        ({"authors": ("Jo Dörre",)}, {"authors": ("Jo Doerre",)}, False, ["authors spelled otherwise"]),
        ({"authors": ("Jo Dörre",), "year": 2020}, {"authors": ("Jo Doerre",), "year": 2020}, True, []),
        ({"authors": ("Jo Dörre", "Al Kivi")}, {"authors": ("Jo Doerre", "Al Kivi")}, True, []),
        ({"text": _TEXT}, {"authors": (*_ALL, *_CROWD), "text": _TEXT[:250] + _OTHER_TEXT}, False,
         ["many more authors", "abstract differs a little"]),
    ],
)  # fmt: skip
def test_one_title_is_not_enough_against_other_identifiers_years_or_people(
    a: dict[str, object], b: dict[str, object], same: bool, reasons: list[str]
) -> None:
    first, second = {**_FULL, **a}, {**_FULL, **b}
    assert _same(first, second) is same
    found = compare(made_record(1, **first), made_record(2, **second))  # type: ignore[arg-type]
    assert [penalty.name for penalty in found.penalties] == reasons


def test_the_reasons_are_named_heaviest_first() -> None:
    a = made_record(1, title=_TITLE, authors=_ANNA, text=_TEXT)
    b = made_record(2, title=_TITLE, authors=_BEN, text=_OTHER_TEXT)
    verdict = compare(a, b)
    assert [penalty.name for penalty in verdict.penalties] == ["no common authors", "abstract differs"]
    assert verdict.score == pytest.approx(0.05)
    assert compare(a, a).score == 1.0


def _page(number: int, name: str) -> list[KnownRecord]:
    summary = "A machine says that pebbles are weighed. " * 8
    return [
        made_record(number, text=summary, page=name, ordinal=0, summarises=1),
        made_record(number + 1, title=_TITLE, text=_TEXT, page=name, ordinal=1),
        made_record(number + 2, title="Round Stones in Four Steep Valleys", text=_OTHER_TEXT, page=name, ordinal=2),
    ]


def test_a_summary_belongs_to_the_record_that_its_page_names_and_to_no_text() -> None:
    summary, own, other = _page(1, "one")
    same_summary, twin, _ = _page(11, "two")
    assert compare(summary, own).same
    assert not compare(summary, other).same
    assert [penalty.name for penalty in compare(other, summary).penalties] == ["summary of another record"]
    assert not compare(summary, same_summary).same
    assert not compare(summary, twin).same
    records = [*_page(1, "one"), *_page(11, "two")]
    pairs = [(a.id, b.id) for a, b in combinations(records, 2) if compare(a, b).same]
    assert cluster([known.id for known in records], pairs) == [frozenset({1, 2, 11, 12}), frozenset({3, 13})]
    assert blocks(summary) & blocks(own)


def test_a_summary_of_the_text_of_an_abstract_is_not_that_abstract() -> None:
    quoting = made_record(1, text=_TEXT, summarises=7)
    assert not compare(quoting, made_record(2, text=_TEXT)).same


def test_seed_records_become_43_papers_by_their_blocks() -> None:
    records = seed_records()
    pairs = [(a.id, b.id) for a, b in combinations(records, 2) if blocks(a) & blocks(b) and compare(a, b).same]
    groups = cluster([known.id for known in records], pairs)
    assert len(groups) == 43
    places = [
        {(records[each].page[:3], records[each].record.ordinal) for each in group} for group in groups if len(group) > 1
    ]
    assert places == [
        {("000", 0), ("001", 2)},
        {("000", 1), ("001", 3), ("003", 0), ("003", 1)},
    ]
    shared = sum(bool(blocks(a) & blocks(b)) for a, b in combinations(records, 2))
    assert shared < 20, "blocks are there to avoid comparing all with all"


def test_clusters_join_chains() -> None:
    assert cluster([5, 1, 3, 2, 4], [(1, 2), (5, 2)]) == [frozenset({1, 2, 5}), frozenset({3}), frozenset({4})]
    assert cluster([], []) == []
