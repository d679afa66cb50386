"""One invented paper as the APIs of many services answer it, each with its own names, levels and order of names."""

import json
from typing import Any

import pytest
from made_pages import split

ABSTRACT = "We bake bread at home and measure how it rises."
PAPER = {
    "title": "On Bread",
    "authors": ["Jane Doe", "Ron Roe"],
    "year": 2020,
    "ids": {"doi": "10.1234/bread"},
    "abstract": ABSTRACT,
}
ONE: dict[str, Any] = {"title": "On Bread", "doi": "10.1234/bread", "abstract": ABSTRACT}
ANSWERS: dict[str, Any] = {
    "ads": {
        "responseHeader": {"status": 0, "params": {"q": "bread"}},
        "response": {"docs": [{"title": ["On Bread"], "author": ["Doe, Jane", "Roe, Ron"], "year": "2020",
                               "doi": ["10.1234/bread"], "abstract": ABSTRACT, "pub": "Journal of Bread"}]},
    },
    "biorxiv": {
        "messages": [{"status": "ok"}],
        "collection": [{**ONE, "authors": "Doe, Jane; Roe, Ron", "date": "2020-05-01", "type": "new results",
                        "published": "10.1999/other", "version": "1"}],
    },
    "datacite": {
        "data": [{"id": "10.1234/bread", "attributes": {
            "doi": "10.1234/bread", "titles": [{"title": "On Bread"}], "publicationYear": 2020,
            "creators": [{"name": "Doe, Jane", "givenName": "Jane", "familyName": "Doe"}, {"name": "Roe, Ron"}],
            "descriptions": [{"description": ABSTRACT, "descriptionType": "Abstract"}]}}]
    },
    "doaj": {
        "results": [{"id": "x", "bibjson": {
            "title": "On Bread", "author": [{"name": "Jane Doe"}, {"name": "Ron Roe"}], "year": "2020",
            "identifier": [{"id": "1234-5678", "type": "eissn"}, {"id": "10.1234/bread", "type": "doi"}],
            "journal": {"title": "Journal of Bread"}, "abstract": ABSTRACT}}]
    },
    "europepmc": {
        "resultList": {"result": [{"title": "On Bread.", "doi": "10.1234/bread", "pubYear": "2020",
                                   "authorString": "Doe J, Roe R.", "abstractText": f"<h4>Aim</h4>{ABSTRACT}",
                                   "authorList": {"author": [{"firstName": "Jane", "lastName": "Doe"},
                                                             {"firstName": "Ron", "lastName": "Roe"}]}}]}
    },
    "hal": {
        "response": {"numFound": 1, "docs": [{"title_s": ["On Bread"], "authFullName_s": ["Jane Doe", "Ron Roe"],
                                              "producedDateY_i": 2020, "doiId_s": "10.1234/bread",
                                              "abstract_s": [ABSTRACT]}]}
    },
    "ieee": {
        "articles": [{**ONE, "publication_year": 2020,
                      "authors": {"authors": [{"full_name": "Jane Doe"}, {"full_name": "Ron Roe"}]}}]
    },
    "inspire": {
        "hits": {"hits": [{"id": "1", "metadata": {
            "titles": [{"title": "On Bread", "source": "x"}, {"title": "Bread"}], "earliest_date": "2020-01-02",
            "authors": [{"full_name": "Doe, Jane"}, {"full_name": "Roe, Ron"}],
            "abstracts": [{"value": ABSTRACT}], "dois": [{"value": "10.1234/bread"}]}}]}
    },
    "scopus": {
        "search-results": {"entry": [{"dc:title": "On Bread", "prism:coverDate": "2020-05-01",
                                      "author": [{"authname": "Doe J."}, {"authname": "Roe R."}],
                                      "prism:doi": "10.1234/bread", "dc:description": ABSTRACT}]}
    },
    "springer": {
        "records": [{**ONE, "publicationDate": "2020-05-01", "creators": [{"creator": "Doe, Jane"},
                                                                         {"creator": "Roe, Ron"}]}]
    },
    "zotero": [
        {"key": "A", "data": {"itemType": "journalArticle", "title": "On Bread", "abstractNote": ABSTRACT,
                              "DOI": "10.1234/bread", "date": "May 2020", "creators": [
                                  {"creatorType": "author", "firstName": "Jane", "lastName": "Doe"},
                                  {"creatorType": "author", "firstName": "Ron", "lastName": "Roe"},
                                  {"creatorType": "editor", "firstName": "Jim", "lastName": "Poe"}]}},
        {"key": "B", "data": {"itemType": "attachment", "title": "Full Text PDF", "parentItem": "A"}},
        {"key": "C", "data": {"itemType": "note", "note": "Read this", "parentItem": "A"}},
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_answer(name: str) -> None:
    read = split(json.dumps(ANSWERS[name]))
    (record,) = read.records
    said = {
        "title": record.title.text if record.title else None,
        "authors": [span.text for span in record.authors],
        "year": record.year.value if record.year else None,
        "ids": {printed.id.scheme.value: printed.id.value for printed in record.ids},
        "abstract": record.abstract.text.removeprefix("Aim\n"),
    }
    wanted = {**PAPER, "authors": ["J. Doe", "R. Roe"]} if name == "scopus" else PAPER
    assert (read.reader, said) == ("json-papers", wanted)


def test_papers_under_their_numbers() -> None:
    """As PubMed sums up articles, with the kinds of their identifiers and initials behind names."""
    one = {"title": "On Bread.", "authors": [{"name": "Doe J", "authtype": "Author"}], "sortpubdate": "2020/05/01",
           "pubdate": "2020 May", "articleids": [{"idtype": "pubmed", "value": "123"}]}  # fmt: skip
    two = {**one, "title": "On Jam.", "articleids": [{"idtype": "pubmed", "value": "124"}]}
    result = {"uids": ["123", "124"], "123": one, "124": two}
    read = split(json.dumps({"header": {"type": "esummary"}, "result": result}))
    assert [record.title and record.title.text for record in read.records] == ["On Bread", "On Jam"]
    assert [record.ids[0].id.value for record in read.records] == ["123", "124"]
    assert [span.text for record in read.records for span in record.authors] == ["J Doe", "J Doe"]


def test_values_in_objects() -> None:
    """As OpenReview's second API wraps them."""
    content = {"title": {"value": "On Bread"}, "authors": {"value": ["Jane Doe"]}, "abstract": {"value": ABSTRACT},
               "venue": {"value": "Bread 2020 poster"}}  # fmt: skip
    (record,) = split(json.dumps({"count": 1, "notes": [{"id": "a1B2c3D4e5", "forum": "a1B2c3D4e5",
                                                         "content": content}]})).records  # fmt: skip
    assert (record.title and record.title.text, record.abstract.text) == ("On Bread", ABSTRACT)
    assert (record.year and record.year.value, record.ids[0].id.value) == (2020, "a1B2c3D4e5")


def test_namesakes_of_dblp() -> None:
    info = {"title": "On Bread.", "authors": {"author": [{"text": "Jane Doe 0002"}, {"text": "Ron Roe"}]},
            "venue": "BREAD", "year": "2020", "ee": "https://doi.org/10.1234/bread"}  # fmt: skip
    hits = [{"@id": "1", "info": info}, {"@id": "2", "info": {**info, "authors": {"author": {"text": "Jim Poe"}}}}]
    read = split(json.dumps({"result": {"status": {"@code": "200"}, "hits": {"@total": "2", "hit": hits}}}))
    assert [[span.text for span in record.authors] for record in read.records] == [["Jane Doe", "Ron Roe"], ["Jim Poe"]]


def test_documents_of_arxiv() -> None:
    listed = [{"last_name": "Loaf Collaboration", "first_name": ""}, {"last_name": "Roe", "first_name": "R."}]
    one = {"paper_id": "2001.00001", "title_utf8": "On Bread", "abstract_utf8": ABSTRACT, "version": 2,
           "authors_utf8": "Loaf Collaboration J. Doe (1,2), R. Roe (3) ((1) Oven Institute, Bath, (3) Mill)",
           "authors_parsed": listed}  # fmt: skip
    earlier = {**one, "version": 1, "authors_utf8": "R. Roe", "authors_parsed": listed[1:]}
    (record,) = split(json.dumps([earlier, one])).records
    assert [author.text for author in record.authors] == ["Loaf Collaboration", "J. Doe", "R. Roe"]
    assert record.ids[0].id.version == "v2"
