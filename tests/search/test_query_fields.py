"""What the fields over names, numbers, citations and pages find."""

import json
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_index import MadeIndex, made_index

from corpus_index.domain.folding import fold
from corpus_index.errors import QueryError
from corpus_index.search import matching, search
from corpus_index.search.query import FIELDS
from corpus_index.search.values import PARTS


@pytest.fixture(scope="module")
def index() -> Iterator[MadeIndex]:
    """Three papers: the owl cites the wren and something that is not here, and the finch builds on the owl."""
    with made_index() as made:
        made.insert("pages", id=2, name="refs.bib", revision=1, digest="1" * 64, reader="bibtex", text="", added="")
        owl = _paper(made, 1, "Owl2024", "Owl: a model", year=2024, page=2, arxiv="2401.00001", doi="10.1000/owl(2)x")
        wren = _paper(made, 2, "Wren", "Wren", year=2023, page=1, arxiv="2301.00009")
        finch = _paper(made, 3, "Finch", "Finch", year=None, page=1)
        made.insert("paper_authors", paper_id=1, position=0, name="Ada Lovelace")
        _name(made, 1, owl, "introduces", "Owl", kind="model")
        _name(made, 1, owl, "benchmarks", "AIME 2024")
        _name(made, 3, finch, "models", "Owl")
        made.score(owl, "AIME 2024", 81.5)
        made.score(owl, "Elo", 1500.0, unit=None, metric="rating")
        made.score(owl, "GPQA + MMLU", 40.0)
        made.score(wren, "AIME 2024", 60.0, value_high=72.0)
        made.score(finch, "GPQA", 0.5, unit=None)
        made.fact(finch, "results", kind="factor", value=90.0, unit="x", benchmark=None)
        made.insert("metadata", record_id=owl, field="reference", position=0, text="Wren", start=1, end=2)
        for position, value in enumerate(("2301.00009", "1999.00001")):
            made.insert("reference_ids", record_id=owl, position=position, scheme="arxiv", value=value)
        made.insert("links", source_id=3, target_id=1, via="Owl", to="Owl", kind="exact", role="base", family="owl",
                    record_id=finch, evidence="on Owl", start=1, end=2)  # fmt: skip
        made.insert("aliases", alias="Strix", paper_id=1)
        for paper, name in ((2, "Night Letters"), (3, "Letters on Birds")):
            made.connection.execute("UPDATE papers SET venue = ? WHERE id = ?", (name, paper))
        told = {"publisher": "Wheat & Sons", "editor": "Ada Lovelace; Alan Turing"}
        made.connection.execute("UPDATE papers SET publication = ? WHERE id = 1", (json.dumps(told),))
        for paper, field, value in ((1, "tag:to-cite", ""), (1, "status", "read"), (2, "note", "See the Appendix.")):
            made.insert("paper_own", paper_id=paper, field=field, value=value)
        yield made


def _paper(made: MadeIndex, number: int, key: str, title: str, *, year: int | None, page: int, **ids: str) -> int:
    made.insert("papers", id=number, key=key, title=title, title_inferred=0, abstract="Text.", names="", summary="",
                year=year, authors_complete=0)  # fmt: skip
    for position, (scheme, value) in enumerate(ids.items()):
        made.insert("paper_ids", paper_id=number, scheme=scheme, value=value, position=position)
    made.insert("names", paper_id=number, role="title", name=title, folded=fold(title))
    place = {"page_id": page, "ordinal": number, "start": 0, "end": 0, "first_line": 1, "last_line": 1}
    return made.insert("records", **place, kind="abstract", abstract="Text.", abstract_start=0, authors_complete=0,
                       paper_id=number)  # fmt: skip


def _name(made: MadeIndex, paper: int, record: int, role: str, name: str, **values: str) -> None:
    fact = made.fact(record, role, name=name, evidence=name, **values)
    made.insert("names", paper_id=paper, role=role, name=name, folded=fold(name), fact_id=fact)


_CASES = {
    "year:2024": "Owl2024",
    "year:2023..2024": "Owl2024 Wren",
    "year:2023-2024": "Owl2024 Wren",
    'year:">= 2024"': "Owl2024",
    "year:>2023": "Owl2024",
    "year:<2024": "Wren",
    "year:..2024": "Owl2024 Wren",
    "year:≤2023": "Wren",
    "-year:2024": "Finch Wren",
    "-has:year": "Finch",
    "year:(2023 OR 2024) -year:2023": "Owl2024",
    "score:>=70": "Owl2024 Wren",
    "score:>=70%": "Owl2024 Wren",
    "score:1500": "Owl2024",
    "score:1500%": "",
    "score:>72 -score:>1000": "",
    "score:<1": "Finch",
    "score:<1%": "",
    "score:70..75": "Wren",
    "bench:AIME24 score:>=80": "Owl2024",
    "bench:aime score:>=1000": "",
    "bench:AIME24 -score:>=1000": "Owl2024",
    "score:<50 (bench:AIME24 OR bench:GPQA)": "Owl2024",
    "bench:AIME24 (score:<50 OR score:>80)": "Owl2024",
    "id:2401.00001": "Owl2024",
    "id:arXiv:2401.00001v3": "Owl2024",
    "id:https://arxiv.org/pdf/2401.00001v1.pdf": "Owl2024",
    'id:"https://doi.org/10.1000/OWL(2)X"': "Owl2024",
    'id:"doi:10.1000/owl(2)x"': "Owl2024",
    "id:10.1000/*": "Owl2024",
    "id:2%": "",
    "page:bib": "Owl2024",
    "source:bibtex": "Owl2024",
    "source:hand": "Finch Wren",
    "source:refs.bib#1": "Owl2024",
    "source:refs.bib": "",
    "cites:Wren": "Owl2024",
    "cites:2301.00009": "Owl2024",
    "cites:arxiv:1999.00001": "Owl2024",
    "cites:Owl": "Finch",
    "cites:strix": "",
    "cites:Strix": "Finch",
    'cites:"owl: a model"': "Finch",
    "cites:ow*": "Finch",
    "cites:nothing": "",
    "cited-by:Owl2024": "Wren",
    "cited-by:finch": "Owl2024",
    "cited-by:Wren": "",
    "-cited-by:(Owl OR Finch)": "Finch",
    "has:author": "Owl2024",
    "has:authors": "Owl2024",
    "2401.00001": "Owl2024",
    "arXiv:2401.00001v2": "Owl2024",
    '"https://doi.org/10.1000/OWL(2)X"': "Owl2024",
    "2401.00001 -tag:none": "",
    "2401.0000": "",
    "has:doi": "Owl2024",
    "has:references": "Owl2024",
    "has:links": "Finch Owl2024",
    "has:scores": "Finch Owl2024 Wren",
    "has:conflict": "",
    "author:a*": "Owl2024",
    "venue:letters": "Finch Wren",
    'venue:"birds letters"': "Finch",
    "venue:LETTERS year:2023": "Wren",
    "-venue:lett*": "Owl2024",
    "venue:let": "",
    "publication:wheat": "Owl2024",
    'publication:"ada lovelace"': "Owl2024",
    "publication:ada -publication:alan": "",
    "publication:lovelacewheat": "",
    "tag:TO-cite": "Owl2024",
    "tag:to*": "Owl2024",
    "tag:to": "",
    "note:appendix": "Wren",
    'note:"the appendix"': "Wren",
    "note:cite": "",
    "status:read": "Owl2024",
    "status:unread": "Finch Wren",
    "status:reading": "",
    "has:tags": "Owl2024",
    "-has:note": "Finch Owl2024",
}


@pytest.mark.parametrize("query", _CASES)
def test_found_papers(index: MadeIndex, query: str) -> None:
    assert " ".join(matching(index, query)) == _CASES[query]
    assert sorted(hit.key for hit in search(index, query).hits) == _CASES[query].split()


def test_every_field_that_is_no_text_is_tried() -> None:
    elsewhere = {"title", "abstract", "model", "method", "kind", "key"}
    assert {field for field in FIELDS if any(f"{field}:" in query for query in _CASES)} == set(FIELDS) - elsewhere


@pytest.mark.parametrize("part", PARTS)
def test_has_and_its_negation_part_the_papers(index: MadeIndex, part: str) -> None:
    having, lacking = matching(index, f"has:{part}"), matching(index, f"-has:{part}")
    assert sorted(having + lacking) == ["Finch", "Owl2024", "Wren"]


@given(st.text(st.sampled_from('ab1 ()"-*:.<>=%') | st.characters(), max_size=30), st.sampled_from(["", *FIELDS]))
def test_any_value_of_any_field_is_answered_or_refused(index: MadeIndex, value: str, field: str) -> None:
    for text in (value, f"{field}:{value}", f'owl -{field}:"{value}"'):
        with suppress(QueryError):
            search(index, text)
