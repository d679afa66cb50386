"""A person's own references come back with their types and fields."""

import json
from pathlib import Path

import pytest

from corpus_index import pages
from corpus_index.from_pages import add
from corpus_index.library import Library
from corpus_index.pages.exports.bibtex_blocks import bib_entries
from corpus_index.pages.exports.latex_plain import plain

OWN = r"""
@string{acm = "ACM Press"}
@inproceedings{roe17, author = {Roe, Ann and van der Poe, J. and others}, title = {Rising {Dough} in {\TeX}},
  booktitle = {Advances in Baking \& Bread}, editor = {I. Oven and {The Crumb Team} and others}, volume = 30,
  number = 2, pages = {5998--6008}, publisher = acm, year = 2017, month = dec, address = {Long Loaf}, series = {LNB},
  keywords = {dough, yeast}, note = {Best paper}, timestamp = {2020}, isbn = {0-201-13447-0}, organization = {Guild}}
@book{kneading, author = {Don Kneader}, title = {The Kneading Book}, publisher = {Crust \& Sons}, year = 1986,
  address = {Reading}, edition = {Second}, series = {Classics}, volume = {A}, isbn = {0-201-13447-0}}
@phdthesis{phd, author = {A Bee}, title = {On Sour Dough}, school = {Loaf Tech}, year = 2001, type = {Doctoral thesis}}
@mastersthesis{ma, author = {A Cee}, title = {On Other Dough}, school = {Loaf Tech}, year = 2002}
@techreport{tr, author = {A Dee}, title = {Flour Counts}, institution = {Mill}, number = {TR-7}, year = 2003}
@incollection{part, author = {A Eff}, title = {Salt}, booktitle = {Spices}, chapter = 3, publisher = {P},
  editor = {E Gee}, pages = {1--2}, year = 2001}
@inbook{chap, author = {A Aitch}, title = {All of Rye}, chapter = 4, publisher = acm, year = 2004}
@article{journal, author = {A Eye}, title = {Crumb Structure}, journal = {Cereal Letters}, volume = 7, number = {3},
  pages = {S1}, issn = {1234-5679}, month = {May 12--15}, year = 2005, annote = {Read twice}}
@misc{server, author = {A Jay}, title = {Bread Server}, howpublished = {Personal communication}, year = 2006}
@unpublished{draft, author = {A Kay}, title = {Half-Baked}, note = {In preparation}, year = 2007}
@proceedings{proc, editor = {A Ell}, title = {Proceedings of the Bakery}, publisher = {ACM}, year = 2008}
@manual{manual, author = {A Emm}, title = {Oven Manual}, organization = {Ovens}, year = 2009}
@booklet{booklet, author = {A Enn}, title = {Ten Loaves}, howpublished = {By hand}, year = 2010}
"""
BIBLATEX = r"""
@online{web, author = {A Oh}, title = {Crusts Online}, url = {https://example.org/a_b}, urldate = {2020-02-03},
  date = {2019-05-06}}
@thesis{thesis, author = {A Pea}, title = {On Pumpernickel}, institution = {Loaf Tech}, type = {mathesis},
  date = {2011}}
@report{report, author = {A Cue}, title = {Water Counts}, institution = {Mill}, type = {Annual report}, date = {2012}}
@software{soft, author = {A Are}, title = {Kneader}, version = {1.2}, date = {2013-02}}
@dataset{data, author = {A Ess}, title = {Thousand Loaves}, publisher = {Crumbs}, date = {2014}}
@collection{coll, editor = {A Tea}, title = {Collected Rolls}, publisher = {Crumbs}, location = {Rye}, date = {2015}}
@inproceedings{conf, author = {A You}, title = {Rolls at Noon}, booktitle = {Lunch}, eventtitle = {Noon 16},
  venue = {Rye}, date = {2016}, langid = {english}}
@patent{patent, author = {A Vee}, title = {Slicing}, number = {US 7}, holder = {Slicers Inc. and A Vee}, date = {2016}}
"""
INDEXED = {"key", "keywords"}
"""What an export adds where a source does not say it."""


def exported(tmp_path: Path, text: str, form: str, name: str = "own.bib") -> str:
    """What is exported of a file."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    add(tmp_path / "index.db", [str(tmp_path / name)])
    with Library(tmp_path / "index.db") as library:
        return library.export(form=form)


def fields(text: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Type and fields of each entry, with what a field prints; names with the given names first."""
    return {
        each.key: (each.type, {name: _printed(name, value) for name, value in each.fields.items()})
        for each in bib_entries(text)
    }


def _printed(name: str, value: str) -> str:
    people = [" ".join(reversed(plain(each).split(", "))) for each in value.split(" and ")]
    return " and ".join(people) if name in ("author", "editor", "holder") else plain(value)


@pytest.mark.parametrize(("form", "text"), [("bibtex", OWN), ("biblatex", BIBLATEX)])
def test_a_bibliography_comes_back_as_it_was(tmp_path: Path, form: str, text: str) -> None:
    read = fields(exported(tmp_path, text, form))
    for key, (kind, own) in fields(text).items():
        got = {name: value for name, value in read[key][1].items() if name not in INDEXED - own.keys()}
        assert (read[key][0], got) == (kind, own)


def test_types_of_biblatex_in_bibtex_and_the_other_way_round(tmp_path: Path) -> None:
    read = fields(exported(tmp_path, OWN + BIBLATEX, "bibtex"))
    kinds = {key: read[key][0] for key in ("web", "thesis", "report", "coll", "patent")}
    assert kinds == {"web": "misc", "thesis": "mastersthesis", "report": "techreport", "coll": "book", "patent": "misc"}
    assert read["thesis"][1]["school"] == "Loaf Tech"
    with Library(tmp_path / "index.db") as library:
        again = fields(library.export(form="biblatex"))
    assert again["phd"] == ("thesis", {**again["phd"][1], "institution": "Loaf Tech", "type": "Doctoral thesis"})
    assert again["journal"][1]["date"] == "2005-05"
    assert "timestamp" not in again["roe17"][1]


@pytest.mark.parametrize("form", ["ris", "csl-json", "jsonl", "csv"])
def test_types_and_fields_pass_through_other_formats(tmp_path: Path, form: str) -> None:
    text = exported(tmp_path, OWN, form)
    (tmp_path / "again").mkdir()
    again = fields(exported(tmp_path / "again", text, "bibtex", "again.txt"))
    same = {"roe17", "kneading", "phd", "tr", "part", "journal", "draft"}
    assert {key: again[key][0] for key in same} == {key: kind for key, (kind, _) in fields(OWN).items() if key in same}
    proceedings = fields(OWN)["roe17"][1]
    kept = ("booktitle", "editor", "volume", "number", "pages", "publisher", "address", "series", "isbn", "note")
    assert {name: again["roe17"][1].get(name) for name in kept} == {name: proceedings[name] for name in kept}
    assert again["kneading"][1]["edition"] == "Second"


@pytest.mark.parametrize("form", ["jsonl", "biblatex", "csl-json"])
def test_former_keys_pass_through_formats_that_have_them(tmp_path: Path, form: str) -> None:
    text = exported(tmp_path, "@misc{new, title = {Rye}, ids = {old2017, older}, year = 2017}", form)
    (tmp_path / "again").mkdir()
    exported(tmp_path / "again", text, form, "again.txt")
    with Library(tmp_path / "again" / "index.db") as library:
        (paper,) = library.papers()
        assert (paper.key, paper.aliases) == ("new", ("old2017", "older"))
        assert library.export(cited_in=[_citing(tmp_path, "older")]).startswith("@misc{older,")
    assert paper.publication.keys() <= {"type"}


def _citing(folder: Path, key: str) -> str:
    (folder / "paper.tex").write_text(f"\\cite{{{key}}}", encoding="utf-8")
    return str(folder / "paper.tex")


def test_works_of_csl_without_authors_are_all_read_as_they_are(tmp_path: Path) -> None:
    own = "@misc{web, title = {Crusts}, url = {https://example.org/a}}\n@proceedings{proc, title = {Bakery Days}, "
    text = exported(tmp_path, own + "editor = {Ann Ell}, publisher = {Crust}, year = 2008}", "csl-json")
    (tmp_path / "again").mkdir()
    again = fields(exported(tmp_path / "again", text, "bibtex", "again.json"))
    assert again["web"][1]["url"] == "https://example.org/a"
    assert again["proc"][1]["editor"] == "Ann Ell"
    assert "author" not in again["proc"][1]


def test_correcting_a_venue_changes_its_text_alone(tmp_path: Path) -> None:
    before = fields(exported(tmp_path, OWN, "bibtex"))
    venues = {"kneading": "publisher", "journal": "journal", "roe17": "booktitle", "phd": "school", "tr": "institution"}
    with Library(tmp_path / "index.db") as library:
        for key in venues:
            library.set_field(key, "venue", "Wheat & Sons")
        after = fields(library.export())
    expected = {key: (kind, dict(printed)) for key, (kind, printed) in before.items()}
    for key, name in venues.items():
        expected[key][1][name] = "Wheat & Sons"
    assert after == expected


OTHER_SOURCES = {
    "medline": (
        ("PMID- 7\nTI  - Crumbs of rye.\nFAU - Roe, Ann\nDP  - 2020 May 3\nJT  - Cereal letters\nTA  - Cereal Lett\n"
        "VI  - 12\nIP  - 3\nPG  - 123-30\nIS  - 1234-5679 (Print)\nPT  - Journal Article\nOT  - rye\n"),
        {"type": "article", "journaltitle": "Cereal letters", "volume": "12", "number": "3", "pages": "123–30",
         "shortjournal": "Cereal Lett", "issn": "1234-5679", "keywords": "rye", "month": "5", "day": "3"},
    ),
    "endnote-tagged": (
        ("%0 Book Section\n%T Salt\n%A Roe, Ann\n%B Spices\n%E Poe, Bob\n%I Crust\n%C Rye\n%P 1-9\n%D 2020\n"
        "%@ 0-201-13447-0\n"),
        {"type": "incollection", "booktitle": "Spices", "publisher": "Crust", "pages": "1–9", "location": "Rye",
         "isbn": "0-201-13447-0", "editor": "Bob Poe"},
    ),
    "endnote-xml": (
        ('<xml><records><record><ref-type name="Thesis">32</ref-type><contributors><authors><author>Roe, Ann</author>'
        "</authors></contributors><titles><title>On Salt</title></titles><publisher>Loaf Tech</publisher>"
        "<volume>2</volume>"
        "<dates><year>2020</year></dates></record></records></xml>"),
        {"type": "thesis", "school": "Loaf Tech", "volume": "2"},
    ),
    "web-of-science": (
        "PT C\nAF Roe, Ann\nTI Crumbs of rye\nSO Bakery 20\nBE Poe, B\nPU Crust\nVL 12\nBP 1\nEP 9\nPY 2020\nER\n",
        {"type": "inproceedings", "booktitle": "Bakery 20", "publisher": "Crust", "volume": "12", "pages": "1–9",
         "editor": "B Poe"},
    ),
    "crossref-json": (
        json.dumps({"type": "book-chapter", "title": ["Salt"], "container-title": ["Spices"], "publisher": "Crust",
                    "page": "1-9", "ISBN": ["9780201134476"], "editor": [{"given": "Bob", "family": "Poe"}],
                    "published": {"date-parts": [[2020, 5]]}}),
        {"type": "incollection", "booktitle": "Spices", "publisher": "Crust", "pages": "1–9", "isbn": "9780201134476",
         "editor": "Bob Poe", "month": "5"},
    ),
    "openalex-json": (
        json.dumps({"id": "https://openalex.org/W1", "title": "Salt", "publication_year": 2020, "type": "article",
                    "publication_date": "2020-05-03", "language": "en",
                    "biblio": {"volume": "12", "issue": "3", "first_page": "1", "last_page": "9"},
                    "primary_location": {"source": {"display_name": "Bakery", "type": "conference",
                                                    "issn_l": "1234-5679", "host_organization_name": "Crust"}}}),
        {"type": "inproceedings", "booktitle": "Bakery", "publisher": "Crust", "volume": "12", "number": "3",
         "pages": "1–9", "issn": "1234-5679", "language": "en", "month": "5", "day": "3"},
    ),
    "semantic-scholar-json": (
        json.dumps({"paperId": "a", "title": "Salt", "publicationTypes": ["JournalArticle", "Conference"],
                    "publicationVenue": {"name": "Annual Bakery", "issn": "1234-5679"},
                    "journal": {"name": "Bakery", "volume": "12", "pages": "\n   1-9\n"},
                    "publicationDate": "2020-05-03"}),
        {"type": "inproceedings", "booktitle": "Annual Bakery", "volume": "12", "pages": "1–9", "issn": "1234-5679",
         "month": "5", "day": "3"},
    ),
    "jats": (
        ("<article><front><journal-meta><journal-title>Cereal Letters</journal-title><issn>1234-5679</issn><publisher>"
        "<publisher-name>Crust</publisher-name></publisher></journal-meta><article-meta><title-group><article-title>Salt"
        "</article-title></title-group><pub-date><day>03</day><month>05</month><year>2020</year></pub-date><volume>12"
        "</volume><issue>3</issue><fpage>1</fpage><lpage>9</lpage><kwd-group><kwd>rye</kwd></kwd-group></article-meta>"
        "</front></article>"),
        {"type": "article", "journaltitle": "Cereal Letters", "publisher": "Crust", "volume": "12", "number": "3",
         "pages": "1–9", "issn": "1234-5679", "keywords": "rye", "month": "5", "day": "3"},
    ),
    "pubmed-xml": (
        ("<PubmedArticle><Article><Journal><ISSN>1234-5679</ISSN><JournalIssue><Volume>12</Volume><Issue>3</Issue>"
        "<PubDate><Year>2020</Year><Month>May</Month></PubDate></JournalIssue><Title>Cereal letters</Title></Journal>"
        "<ArticleTitle>Salt.</ArticleTitle><Pagination><MedlinePgn>123-30</MedlinePgn></Pagination><Language>eng"
        "</Language><PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList>"
        "</Article></PubmedArticle>"),
        {"type": "article", "journaltitle": "Cereal letters", "volume": "12", "number": "3", "pages": "123–30",
         "issn": "1234-5679", "language": "eng", "month": "5"},
    ),
    "unixref": (
        ("<doi_records><crossref><conference><event_metadata><conference_name>Bakery 20</conference_name>"
        "</event_metadata><proceedings_metadata><proceedings_title>Bakery</proceedings_title><publisher><publisher_name>"
        "Crust</publisher_name></publisher></proceedings_metadata><conference_paper><titles><title>Salt</title></titles>"
        "<publication_date><month>05</month><year>2020</year></publication_date><pages><first_page>1</first_page>"
        "<last_page>9</last_page></pages></conference_paper></conference></crossref></doi_records>"),
        {"type": "inproceedings", "booktitle": "Bakery", "publisher": "Crust", "eventtitle": "Bakery 20",
         "pages": "1–9", "month": "5"},
    ),
    "dblp-xml": (
        ("<dblp><inproceedings><author>Ann Roe</author><title>Salt.</title><pages>1-9</pages><year>2020</year>"
        "<booktitle>Bakery</booktitle><editor>Bob Poe</editor><publisher>Crust</publisher></inproceedings></dblp>"),
        {"type": "inproceedings", "booktitle": "Bakery", "publisher": "Crust", "pages": "1–9", "editor": "Bob Poe"},
    ),
    "acl-anthology": (
        ('<collection id="2020.bread"><volume id="main"><meta><booktitle>Bakery</booktitle><editor><first>Bob</first>'
        "<last>Poe</last></editor><publisher>Crust</publisher><address>Rye</address><month>May</month></meta>"
        '<paper id="1"><title>Salt</title><pages>1–9</pages></paper></volume></collection>'),
        {"type": "inproceedings", "booktitle": "Bakery", "publisher": "Crust", "location": "Rye", "pages": "1–9",
         "month": "5", "editor": "Bob Poe"},
    ),
    "atom-feed": (
        ("<feed><entry><published>2020-01-06</published><title>Salt</title><author><name>Ann Roe</name></author>"
        "<journal_ref>Cereal Lett. 12, no. 3 (2020) 1-9</journal_ref></entry></feed>"),
        {"type": "article", "journaltitle": "Cereal Lett.", "volume": "12", "number": "3", "pages": "1–9"},
    ),
    "csv-table": (
        ("Title,Author,Item Type,Publication Title,Volume,Issue,Page start,Page end,Publisher,Editor,ISSN,Manual Tags\n"
        'Salt,"Roe, Ann",bookSection,Spices,12,3,1,9,Crust,"Poe, Bob",1234-5679,rye; dough\n'),
        {"type": "incollection", "booktitle": "Spices", "publisher": "Crust", "volume": "12", "number": "3",
         "pages": "1–9", "issn": "1234-5679", "editor": "Bob Poe", "keywords": "rye; dough"},
    ),
    "article-page": (
        '<html><head><meta name="citation_title" content="Salt">' + "".join(
            f'<meta name="citation_{name}" content="{value}">' for name, value in (
                ("conference_title", "Bakery"), ("firstpage", "1"), ("lastpage", "9"), ("publisher", "Crust"),
                ("editor", "Poe, Bob"), ("publication_date", "2020/05/03"), ("isbn", "9780201134476"))),
        {"type": "inproceedings", "booktitle": "Bakery", "publisher": "Crust", "isbn": "9780201134476", "pages": "1–9",
         "editor": "Bob Poe", "month": "5", "day": "3"},
    ),
    "json-papers": (
        json.dumps([{"data": {"itemType": "bookSection", "title": "Salt", "bookTitle": "Spices", "publisher": "Crust",
                              "pages": "1-9", "DOI": "10.1234/salt", "creators": [
                                  {"creatorType": "author", "name": "Ann Roe"},
                                  {"creatorType": "editor", "firstName": "Bob", "lastName": "Poe"}]}}]),
        {"type": "incollection", "booktitle": "Spices", "publisher": "Crust", "pages": "1–9", "editor": "Bob Poe"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("reader", OTHER_SOURCES)
def test_other_sources_say_how_a_work_was_published(reader: str) -> None:
    text, said = OTHER_SOURCES[reader]
    read = pages.split(pages.load("saved", text.encode()))
    assert read.reader == reader
    assert {each.name: each.span.text for each in read.records[0].publication} == said
    for _, span in read.records[0].publication:
        assert read.page.text[span.start : span.end] == span.text


def test_of_two_records_one_says_how_it_was_published(tmp_path: Path) -> None:
    preprint = "@article{a, title = {Rising Dough}, author = {Ann Roe}, journal = {CoRR}, volume = {x}, year = 2016}"
    paper = (
        "@inproceedings{b, title = {Rising Dough}, author = {Ann Roe}, booktitle = {Bakery}, pages = 1, year = 2017}"
    )
    more = "@inproceedings{c, title = {Rising Dough}, author = {Ann Roe}, publisher = {ACM}, year = 2017}"
    read = fields(exported(tmp_path, f"{preprint}\n{paper}\n{more}", "bibtex"))
    kind, said = read["b"]
    assert (kind, said["booktitle"], said["pages"], said["publisher"]) == ("inproceedings", "Bakery", "1", "ACM")
    assert "volume" not in said
