"""Identifiers in the text of an abstract, and in references that a source lists, link papers."""

from pathlib import Path

import pytest

from corpus_index.domain.link import LinkKind, Relation
from corpus_index.pages import Source
from corpus_index.pipeline import add, build
from corpus_index.store import open_store, read

_CITED_TITLE, _CITING_TITLE = "Slow Rivers of the North", "Quick Rivers of the South"
_CITED = """@misc{cited, title={Slow Rivers of the North}, eprint={2401.00001}, doi={10.1000/river.1},
  abstract={Rivers of the north are slow in winter, and we measure how slow they are with tiny boats of reed.}}"""
_CITING = """@misc{citing, title={Quick Rivers of the South}, eprint={2402.00002},
  abstract={We measure boats. WHAT Rivers of the south are quick, as arXiv:2402.00002 and PMID: 7 say.}}"""


def _links(path: Path) -> list[tuple[str, str, str, str]]:
    with open_store(path) as store:
        return [
            (paper.title, link.title, link.via, link.evidence)
            for paper in read.papers(store)
            for link in paper.links
            if link.direction == "out" and link.kind is LinkKind.IDENTIFIER
        ]


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("This goes on from arXiv:2401.00001v2.", "arxiv:2401.00001"),
        ("See https://doi.org/10.1000/RIVER.1 for it.", "doi:10.1000/river.1"),
        ("This goes on from arXiv:2401.00009.", None),
        ("There are 2401.00001 of them.", None),
    ],
)
def test_an_identifier_in_the_text(tmp_path: Path, sentence: str, via: str | None) -> None:
    pages = [_CITING.replace("WHAT", sentence), _CITED]
    for number, order in enumerate((pages, pages[::-1])):
        path = tmp_path / f"{number}.db"
        build(path, [Source(f"{text[6:9]}.bib", text.encode()) for text in order])
        assert _links(path) == ([(_CITING_TITLE, _CITED_TITLE, via, sentence)] if via else [])


def test_a_link_by_identifier_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    build(path, [Source("a.bib", (_CITED + _CITING.replace("WHAT", "See arXiv:2401.00001.")).encode())])
    with open_store(path) as store:
        (link,) = next(paper.links for paper in read.papers(store) if paper.title == _CITED_TITLE)
    assert (link.direction, link.relation, link.role) == ("in", Relation.CITES, None)
    assert 0.9 < link.confidence <= 1


_S2 = """{"paperId": "%s", "title": "%s", "year": 2020, "references": [%s]}"""
_OPENALEX = """{"id": "https://openalex.org/%s", "title": "%s", "publication_year": 2020, "referenced_works": [%s]}"""


@pytest.mark.parametrize(
    ("page", "works", "reference", "scheme"),
    [
        (_S2, ("0a" * 20, "0b" * 20), '{"paperId": "%s", "title": "Slow Rivers"}', "s2"),
        (_OPENALEX, ("W7", "W8"), '"https://openalex.org/%s", "https://openalex.org/W77"', "openalex"),
    ],
)
def test_works_of_a_catalogue_cite_by_its_numbers(
    tmp_path: Path, page: str, works: tuple[str, str], reference: str, scheme: str
) -> None:
    cited, citing = works
    texts = page % (cited, _CITED_TITLE, ""), page % (citing, _CITING_TITLE, reference % cited)
    for number, order in enumerate((texts, texts[::-1])):
        path = tmp_path / f"{number}.db"
        for at, text in enumerate(order):
            build(path, [Source(f"{at}.json", text.encode())])
        ((source, target, told, evidence),) = _links(path)
        assert (source, target, told) == (_CITING_TITLE, _CITED_TITLE, f"{scheme}:{cited}")
        assert cited in evidence
        with open_store(path) as store:
            assert all(paper.versions == () for paper in read.papers(store))


def test_a_listed_reference_links_as_soon_as_its_paper_is_there(tmp_path: Path) -> None:
    citing = tmp_path / "citing.json"
    citing.write_text(
        """{"paperId": "a", "title": "Quick Rivers of the South", "abstract": "We measure boats on quick rivers.",
        "externalIds": {"ArXiv": "2402.00002"}, "references": [{"paperId": "b", "title": "Slow Rivers of the North",
        "externalIds": {"ArXiv": "2401.00001"}}]}""",
        encoding="utf-8",
    )
    cited = tmp_path / "cited.bib"
    cited.write_text(_CITED, encoding="utf-8")
    path = tmp_path / "index.db"
    assert add(path, [str(citing)]).papers == 1
    assert _links(path) == []
    add(path, [str(cited)])
    ((_, target, via, evidence),) = _links(path)
    assert (target, via) == (_CITED_TITLE, "arxiv:2401.00001")
    assert "Slow Rivers" in evidence
