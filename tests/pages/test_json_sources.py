"""JSON of APIs and exports, good and with a wrong value in every place."""

import json
from contextlib import suppress
from typing import Any

import pytest
from made_json import CROSSREF, CSL, EVERY, EXPORTED, OPENALEX, OTHER, SEMANTIC_SCHOLAR, SNAPSHOT, spoiled
from made_pages import page, reasons, split

from corpus_index import pages
from corpus_index.domain.page import PageDigest
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.errors import NoReaderFits
from corpus_index.pages.line_readers import line_reader_of


def records(value: Any, reader: str) -> tuple[RawRecord, ...]:
    """What a reader reads from a value."""
    read = split(json.dumps(value))
    assert read.reader == reader
    return read.records


def facts(record: RawRecord) -> dict[str, Any]:
    """The fields of a record as plain values."""
    return {
        "title": record.title.text if record.title else None,
        "authors": [span.text for span in record.authors],
        "year": record.year.value if record.year else None,
        "venue": record.venue.text if record.venue else None,
        "ids": {printed.id.scheme.value: printed.id.value for printed in record.ids},
        "abstract": record.abstract.text,
        "references": [reference.span.text for reference in record.references],
    }


def test_crossref() -> None:
    (record,) = records(CROSSREF, "crossref-json")
    assert facts(record) == {
        "title": "Bread at Home: A Study",
        "authors": ["Jane Doe", "The Loaf Team"],
        "year": 2020,
        "venue": "Journal of Bread",
        "ids": {"doi": "10.1234/bread.1"},
        "abstract": "We bake.",
        "references": ["Roe, R. Rolls. 2010. doi:10.1234/rolls"],
    }
    assert [span.text for span in record.urls] == [
        "https://doi.org/10.1234/bread.1",
        "https://example.org/bread",
        "https://example.org/bread.pdf",
    ]


def test_csl() -> None:
    first, second = records(CSL, "crossref-json")
    assert facts(first)["authors"] == ["Jane Doe", "Ron van Roe"]
    assert facts(first)["year"] == 2020
    assert (facts(second)["title"], facts(second)["year"]) == ("Rolls", 2021)


def test_csl_names_of_one_piece_and_keys_of_databases() -> None:
    works = [
        {
            "id": "DBLP:conf/icml/X20",
            "type": "book",
            "title": "Pebbles",
            "author": [{"literal": "Kivi and Co., Inc."}],
        },
        {"id": "http://zotero.org/users/1/items/X", "type": "book", "title": "More Pebbles", "author": []},
    ]
    first, second = records(works, "crossref-json")
    assert facts(first)["authors"] == ["Kivi and Co., Inc."]
    assert first.key is not None
    assert (first.key.text, second.key) == ("DBLP:conf/icml/X20", None)


def test_a_work_of_which_little_is_known_is_read_among_others() -> None:
    bare = {"id": "kit", "type": "article", "title": "The Pebble Kit", "URL": "https://kit.example.org"}
    assert [each.title.text for each in records([*CSL, bare], "crossref-json") if each.title][-1] == "The Pebble Kit"


def test_openalex() -> None:
    (record,) = records(OPENALEX, "openalex-json")
    assert facts(record) == {
        "title": "Bread at Home",
        "authors": ["Jane Doe", "Ron Roe"],
        "year": 2020,
        "venue": "Journal of Bread",
        "ids": {"doi": "10.1234/bread.1", "pubmed": "12345", "openalex": "W1"},
        "abstract": "We bake We eat",
        "references": ["https://openalex.org/W2"],
    }


def test_semantic_scholar() -> None:
    record, summary = records(SEMANTIC_SCHOLAR, "semantic-scholar-json")
    assert facts(record) == {
        "title": "Bread at Home",
        "authors": ["Jane Doe", "Ron Roe"],
        "year": 2020,
        "venue": None,
        "ids": {"arxiv": "2001.00001", "doi": "10.1234/bread.1", "pubmed": "12345"},
        "abstract": "We bake.",
        "references": ["Jim Poe. Rolls arXiv:1901.00001"],
    }
    assert (summary.kind, summary.summarises) == (RecordKind.SUMMARY, 0)
    assert summary.abstract.text == "Somebody bakes."


def test_citations_of_semantic_scholar() -> None:
    value = {"data": [{"contexts": ["It was said."], "citingPaper": {"paperId": "a", "title": "Bread at Home"}}]}
    assert facts(records(value, "semantic-scholar-json")[0])["title"] == "Bread at Home"


def test_snapshot() -> None:
    (record,) = records(SNAPSHOT, "arxiv-snapshot")
    assert facts(record) == {
        "title": "Bread at Home",
        "authors": ["Jane Doe", "Ron Roe Jr."],
        "year": 2020,
        "venue": "Journal of Bread 1",
        "ids": {"arxiv": "2001.00001", "doi": "10.1234/bread.1"},
        "abstract": "We bake.",
        "references": [],
    }
    (record,) = records([{**SNAPSHOT[0], "authors_parsed": None, "versions": None}], "arxiv-snapshot")
    assert (facts(record)["authors"], facts(record)["year"]) == (["Jane Doe", "Ron Roe"], 2020)


def test_lines_of_json() -> None:
    lines = "\n".join([json.dumps(SNAPSHOT[0]), "", json.dumps({**SNAPSHOT[0], "id": "2001.00002"})] * 3 + ['{"cut'])
    read = split(lines)
    assert read.reader == "arxiv-snapshot"
    assert {record.ids[0].id.value for record in read.records} == {"2001.00001", "2001.00002"}


def test_other_json() -> None:
    found = records(OTHER, "json-papers")
    assert [record.kind for record in found] == [RecordKind.ABSTRACT, RecordKind.SUMMARY] * 2
    assert facts(found[0]) == {
        "title": "Bread at Home 1",
        "authors": ["Jane Doe", "Ron Roe"],
        "year": 2020,
        "venue": "Journal of Bread",
        "ids": {"arxiv": "2001.00001"},
        "abstract": "We bake.",
        "references": [],
    }


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"error": "Paper with id 0 not found"}, "Paper with id 0 not found"),
        ({"message": "Too Many Requests"}, "Too Many Requests"),
        ([{"id": "2001.00001", "uri": "https://arxiv.org/abs/2001.00001"}] * 3, "without any title"),
        ({"bread": 1}, "JSON"),
    ],
)
def test_json_without_papers(value: Any, why: str) -> None:
    with pytest.raises(NoReaderFits, match=why):
        pages.split(page(json.dumps(value)))


def test_exported_papers() -> None:
    bread, summary, jam = records(EXPORTED, "papers-export")
    assert facts(bread)["ids"] == {"arxiv": "2001.00001", "doi": "10.1234/bread.1"}
    assert (bread.title and bread.title.text, bread.venue and bread.venue.text) == ("Bread at Home", "Journal of Bread")
    assert (bread.authors_complete, bread.key and bread.key.text) == (True, "Bread")
    assert (summary.kind, summary.abstract.text) == (RecordKind.SUMMARY, "Somebody bakes.")
    assert (jam.title, jam.abstract.text) == (None, "We eat jam.")


LISTED = {
    "crossref-json": CROSSREF["message"]["items"],
    "openalex-json": OPENALEX["results"],
    "semantic-scholar-json": [*SEMANTIC_SCHOLAR["data"], {"citedPaper": SEMANTIC_SCHOLAR["data"][0]}],
    "arxiv-snapshot": SNAPSHOT,
    "json-papers": OTHER,
    "papers-export": EXPORTED,
}


@pytest.mark.parametrize("name", LISTED)
def test_lines_are_read_alone_as_they_are_together(name: str) -> None:
    text = "".join(json.dumps(each) + "\n" for each in LISTED[name])
    reader = line_reader_of("x", text.encode())
    assert reader.name == name
    (part,) = [pages.Part(1, PageDigest("x"), text.encode().splitlines(keepends=True))]
    assert pages.read_part("x", reader, part).records == split(text).records


@pytest.mark.parametrize("name", LISTED)
def test_lines_with_wrong_values_raise_nothing(name: str) -> None:
    reader = line_reader_of("x", json.dumps(LISTED[name][0]).encode())
    lines = [json.dumps(each).encode() for each in spoiled(LISTED[name][0])]
    read = pages.read_part("x", reader, pages.Part(7, PageDigest("x"), [*lines, b"{broken\n", b"\n"]))
    assert "line 7 is no whole JSON object" in {each.reason for each in read.skipped}
    assert read.skipped[-1].reason == f"line {7 + len(lines)} is no whole JSON object"
    read.page.text.encode()


@pytest.mark.parametrize("name", EVERY)
def test_wrong_values_raise_nothing(name: str) -> None:
    for value in spoiled(EVERY[name]):
        with suppress(NoReaderFits):
            pages.split(page(json.dumps(value))).page.text.encode()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 50_000, "[" * 600 + "]" * 600, '{"title": 1' + "0" * 9000 + "}"]
)
def test_hostile_json_is_refused(text: str) -> None:
    with pytest.raises(NoReaderFits):
        pages.split(page(text))


def test_lists_on_several_lines() -> None:
    days = [("On Bread", "On Jam"), ("On Tea",), ("On Milk",)]
    papers = [[{"title": each, "authors": ["Jane Doe"], "abstract": "We bake."} for each in day] for day in days]
    found = split("\n".join(json.dumps({"date": "2020-01-01", "papers": each}) for each in papers)).records
    assert [facts(record)["title"] for record in found] == ["On Bread", "On Jam", "On Tea", "On Milk"]


def test_lists_by_day() -> None:
    paper = {"title": "On Bread", "authors": ["Jane Doe"], "abstract": "We bake."}
    days = {"2020-01-01": [paper], "2020-01-02": [], "2020-01-03": [{**paper, "title": "On Tea", "likes": 1}]}
    assert [facts(record)["title"] for record in records(days, "json-papers")] == ["On Bread", "On Tea"]
    cited = {"papers": [paper], "cited": [{"title": "On Flour", "doi": "10.1234/flour"}]}
    assert [facts(record)["title"] for record in records(cited, "json-papers")] == ["On Bread"]


def test_a_line_that_breaks_off_loses_no_other() -> None:
    lines = [json.dumps({"title": f"On {each}", "authors": ["Jane Doe"], "abstract": "Bake."}) for each in "ABC"]
    lines[1] = lines[1][:-1]
    read = split("\r\n".join(lines))
    assert [facts(record)["title"] for record in read.records] == ["On A", "On C"]
    assert reasons(read) == {lines[1]: "line 2 is no whole JSON object"}


def test_a_broken_last_line_loses_no_other() -> None:
    whole = json.dumps({"title": "On the Rise of Bread", "authors": ["Jane Doe"], "arxiv_id": "2001.00001"})
    read = split(f"{whole}\n{whole[:20]}")
    assert len(read.records) == 1
    assert [each.reason for each in read.skipped] == ["line 2 is no whole JSON object"]
    with pytest.raises(NoReaderFits, match="it looks like JSON, but line 1 is none"):
        split(whole[:20])
