"""Titles and years of one work that do not agree: one case each."""

from dataclasses import replace

import pytest
from gold_records import made_record

from corpus_index.domain.conflict import Grade
from corpus_index.domain.record import PrintedYear, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve.conflicts import conflicts


def _found(records: list[KnownRecord]) -> list[tuple[str, str, str]]:
    found = conflicts(records, None)
    assert all(each.grade is Grade.DIFFERENCE for each in found)
    assert all(each.a.fact.evidence for each in found)
    return [(each.attribute, each.a.claim, each.b.claim) for each in found]


@pytest.mark.parametrize(
    ("titles", "differ"),
    [
        (["On Slow Rivers", "On Slow Rivers"], []),
        (["On Slow Rivers", "ON SLOW RIVERS."], []),
        (["A P$^3$ Sum of Rivers", "A P3 Sum of Rivers"], []),
        (["Un syst\\`eme modulaire", "Un système modulaire"], []),
        (["On Slow Rivers of the North", "On Slow Rivers…"], []),
        (["On Slow Rivers", "On Slow Rivers", "On Quick Rivers"], ["On Quick Rivers"]),
        (["On Slow Rivers", None], []),
    ],
)
def test_titles(titles: list[str | None], differ: list[str]) -> None:
    records = [made_record(number, title=title, text="Some text.") for number, title in enumerate(titles)]
    assert [a for attribute, a, _ in _found(records) if attribute == "title"] == differ


def test_a_title_of_a_summary_is_no_other_title() -> None:
    told = made_record(2, title="Rivers, Summed Up", text="Some text.")
    told = replace(told, record=told.record._replace(kind=RecordKind.SUMMARY))
    assert _found([made_record(1, title="On Slow Rivers", text="Some text."), told]) == []


@pytest.mark.parametrize(
    ("years", "differ"),
    [
        ([2020, 2020], []),
        ([2019, 2020], []),
        ([2020, 2020, 2017], [("year", "2017", "2020")]),
        ([2020, None], []),
    ],
)
def test_years(years: list[int | None], differ: list[tuple[str, str, str]]) -> None:
    assert _found([_dated(number, year) for number, year in enumerate(years)]) == differ


def test_the_year_of_publication_is_trusted() -> None:
    published = _dated(1, 2021)
    published = replace(published, record=published.record._replace(venue=Span(0, 4, "ACL!")))
    assert _found([_dated(0, 2018), published, _dated(2, 2018)]) == [("year", "2018", "2021")]


def test_a_year_that_an_arxiv_number_tells_is_no_other_year() -> None:
    preprint = _dated(0, 2017)
    preprint = replace(preprint, record=preprint.record._replace(year=PrintedYear(2017, 0, 10)))
    assert _found([preprint, _dated(1, 2021), _dated(2, 2021)]) == []


@pytest.mark.parametrize(
    ("venue", "numbers", "year", "differ"),
    [
        ("arXiv", [], 2018, []),
        (None, ["arxiv:1806.00001"], 2018, []),
        ("arXiv preprint arXiv:1806.00001", ["arxiv:1806.00001"], 2018, []),
        (None, ["arxiv:1806.00001"], 2016, [("year", "2016", "2021")]),
        ("ACL!", [], 2018, [("year", "2021", "2018")]),
        ("arXiv", [], 2023, [("year", "2023", "2021")]),
    ],
)
def test_an_earlier_year_of_the_preprint_is_no_other_year(
    venue: str | None, numbers: list[str], year: int, differ: list[tuple[str, str, str]]
) -> None:
    said = made_record(0, text="Some text.", ids=numbers)
    place = Span(0, 4, venue) if venue else None
    said = replace(said, record=said.record._replace(year=PrintedYear(year, 0, 4), venue=place))
    assert _found([said, _dated(1, 2021), _dated(2, 2021)]) == differ


def _dated(number: int, year: int | None) -> KnownRecord:
    known = made_record(number, text="Some text.")
    return replace(known, record=known.record._replace(year=PrintedYear(year, 0, 4) if year else None))
