"""What databases and services mail or save as text or as a report: arXiv's mails, PubMed, Scopus and Zotero."""

import pytest
from made_pages import split

MAIL = r"""Send any comments regarding submissions directly to submitter.
------------------------------------------------------------------------------
\\
arXiv:2001.00001
Date: Mon, 6 Jan 2020 10:03:55 GMT   (123kb)

Title: On Bread and
  Its Crumbs
Authors: Jane Doe (Rye University), Ron Roe and Jim Poe
Categories: cs.CL
DOI: 10.1234/bread
\\
  We bake and
  measure.
\\ ( https://arxiv.org/abs/2001.00001 ,  123kb)
------------------------------------------------------------------------------
"""
ABSTRACT = """1. Cereal Lett. 2020 Feb 1;12(3):1-9. doi: 10.1234/bread. Epub 2020 Jan 15.

On Bread and Its Crumbs.

Doe J(1), Roe R(1)(2), Poe J(2).

Author information:
(1)University of Rye, Rye.

We bake and
measure.

DOI: 10.1234/bread
PMID: 12345 [Indexed for MEDLINE]

Conflict of interest statement: None.
"""
SUMMARY = (
    "1: Doe J, Roe R, Poe J. On Bread and Its Crumbs. Cereal Lett. 2020 Feb 1;12(3):1-9.\n"
    "doi: 10.1234/bread. PMID: 12345.\n"
)
SCOPUS = """Scopus
EXPORT DATE: 11 February 2024

Doe J., Roe R., Poe J.
AUTHOR FULL NAMES: Doe, Jane (57221304054); Roe, Ron (57219465762); Poe, Jim (57219465763)
57221304054; 57219465762; 57219465763
On Bread and Its Crumbs
(2020) Cereal Letters, 12 (3), pp. 1 - 9, Cited 6 times.
DOI: 10.1234/bread
https://www.scopus.com/inward/record.uri?eid=1

ABSTRACT: We bake and measure. © 2020 The Authors.
AUTHOR KEYWORDS: rye; dough
DOCUMENT TYPE: Article
SOURCE: Scopus
"""
ZOTERO = """<html><body><ul class="report combineChildItems"><li id="item_A" class="item journalArticle">
<h2>On Bread and Its Crumbs</h2><table><tr><th>Item Type</th><td>Journal Article</td></tr>
<tr><th class="author">Author</th><td>Jane Doe</td></tr><tr><th class="author">Author</th><td>Ron Roe</td></tr>
<tr><th class="author">Author</th><td>Jim Poe</td></tr><tr><th>Abstract</th><td>We bake and measure.</td></tr>
<tr><th>Date</th><td>May 2020</td></tr><tr><th>Volume</th><td>12</td></tr><tr><th>Publication</th><td>Cereal Lett</td>
</tr><tr><th>DOI</th><td>10.1234/bread</td></tr></table></li>
<li class="item attachment"><h2>Doe 2020.pdf</h2></li></ul></body></html>"""
SAVED = {"arxiv-mail": MAIL, "pubmed-text": ABSTRACT, "scopus-text": SCOPUS, "zotero-report": ZOTERO}


@pytest.mark.parametrize("break_", ["\n", "\r\n"])
@pytest.mark.parametrize(("reader", "text"), [*SAVED.items(), ("pubmed-text", SUMMARY)])
def test_saved(reader: str, text: str, break_: str) -> None:
    read = split(text.replace("\n", break_))
    (record,) = read.records
    assert read.reader == reader
    assert record.title is not None
    assert record.title.text == "On Bread and Its Crumbs"
    assert {"".join(word[0] for word in name.text.split()) for name in record.authors} == {"JD", "RR", "JP"}
    assert record.year is not None
    assert record.year.value == 2020
    assert "10.1234/bread" in {each.id.value for each in record.ids}
    assert " ".join(record.abstract.text.split()) == ("" if text is SUMMARY else "We bake and measure.")


@pytest.mark.parametrize("reader", ["pubmed-text", "scopus-text", "zotero-report"])
def test_saved_results_say_how_a_paper_was_published(reader: str) -> None:
    (record,) = split(SAVED[reader]).records
    told = {each.name: each.span.text for each in record.publication}
    assert (told["type"], told["volume"]) == ("article", "12")
    assert told["journaltitle"].startswith("Cereal Lett")
