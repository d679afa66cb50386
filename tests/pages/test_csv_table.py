"""Tables with a header."""

from contextlib import suppress

import pytest
from made_pages import LONG, page, split

from corpus_index import pages
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.errors import NoReaderFits


def records(text: str) -> tuple[RawRecord, ...]:
    """What is read from a page that has to be a table."""
    read = split(text)
    assert read.reader == "csv-table"
    return read.records


IEEE = f"""Document Title\tAuthor Full Names\tPublication Year\tDI\tAB
On Bread, and Why\tDoe, Jane (57); Roe, Ron (58)\t2024\t10.1234/loaf\t{LONG}
"""
OWN = f"""exported on Monday

title;creators;pub_year;doi link;abstractNote
On Bread, and Why;['Jane Doe', 'Ron Roe'];2024;https://doi.org/10.1234/loaf;Abstract: {LONG}
"""
PLAIN = f"""Title,Authors,Year,DOI,Abstract
"On Bread, and Why",Jane Doe; Ron Roe,2024,10.1234/Loaf,"{LONG}"
"""


@pytest.mark.parametrize("text", [PLAIN, IEEE, OWN])
def test_spellings(text: str) -> None:
    (record,) = records(text)
    assert record.title is not None
    assert record.title.text == "On Bread, and Why"
    assert [span.text for span in record.authors] == ["Jane Doe", "Ron Roe"]
    assert record.year is not None
    assert record.year.value == 2024
    assert [each.id.value for each in record.ids] == ["10.1234/loaf"]
    assert record.abstract.text == LONG


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Doe J, Roe RA, Poe K.", ["J Doe", "RA Roe", "K Poe"]),
        ("Doe, J., Roe, R.", ["J. Doe", "R. Roe"]),
        ("Doe J.A., Roe R.", ["J.A. Doe", "R. Roe"]),
        ("Doe, Jane", ["Jane Doe"]),
        ("Jane Doe, Ron Roe and Jim Poe", ["Jane Doe", "Ron Roe", "Jim Poe"]),
        ("Doe, Jane and Roe, Ron", ["Jane Doe", "Ron Roe"]),
        ("Jane Doe et al.", ["Jane Doe"]),
    ],
)
def test_names(cell: str, names: list[str]) -> None:
    (record,) = records(f'title,authors\nBread,"{cell}"\n')
    assert [span.text for span in record.authors] == names
    assert record.authors_complete == ("et al" not in cell)


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        (
            "Authors,Author full names,Title,Abstract\nDoe J.,\"Doe, Jane (57200)\",On Bread.,[No abstract available]",
            ("On Bread", ["Jane Doe"], ""),
        ),
        ("AU\tAF\tTI\tAB\nDoe, J; Roe, R\tDoe, Jane; Roe, Ron\tOn Bread\tWe bake.",
         ("On Bread", ["Jane Doe", "Ron Roe"], "We bake.")),
        ("title,authors,abstract,notes\nOn Bread,Jane Doe,We bake.,included", ("On Bread", ["Jane Doe"], "We bake.")),
        ("display_name,authorships.author.display_name,doi\nOn Bread,Jane Doe|Ron Roe,10.1234/bread",
         ("On Bread", ["Jane Doe", "Ron Roe"], "")),
    ],
    ids=["scopus", "web of science", "rayyan", "openalex"],
)  # fmt: skip
def test_columns_of_databases(table: str, fields: tuple[str, list[str], str]) -> None:
    (record,) = records(f"{table}\n")
    assert record.title is not None
    assert (record.title.text, [span.text for span in record.authors], record.abstract.text) == fields


def test_identifiers_in_venues() -> None:
    (record,) = records('Authors,Title,Publication\n"Doe, Jane; ",On Bread,arXiv preprint arXiv:2001.00001\n')
    assert [printed.id.value for printed in record.ids] == ["2001.00001"]


def test_initials_last_are_told_by_the_other_names() -> None:
    plain = records("title,authors\nBread,Jane Doe\nRolls,René B\n")
    medical = records("title,authors\nBread,Doe J\nRolls,Roe R; Poe K\nBuns,The Loaf Team\n")
    assert [span.text for record in plain for span in record.authors] == ["Jane Doe", "René B"]
    assert [span.text for record in medical for span in record.authors] == ["J Doe", "R Roe", "K Poe", "The Loaf Team"]


def test_summaries_are_no_abstracts_but_in_tables_of_arxiv() -> None:
    plain = records(f"title,authors,summary\nBread,Jane Doe,{LONG!r}\n".replace("'", '"'))
    arxiv = records(f"titles,authors,summaries,terms\nBread,Jane Doe,{LONG!r},cs.CL\n".replace("'", '"'))
    assert plain[0].kind is RecordKind.SUMMARY
    assert arxiv[0].kind is RecordKind.ABSTRACT


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("time,task\n" + "2024/01/01,https://arxiv.org/abs/2401.00001\n" * 5, "5 links without titles"),
        ("https://arxiv.org/abs/2401.00001\n" * 4, "4 links without titles"),
        ("authors,year,doi\nJane Doe,2024,10.1234/loaf\n", "table without titles"),
        ("title,year,rating\nThe Loaf,1999,5\nThe Loaf II,2001,3\n", "no papers found"),
        ("title,authors,doi\n,,10.1234/loaf\n", "empty column of titles"),
        ("title,authors,doi\n", "no papers found"),
    ],
)
def test_refused(text: str, says: str) -> None:
    with pytest.raises(NoReaderFits) as caught:
        pages.split(page(text))
    assert says in caught.value.what


def test_a_quote_that_nothing_closes() -> None:
    rows = "".join(f"Bread {number},Jane Doe\n" for number in range(20_000))
    assert records(f'title,authors\nFirst,Ron Roe\n"Open,Jim Poe\n{rows}')[-1].title is not None


@pytest.mark.parametrize("unit", ['"', ",", "\t", '"x,', ";", "\r", "title,authors\n", "a,b\n"])
def test_hostile(unit: str) -> None:
    with suppress(NoReaderFits):
        assert pages.split(page(f"title,authors,doi\nBread,Jane Doe,10.1234/a\n{unit * 5000}")).records
