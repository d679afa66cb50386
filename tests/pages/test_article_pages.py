"""Pages of one article, with what publishers and people put into them."""

import json
from contextlib import suppress

import pytest
from made_pages import LONG, OTHER, page, split

from corpus_index import pages
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.errors import NoReaderFits

TAGS = """<meta name="citation_title" content="Bread at Home"><meta name="citation_author" content="Doe, Jane">
<meta name="citation_author" content="Ron Roe"><meta name="citation_publication_date" content="2020/05/01">
<meta name="citation_journal_title" content="Journal of Bread"><meta name="citation_doi" content="10.1234/bread.1">
<meta name="citation_abstract_html_url" content="https://example.org/bread">
<meta name="citation_pdf_url" content="https://example.org/bread.pdf">
<meta name="citation_reference" content="citation_title=Rolls; citation_author=J Poe; citation_doi=10.1234/rolls">"""


def document(head: str, body: str) -> str:
    """An HTML page."""
    return f"<!DOCTYPE html>\n<html lang='en'><head><title>x</title>{head}</head><body>{body}</body></html>"


def article(head: str, body: str = "") -> RawRecord:
    """The one record of a page that is one article."""
    read = split(document(head, body))
    assert read.reader == "article-page"
    (record,) = read.records
    return record


def test_citation_tags() -> None:
    record = article(TAGS, f"<h1>Bread</h1><div class='abstract'><h2>Abstract</h2><p>{LONG}</p></div>")
    assert record.title is not None
    assert record.title.text == "Bread at Home"
    assert [span.text for span in record.authors] == ["Jane Doe", "Ron Roe"]
    assert record.year is not None
    assert record.year.value == 2020
    assert [printed.id.value for printed in record.ids] == ["10.1234/bread.1"]
    assert [span.text for span in record.urls] == ["https://example.org/bread", "https://example.org/bread.pdf"]
    assert record.abstract.text == LONG
    assert [[each.value for each in reference.ids] for reference in record.references] == [["10.1234/rolls"]]


@pytest.mark.parametrize(
    "body",
    [
        f"<section id=Abs1><div class=abstract-content>{LONG}</div></section>",
        f"<div class='card acl-abstract'><h5>Abstract</h5><span>{LONG}</span></div>",
        f"<div class=abstract><p class=abstract-en lang=en>{LONG}</p><p class=abstract-fr lang=fr>{OTHER}</p></div>",
        f"<form><label class=abstract>{OTHER}</label></form><p id=abstract>Abstract: {LONG}</p>",
    ],
)
def test_abstract_in_the_body(body: str) -> None:
    assert article(TAGS, body).abstract.text == LONG


def test_abstract_that_the_head_cuts() -> None:
    head = f'{TAGS}<meta name="description" content="{LONG[:150]}…">'
    assert article(head, f"<nav>{OTHER}</nav><div><p>{LONG}</p></div><div><p>{OTHER}</p></div>").abstract.text == LONG


def test_how_to_cite_is_no_abstract() -> None:
    cited = f"Jane Doe and Ron Roe. 2020. Bread at Home. {LONG}"
    head = f'{TAGS}<meta property="og:description" content="{cited}">'
    assert article(head, f"<div class=acl-abstract><p>{cited}</p></div>").abstract.text == ""


def test_json_ld() -> None:
    described = {
        "@graph": [
            {"@type": "WebPage"},
            {
                "@type": ["ScholarlyArticle"],
                "headline": "Bread at Home",
                "author": [{"@type": "Person", "name": "Jane Doe"}],
                "datePublished": "2020-05-01",
                "description": LONG,
            },
        ]
    }
    record = article(f'<script type="application/ld+json">{json.dumps(described)}</script>')
    assert record.title is not None
    assert (record.title.text, record.abstract.text) == ("Bread at Home", LONG)
    assert [span.text for span in record.authors] == ["Jane Doe"]


@pytest.mark.parametrize("title", ["Just a moment...", "Attention Required! | A Site", "Access denied"])
def test_a_page_that_asks_to_wait(title: str) -> None:
    with pytest.raises(NoReaderFits, match="asked to wait"):
        pages.split(page(f"<html><head><title>{title}</title></head><body>Enable JavaScript</body></html>"))


def test_page_of_a_paper_without_tags() -> None:
    body = (
        "<h1>Bread at Home</h1><div><span class=author-block><a href=u>Jane Doe</a><sup>1,2</sup>,</span> "
        "<span class=author-block><a href=v>Ron Roe</a><sup>1</sup></span></div><div>Bread University</div>"
        '<div><a href="https://arxiv.org/abs/2001.00001">arXiv</a> <a href="https://example.org/code">Code</a></div>'
        f"<h2>Abstract</h2><div><p>{LONG}</p></div><h2>Method</h2><p>{OTHER}</p><h2>BibTeX</h2><pre>@misc{{x}}</pre>"
    )
    read = split(document("", body))
    assert read.reader == "paper-page"
    (record,) = read.records
    assert [span.text for span in record.authors] == ["Jane Doe", "Ron Roe"]
    assert [printed.id.value for printed in record.ids] == ["2001.00001"]
    assert [span.text for span in record.urls] == ["https://arxiv.org/abs/2001.00001", "https://example.org/code"]
    assert record.abstract.text == LONG


def test_summary_by_a_machine_inside_the_abstract() -> None:
    body = (
        "<h1>Bread at Home</h1><div>Authors: <a href=u>Jane Doe</a>, <a href=v>Ron Roe</a></div><h2>Abstract</h2>"
        f"<div><div>AI-generated summary</div><p>{OTHER}</p><p>{LONG}</p></div><a href=p.pdf>View PDF</a>"
    )
    read = split(document('<link rel="canonical" href="https://huggingface.co/papers/2001.00001">', body))
    abstract, summary = read.records
    assert (abstract.kind, abstract.abstract.text) == (RecordKind.ABSTRACT, LONG)
    assert (summary.kind, summary.abstract.text, summary.summarises) == (RecordKind.SUMMARY, OTHER, 0)
    assert [printed.id.value for printed in abstract.ids] == ["2001.00001"]


def test_translation_is_a_summary() -> None:
    chinese = "我们研究面包如何在家里发酵，并测量了二百个面包的体积，提出了一个简单的方程。" * 3
    body = (
        "<h1>家里的面包和其他故事</h1><div>Bread at Home and Other Stories</div><p>Jane Doe, Ron Roe</p>"
        f'<a href="https://arxiv.org/abs/2001.00001">arXiv</a><h2>摘要</h2><p># 翻译 {chinese}</p><div>{LONG}</div>'
    )
    abstract, summary = split(document("", body)).records
    assert abstract.title is not None
    assert abstract.title.text == "Bread at Home and Other Stories"
    assert abstract.abstract.text == LONG
    assert summary.abstract.text == chinese


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">[[{"@type": [{}, null, 1, "Article"], "author": {"name": []}}]]</script>',
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        '<meta name="citation_title" content="x">' + '<meta name="citation_author" content="y">' * 2000,
        '<meta name="citation_title"><meta content="x"><meta name="dc.title" content="x"><link rel="canonical">',
        '<meta name="citation_title" content="x"><meta name="citation_reference" content="=;=;citation_=;">',
    ],
)
@pytest.mark.parametrize("body", ["", "<div class=abstract>" * 3000, "<p>" * 20_000, "<a href='http://[x'>y</a>\x01"])
def test_hostile_pages_raise_nothing(head: str, body: str) -> None:
    with suppress(NoReaderFits):
        split(document(head, body))


XPLORE = {"authors": [{"name": "Jane Doe"}, {"name": "Ron Roe"}], "title": "On Bread", "abstract": "We bake bread.",
          "doi": "10.1234/bread", "publicationYear": "2020", "publicationTitle": "Journal of Bread"}  # fmt: skip
GRAPH = {"@graph": [{"@type": "WebSite", "name": "Bread"}, {
    "@type": "ScholarlyArticle", "headline": "On Bread", "abstract": "We bake bread.", "datePublished": "2020-05-01",
    "author": [{"name": "Jane Doe"}, {"givenName": "Ron", "familyName": "Roe"}],
    "isPartOf": {"@type": "Periodical", "name": "Journal of Bread"},
    "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1234/bread"}}]}  # fmt: skip
HEADS = {
    "script of Xplore": f"<script>var a={{}};\nxplGlobal.document.metadata={json.dumps(XPLORE)};\nvar b;</script>",
    "graph of JSON-LD": f'<script type="application/ld+json">{json.dumps(GRAPH)}</script>',
    "qualified Dublin Core": "".join(
        f'<meta name="DC.{name}" content="{value}">'
        for name, value in (("Title", "On Bread"), ("Creator.PersonalName", "Jane Doe"),
                            ("Creator.PersonalName", "Ron Roe"), ("Date.issued", "2020-05-01"),
                            ("Identifier.DOI", "10.1234/bread"), ("Description", "We bake bread."))
    ),
    "initials last": '<meta name="citation_title" content="On Bread">'
    '<meta name="citation_authors" content="Doe J;Roe RA;">'
    '<meta name="citation_date" content="05/01/2020"><meta name="citation_doi" content="10.1234/bread">'
    '<meta name="citation_abstract" content="We bake bread.">',
}  # fmt: skip


@pytest.mark.parametrize("form", HEADS)
def test_heads_of_services(form: str) -> None:
    (record,) = split(f"<!DOCTYPE html><html><head>{HEADS[form]}</head><body><h1>On Bread</h1></body></html>").records
    names = ["J Doe", "RA Roe"] if form == "initials last" else ["Jane Doe", "Ron Roe"]
    assert record.title is not None
    assert record.year is not None
    assert (record.title.text, [span.text for span in record.authors], record.year.value) == ("On Bread", names, 2020)
    assert ([each.id.value for each in record.ids], record.abstract.text) == (["10.1234/bread"], "We bake bread.")
