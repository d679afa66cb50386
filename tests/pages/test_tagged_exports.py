"""RIS, MEDLINE, Web of Science, EndNote's tags and Ovid."""

from contextlib import suppress

import pytest
from made_pages import page, split

from corpus_index import pages
from corpus_index.domain.record import RawRecord
from corpus_index.errors import NoReaderFits

RIS = """TY  - JOUR
ID  - doe2024
TI  - On the Rise
  of Bread
AU  - Doe, Jane
A1  - Roe, Ron, Jr.
PY  - 2024/01/02/
T2  - Journal of Loaves
DO  - 10.1234/loaf
UR  - https://example.org/loaf
AB  - Bread rises.
ER  -

TY  - CONF
T1  - Second
"""
MEDLINE = """PMID- 12345
OWN - NLM
DP  - 2024 Jan
TI  - On the rise
      of bread.
LID - 10.1234/loaf [doi]
AB  - Bread rises.
FAU - Doe, Jane
AU  - Doe J
FAU - Roe, Ron
AU  - Roe R
CN  - Loaf Group
FED - Poe, Jim
JT  - Journal of loaves
PMC - PMC7654321

A line of somebody.

PMID-12346
TI  - [Second.]
AU  - Doe JA
"""
ISI = """FN Export
VR 1.0
PT J
AU Doe, J
   Roe, R
AF Doe, Jane
   Roe, Ron
TI On the rise
   of bread
SO JOURNAL OF LOAVES
AB Bread rises.
DI 10.1234/loaf
CR POE J, 1999, LOAVES, V1, P2
   Poe J, 2001, Loaves, V2, DOI [10.1234/a,
   10.1234/b]
PY 2024
PM 12345
ER

PT J
TI Second
ER
EF
"""
TAGS = """%0 Journal Article
%T On the rise of bread
%A Doe, Jane
%A Ron Roe
%D 2024
%J Journal of Loaves
%R 10.1234/loaf
%U https://example.org/loaf
%X Bread rises.
%F doe2024

%0 Book
%T Second
"""
OVID = """<1>
Accession Number
  0001
Authors
  Doe, Jane 1;  Roe, Ron 1,2
Title
  On the rise of bread.[Article]
Source
  Journal of Loaves.   8(6):1948-1964, September 2024.
Abstract
  Bread rises.
References
  Poe J. 1999. Loaves 1: 2.

  Poe J. 2001. Loaves
  2: 3.
DOI Number
  10.1234/loaf
<2>
Title
  Second
"""


def records(text: str, reader: str) -> tuple[RawRecord, ...]:
    """What is read from a page that has to fit one reader."""
    read = split(text)
    assert read.reader == reader
    return read.records


@pytest.mark.parametrize(
    ("text", "reader"),
    [(RIS, "ris"), (MEDLINE, "medline"), (ISI, "web-of-science"), (TAGS, "endnote-tagged"), (OVID, "ovid")],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_fields(text: str, reader: str, ends: str) -> None:
    first, second = records(text.replace("\n", ends), reader)
    assert first.title is not None
    assert first.title.text.casefold() == "on the rise of bread"
    assert [span.text for span in first.authors][:2] in (["Jane Doe", "Ron Roe"], ["Jane Doe"])
    assert first.year is not None
    assert first.year.value == 2024
    assert first.venue is not None
    assert first.venue.text.casefold() == "journal of loaves"
    assert "10.1234/loaf" in {each.id.value for each in first.ids}
    assert first.abstract.text == "Bread rises."
    assert second.title is not None
    assert second.title.text == "Second"


def test_others_are_no_person() -> None:
    (record,) = split(RIS[: RIS.index("TY  - CONF")].replace("A1  - Roe, Ron, Jr.", "AU  - others")).records
    assert [author.text for author in record.authors] == ["Jane Doe"]
    assert not record.authors_complete


def test_numbers_and_bodies_of_medline() -> None:
    first, second = records(MEDLINE, "medline")
    assert {each.id.value for each in first.ids} == {"12345", "PMC7654321", "10.1234/loaf"}
    assert [span.text for span in first.authors] == ["Jane Doe", "Ron Roe", "Loaf Group"]
    assert [span.text for span in second.authors] == ["JA Doe"]


def test_references() -> None:
    assert len(records(ISI, "web-of-science")[0].references) == 2
    assert [each.span.text for each in records(OVID, "ovid")[0].references] == [
        "Poe J. 1999. Loaves 1: 2.",
        "Poe J. 2001. Loaves 2: 3.",
    ]


def test_keys_and_links() -> None:
    for text, reader in ((RIS, "ris"), (TAGS, "endnote-tagged")):
        record = records(text, reader)[0]
        assert record.key is not None
        assert record.key.text == "doe2024"
        assert [span.text for span in record.urls] == ["https://example.org/loaf"]


@pytest.mark.parametrize(
    "text",
    [
        "TY  - \n" * 500,
        "PMID- 1\n" * 500,
        "PT J\nCR [\n" * 500,
        "%A x\n" * 500,
        "<1>\n" * 500,
        "<1>\nTitle\n" * 500,
        "TY: a letter\nTI: to Jane\n",
        "PT J is what they say.\n\nAnd other things.\n",
    ],
)
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(NoReaderFits):
        pages.split(page(text))


def test_references_without_titles_are_refused() -> None:
    with pytest.raises(NoReaderFits, match="RIS without any title"):
        pages.split(page("TY  - JOUR\nAU  - Doe, Jane\nER  - \n"))


@pytest.mark.parametrize("cut", range(0, 300, 7))
@pytest.mark.parametrize("text", [RIS, MEDLINE, ISI, TAGS, OVID])
def test_cut_anywhere(text: str, cut: int) -> None:
    with suppress(NoReaderFits):
        assert pages.split(page(f"{text[:cut]} x\x0cx")).records
