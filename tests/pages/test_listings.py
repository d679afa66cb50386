"""Listings of papers as text, without abstracts: what libraries, search engines and people's pages print."""

import pytest
from made_pages import LONG, OTHER, page, split

from corpus_index import pages
from corpus_index.domain.record import RawRecord
from corpus_index.errors import NoReaderFits

TITLES = ("On Bread and Its Crumbs", "Small Planets Without Bakers", "An Equation for Loaves")
SCHOLAR = """Jane Doe
Professor of Baking, University of Rye
TITLE\tCITED BY\tYEAR
On Bread and Its Crumbs
J Doe, R Roe, J Poe
Advances in Baking 36, 1-12, 2023\t456\t2023
Small Planets Without Bakers
R Roe, J Doe, ...
arXiv preprint arXiv:2001.00002, 2020\t27*\t2020
An Equation for Loaves
J Doe
Crust Press\t\t2015
"""
ARXIV = """Total of 3 entries
[1] arXiv:2301.00001 [pdf, html, other]
Title: On Bread and Its Crumbs
Jane Doe, Ron Roe, Jim Poe
Subjects: Computation and Language (cs.CL)
[2] arXiv:2001.00002 (cross-list from astro-ph.EP) [pdf, other]
Title: Small Planets Without Bakers
Ron Roe
Subjects: Earth and Planetary Astrophysics (astro-ph.EP)
[3] arXiv:1501.00003 [pdf]
Title: An Equation for Loaves
Jane Doe, Jim Poe
Comments: 9 pages
"""
LIBRARY = """Showing 1 - 3 of 3 Results
Select All
RESEARCH-ARTICLE
May 2023
On Bread and Its Crumbs
Jane Doe, Ron Roe, Jim Poe
BAKERY '23: Proceedings of the Bakery, pp. 1-12
https://doi.org/10.1234/one
We study how readers of saved pages can tell a title from an abstract. Existing methods look…
35
ARTICLE
May 2020
Small Planets Without Bakers
Ron Roe, Jane Doe
Transactions on Planets, Volume 12
https://doi.org/10.1234/two
ARTICLE
June 2015
An Equation for Loaves
Jane Doe, Jim Poe
LOAF '15: Proceedings of Loaves, pp. 3-9
https://doi.org/10.1234/three
"""
JOURNALS = """3 results
Research article
On Bread and Its Crumbs
Machine Baking
February 2023
Jane Doe, Ron Roe, Jim Poe
View PDF
Research article
Small Planets Without Bakers
Journal of Planets
3 May 2020
Ron Roe, Jane Doe
View PDF
Review article
An Equation for Loaves
Loaf Research
June 2015
Jane Doe, Jim Poe
View PDF
"""


def records(text: str) -> tuple[RawRecord, ...]:
    """What is read from a page that has to be a listing."""
    read = split(text)
    assert read.reader == "listing"
    return read.records


@pytest.mark.parametrize("text", [SCHOLAR, ARXIV, LIBRARY, JOURNALS], ids=["scholar", "arxiv", "library", "journals"])
def test_listing(text: str) -> None:
    found = records(text)
    assert tuple(each.title and each.title.text for each in found) == TITLES
    assert [each.year and each.year.value for each in found] == [2023, 2020, 2015]
    assert not any(each.abstract.text for each in found)


def test_authors_of_a_listing() -> None:
    assert [[name.text for name in each.authors] for each in records(ARXIV)] == [
        ["Jane Doe", "Ron Roe", "Jim Poe"],
        ["Ron Roe"],
        ["Jane Doe", "Jim Poe"],
    ]
    assert [each.authors_complete for each in records(SCHOLAR)] == [True, False, True]


def test_identifiers_of_a_listing() -> None:
    assert [each.ids[0].id.value for each in records(ARXIV)] == ["2301.00001", "2001.00002", "1501.00003"]
    assert [each.ids[0].id.value for each in records(LIBRARY)] == ["10.1234/one", "10.1234/two", "10.1234/three"]


def test_a_listing_that_counts_authors() -> None:
    text = "".join(f"Submitted by\njdoe\n98\n{title}\n·\n3 authors\n·\n12\n2\n" for title in TITLES)
    found = records(f"Daily Papers\nby AK and the research community\nDaily\nWeekly\n{text}")
    assert tuple(each.title and each.title.text for each in found) == TITLES
    assert {(each.authors, each.authors_complete) for each in found} == {((), False)}


def test_a_listing_with_abstracts() -> None:
    posters = (
        f"Poster\n{TITLES[0]}\nJane Doe · Ron Roe\nHall A #1\n[ Abstract ] [ Paper ]\nAbstract: {LONG}\n\n"
        f"Poster\n{TITLES[1]}\nRon Roe · Jim Poe\nHall B #2\n[ Abstract ]\nAbstract: {OTHER}\n"
    )
    assert [each.abstract.text for each in records(posters)] == [LONG, OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"The Song Number {n}\nJane Doe, Ron Roe\nAlbum of Bread\n" for n in "abcdef"),
        "".join(f"A Chapter on Bread {n}\nSome words below it that are no names.\n1999\n" for n in "abcdef"),
        "Our Team\nJane Doe, Ron Roe\nJim Poe, Ann Noe\nContact us at the bakery in 2020.\n" * 3,
    ],
)
def test_other_lists_are_no_listings(text: str) -> None:
    with pytest.raises(NoReaderFits):
        pages.split(page(text))
