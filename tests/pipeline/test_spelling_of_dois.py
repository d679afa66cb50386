"""DOIs are compared without case, and shown as sources spell them."""

import json
from pathlib import Path

import pytest

from corpus_index.domain.paper import Paper
from corpus_index.export import WRITERS
from corpus_index.pages import Source
from corpus_index.pipeline import build, rebuild, set_field
from corpus_index.search import matching
from corpus_index.store import open_store, read

_ENTRY = (
    "@article{{{0}, title={{Ants in Large Forests and How They Walk}}, author={{Lee, Ann}}, doi={{{1}}}, year=2020}}"
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Three sources of one paper, of which two spell its DOI otherwise than in lower case."""
    path = tmp_path / "index.db"
    for number, doi in enumerate(("10.1000/ants.a1", "10.1000/Ants.A1", "https://doi.org/10.1000/Ants.A1")):
        build(path, [Source(f"{number}.bib", _ENTRY.format(f"k{number}", doi).encode())])
    return path


def _paper(path: Path) -> Paper:
    with open_store(path) as store:
        (paper,) = read.papers(store)
        return paper


def test_a_doi_is_exported_as_sources_spell_it_and_found_in_any_case(index: Path) -> None:
    paper = _paper(index)
    assert (paper.ids, len(paper.records)) == ({"doi": "10.1000/Ants.A1"}, 3)
    for form in ("bibtex", "biblatex", "ris", "csl-json", "csv", "jsonl"):
        assert "10.1000/Ants.A1" in "".join(WRITERS[form]([paper])), form
    with open_store(index) as store:
        assert matching(store, "id:10.1000/ANTS.a1") == ("k0",)


def test_what_a_person_types_comes_before_it(index: Path) -> None:
    set_field(index, "k0", "doi", "https://doi.org/10.1000/ANTS.A1")
    assert _paper(index).ids == {"doi": "10.1000/ANTS.A1"}
    set_field(index, "k0", "doi", None)
    assert _paper(index).ids == {"doi": "10.1000/Ants.A1"}


def test_an_index_of_an_earlier_version_learns_it_when_it_is_rebuilt(index: Path) -> None:
    with open_store(index, write=True) as store:
        store.connection.execute("UPDATE metadata SET text = value WHERE field = 'id'")
    assert _paper(index).ids == {"doi": "10.1000/ants.a1"}
    rebuild(index)
    assert _paper(index).ids == {"doi": "10.1000/Ants.A1"}
    assert json.loads("".join(WRITERS["jsonl"]([_paper(index)])))["ids"] == {"doi": "10.1000/Ants.A1"}
