"""`papers reindex --semantic` and `papers search --semantic`, with an encoder that is made up."""

import json
from typing import Any

import pytest
from made_encoder import MadeEncoder

from corpus_index import embedding
from corpus_index.errors import ExtraMissing
from corpus_index.pipeline import embedding as keeping

pytestmark = pytest.mark.usefixtures("index")


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (embedding, keeping):
        monkeypatch.setattr(module, "installed_encoder", MadeEncoder)


@pytest.mark.usefixtures("encoder")
def test_vectors_are_made_once_and_searched(papers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = papers("search", "--semantic", "stones")
    assert (missing.code, missing.out) == (2, "")
    assert missing.err == "papers: --semantic: the index has no vectors yet; make them: papers reindex --semantic\n"
    assert papers("reindex", "--semantic").out == "43 vectors made\n"
    assert json.loads(papers("reindex", "--semantic", "--json").out) == {"vectors": 0}
    found = json.loads(papers("search", "--semantic", "verifier", "--json", "--explain", "--limit", "20").out)
    assert len(found["hits"]) == 20
    assert {why["both"]["words"] is None for why in found["explanation"]["why"]} == {True, False}
    text = papers("search", "--semantic", "verifier", "--explain", "--limit", "20").out
    assert "by words number 1, by meaning number" in text
    assert "by words not among the first, by meaning number" in text
    monkeypatch.setenv("PAPERS_SEMANTIC", "1")
    by_default = json.loads(papers("search", "verifier", "--json", "--limit", "20").out)
    assert by_default["hits"] == found["hits"]


def test_without_the_extra_one_line_says_what_to_install(papers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> MadeEncoder:
        raise ExtraMissing("semantic search", "needs an extra", "semantic")

    for module in (embedding, keeping):
        monkeypatch.setattr(module, "installed_encoder", missing)
    for arguments in (["search", "--semantic", "x"], ["reindex", "--semantic"]):
        run = papers(*arguments)
        assert (run.code, run.out) == (2, "")
        said = "needs an extra that is not installed; install it: pip install 'corpus-index[semantic]'"
        assert run.err == f"papers: semantic search: {said}\n"


def test_vectors_are_of_no_engine(papers: Any) -> None:
    for arguments in (["--engine", "fts5", "--semantic"], ["--engine", "lucene"]):
        run = papers("reindex", *arguments)
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith("papers: --engine: ")
