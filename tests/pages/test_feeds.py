"""XML of feeds, archives and exports, good, odd and hostile."""

from contextlib import suppress
from typing import Any

import pytest
from made_pages import page, split

from corpus_index import pages
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.errors import NoReaderFits

ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>A query</title>
<entry><id>http://arxiv.org/abs/2001.00001v2</id><published>2020-01-06T00:00:00Z</published>
<updated>2021-01-06T00:00:00Z</updated><title>Bread at
  Home</title><summary> We bake
 bread. </summary><author><name>Jane Doe</name></author><author><name>Ron Roe</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1234/bread.1</arxiv:doi>
<link href="http://arxiv.org/abs/2001.00001v2" rel="alternate"/></entry></feed>"""
OAI = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
<record><header status="deleted"/></record>
<record><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2001.00001</id><created>2020-01-06</created><authors>
<author><keyname>Doe</keyname><forenames>Jane</forenames></author><author><keyname>:</keyname></author></authors>
<title>Bread at Home</title><doi>10.1234/bread.1</doi><abstract>We bake.</abstract></arXiv></metadata></record>
<record><metadata><dc xmlns="http://purl.org/dc/elements/1.1/"><title>Rolls</title><creator>Roe, Ron</creator>
<date>2019-01-01</date><identifier>doi:10.1234/rolls</identifier><identifier>https://example.org/rolls</identifier>
<description>We roll.</description></dc></metadata></record></ListRecords></OAI-PMH>"""
ACL = """<collection id="P00"><volume id="1"><meta><booktitle>Bread Conference</booktitle><year>2000</year></meta>
<frontmatter><url>P00-1000</url></frontmatter>
<paper id="1"><title><fixed-case>B</fixed-case>read at Home</title><author><first>Jane</first><last>Doe</last></author>
<abstract>We bake.</abstract><url>P00-1001</url><bibkey>doe-2000-bread</bibkey></paper>
<paper id="2"><title>Rolls</title><author><first/><last>Roe</last></author></paper></volume></collection>"""
JATS = """<article><front><journal-meta><journal-title-group><journal-title>Journal of Bread</journal-title>
</journal-title-group></journal-meta><article-meta><article-id pub-id-type="doi">10.1234/bread.1</article-id>
<title-group><article-title>Bread <italic>at</italic> Home</article-title></title-group><contrib-group>
<contrib contrib-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name></contrib>
<contrib contrib-type="editor"><name><surname>Poe</surname><given-names>Jim</given-names></name></contrib>
<contrib contrib-type="author"><collab>The Loaf Team</collab></contrib></contrib-group>
<pub-date pub-type="epub"><year>2020</year></pub-date><abstract abstract-type="teaser"><p>Bread!</p></abstract>
<abstract><title>Abstract</title><p>We bake.</p><p>We eat.</p></abstract></article-meta></front>
<back><ref-list><ref><mixed-citation>Roe, R. Rolls. 2010. <pub-id pub-id-type="doi">10.1234/rolls</pub-id>
</mixed-citation></ref></ref-list></back></article>"""
PUBMED = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>12345</PMID><Article><Journal>
<JournalIssue><PubDate><Year>2020</Year></PubDate></JournalIssue><Title>Journal of Bread</Title></Journal>
<ArticleTitle>[Bread at Home].</ArticleTitle><Abstract><AbstractText>We bake.</AbstractText></Abstract><AuthorList>
<Author><LastName>Doe</LastName><ForeName>Jane</ForeName></Author>
<Author><CollectiveName>The Loaf Team</CollectiveName></Author></AuthorList></Article></MedlineCitation><PubmedData>
<ArticleIdList><ArticleId IdType="doi">10.1234/bread.1</ArticleId></ArticleIdList><ReferenceList><Reference>
<Citation>Roe R. Rolls. 2010.</Citation><ArticleIdList><ArticleId IdType="pubmed">999</ArticleId></ArticleIdList>
</Reference></ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>"""
ENDNOTE = """<xml><records><record><contributors><authors><author><style>Doe, Jane</style></author>
<author>Roe, Ron</author></authors></contributors><titles><title><style face="normal">Bread at Home</style></title>
<secondary-title>Journal of Bread</secondary-title></titles><dates><year>2020</year></dates>
<electronic-resource-num>10.1234/bread.1</electronic-resource-num><abstract>We bake.</abstract>
<urls><related-urls><url>https://example.org/bread</url></related-urls></urls></record></records></xml>"""
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>Updates</title><item>
<title>Bread at Home</title><link>https://arxiv.org/abs/2001.00001</link>
<description>arXiv:2001.00001v1 Announce Type: new
Abstract: We bake.</description><pubDate>Thu, 02 May 2024 00:00:00 -0400</pubDate>
<dc:creator>Jane Doe, Ron Roe</dc:creator></item></channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<channel><title>Updates</title></channel>
<item><title>Bread at Home. (arXiv:2001.00001v2 [cs.CL] UPDATED)</title>
<description>&lt;p&gt;We bake.&lt;/p&gt;</description>
<dc:creator>&lt;a href="http://x"&gt;Jane Doe&lt;/a&gt;, &lt;a href="http://y"&gt;Ron Roe&lt;/a&gt;</dc:creator></item>
<item><title>Rolls</title><description>How rolls rise.</description><dc:creator>Doe, J., Roe, R.</dc:creator>
<dc:date>2019-01-03</dc:date><dc:identifier>doi:10.1234/rolls</dc:identifier></item></rdf:RDF>"""
DBLP = """<dblpperson name="Jane Doe"><person><author>Jane Doe</author></person><r><article key="journals/x">
<author pid="1">Jane Doe 0003</author><author>Ron Roe</author><title>Bread at Home.</title><year>2020</year>
<journal>Journal of Bread</journal><ee>https://doi.org/10.1234/bread.1</ee></article></r></dblpperson>"""
UNIXREF = """<doi_records><doi_record><crossref><journal><journal_metadata><full_title>Journal of Bread</full_title>
</journal_metadata><journal_article><titles><title>Bread at Home</title></titles><contributors>
<person_name contributor_role="author"><given_name>Jane</given_name><surname>Doe</surname></person_name>
<person_name contributor_role="editor"><given_name>Jim</given_name><surname>Poe</surname></person_name>
<organization contributor_role="author">The Loaf Team</organization></contributors>
<jats:abstract xmlns:jats="x"><jats:title>Abstract</jats:title><jats:p>We bake.</jats:p></jats:abstract>
<publication_date><year>2020</year></publication_date><doi_data><doi>10.1234/bread.1</doi></doi_data><citation_list>
<citation><doi>10.1234/rolls</doi><article_title>Rolls</article_title></citation></citation_list></journal_article>
</journal></crossref></doi_record></doi_records>"""
EVERY = {
    "atom-feed": ATOM,
    "rss-feed": RSS,
    "dblp-xml": DBLP,
    "oai-pmh": OAI,
    "acl-anthology": ACL,
    "jats": JATS,
    "pubmed-xml": PUBMED,
    "endnote-xml": ENDNOTE,
    "unixref": UNIXREF,
}
BOMB = "<!DOCTYPE a [<!ENTITY b 'bread'>" + "".join(
    f"<!ENTITY b{number} '{f'&b{number - 1 if number else str()};' * 10}'>" for number in range(12)
)


def records(reader: str) -> tuple[RawRecord, ...]:
    """What is read from the page of a reader."""
    read = split(EVERY[reader])
    assert read.reader == reader
    return read.records


def facts(record: RawRecord) -> tuple[Any, ...]:
    """Title, authors, year, identifiers and abstract as plain values."""
    return (
        record.title.text if record.title else None,
        [span.text for span in record.authors],
        record.year.value if record.year else None,
        {printed.id.scheme.value: printed.id.value for printed in record.ids},
        record.abstract.text,
    )


def test_atom() -> None:
    (record,) = records("atom-feed")
    title, authors, year, ids, abstract = facts(record)
    assert (title, authors, year) == ("Bread at Home", ["Jane Doe", "Ron Roe"], 2020)
    assert ids == {"arxiv": "2001.00001", "doi": "10.1234/bread.1"}
    assert " ".join(abstract.split()) == "We bake bread."
    assert record.ids[0].id.version == "v2"


def test_rss() -> None:
    (record,) = records("rss-feed")
    assert facts(record) == ("Bread at Home", ["Jane Doe", "Ron Roe"], 2020, {"arxiv": "2001.00001"}, "We bake.")
    first, rolls = split(RDF).records
    assert facts(first) == facts(record)
    assert facts(rolls) == ("Rolls", ["J. Doe", "R. Roe"], 2019, {"doi": "10.1234/rolls"}, "How rolls rise.")
    assert rolls.kind is RecordKind.SUMMARY


def test_dblp() -> None:
    (record,) = records("dblp-xml")
    assert facts(record) == ("Bread at Home", ["Jane Doe", "Ron Roe"], 2020, {"doi": "10.1234/bread.1"}, "")


def test_oai() -> None:
    first, second = records("oai-pmh")
    arxiv = {"arxiv": "2001.00001", "doi": "10.1234/bread.1"}
    assert facts(first) == ("Bread at Home", ["Jane Doe"], 2020, arxiv, "We bake.")
    assert facts(second) == ("Rolls", ["Ron Roe"], 2019, {"doi": "10.1234/rolls"}, "We roll.")


def test_unixref() -> None:
    (record,) = records("unixref")
    authors = ["Jane Doe", "The Loaf Team"]
    assert facts(record) == ("Bread at Home", authors, 2020, {"doi": "10.1234/bread.1"}, "We bake.")
    assert [[each.value for each in reference.ids] for reference in record.references] == [["10.1234/rolls"]]
    with pytest.raises(NoReaderFits, match="not there"):
        split("<doi_records><doi_record><crossref><error>none</error></crossref></doi_record></doi_records>")


def test_acl() -> None:
    first, second = records("acl-anthology")
    assert facts(first) == ("Bread at Home", ["Jane Doe"], 2000, {"acl": "P00-1001"}, "We bake.")
    assert facts(second) == ("Rolls", ["Roe"], 2000, {"acl": "P00-1002"}, "")
    assert first.key is not None
    assert first.key.text == "doe-2000-bread"


def test_jats() -> None:
    (record,) = records("jats")
    authors = ["Jane Doe", "The Loaf Team"]
    assert facts(record) == ("Bread at Home", authors, 2020, {"doi": "10.1234/bread.1"}, "We bake.\nWe eat.")
    assert [[each.value for each in reference.ids] for reference in record.references] == [["10.1234/rolls"]]


def test_pubmed() -> None:
    (record,) = records("pubmed-xml")
    ids = {"pubmed": "12345", "doi": "10.1234/bread.1"}
    assert facts(record) == ("Bread at Home", ["Jane Doe", "The Loaf Team"], 2020, ids, "We bake.")
    assert [reference.span.text for reference in record.references] == ["Roe R. Rolls. 2010."]


def test_endnote() -> None:
    (record,) = records("endnote-xml")
    title, authors, year, ids, abstract = facts(record)
    assert (title, year, ids, abstract) == ("Bread at Home", 2020, {"doi": "10.1234/bread.1"}, "We bake.")
    assert authors == ["Jane Doe", "Ron Roe"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>', "found nothing"),
        (
            ATOM.partition("?>")[2].replace("/abs/2001.00001v2</id>", "/api/errors#x</id>"),
            "error that the API answered",
        ),
        ('<OAI-PMH><error code="noRecordsMatch"/></OAI-PMH>', "noRecordsMatch"),
        ("<bread><loaf/></bread>", "XML"),
        ("<rss><channel><title>x</title></channel></rss>", "RSS feed without any item"),
        ("<rss><channel><item><title>We moved</title><author>x</author></item></channel></rss>", "neither identifiers"),
        ("<dblp/>", "found nothing"),
    ],
)
def test_answers_without_papers(text: str, why: str) -> None:
    with pytest.raises(NoReaderFits, match=why):
        pages.split(page(f"<?xml version='1.0'?>\n{text}"))


@pytest.mark.parametrize("reader", EVERY)
def test_cut_and_emptied_xml_raises_nothing(reader: str) -> None:
    text = EVERY[reader]
    for length in range(0, len(text), 40):
        for changed in (text[:length], text[:length] + text[length + 40 :], text[:length] + "<!-- x --><?y?>&z;"):
            with suppress(NoReaderFits):
                pages.split(page(changed or "x"))


@pytest.mark.parametrize("reader", EVERY)
def test_entities_are_not_expanded(reader: str) -> None:
    text = EVERY[reader].removeprefix('<?xml version="1.0" encoding="UTF-8"?>').strip().replace("Home", "Home &b11;")
    with suppress(NoReaderFits):
        assert len(pages.split(page(f"{BOMB}]>{text}")).page.text) < 10_000


def test_files_are_not_read() -> None:
    text = ATOM.partition("?>")[2].replace("Home", "&f;")
    with suppress(NoReaderFits):
        read = pages.split(page(f"<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>{text}"))
        assert all(record.title is None or record.title.text == "Bread at" for record in read.records)


@pytest.mark.parametrize("tag", ["record", "article", "entry", "PubmedArticle", "paper", "p"])
def test_deep_nesting(tag: str) -> None:
    with suppress(NoReaderFits):
        pages.split(page(f"<records>{f'<{tag}>' * 20_000}"))
