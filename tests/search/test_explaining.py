"""How a query was read, and that what each hit owes to its parts adds up."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_index import make

from corpus_index.search import search
from corpus_index.search.explaining import ASKS, explain
from corpus_index.search.query import FIELDS
from corpus_index.store import open_store


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("explained") / "papers.db"
    make(path)
    with open_store(path) as store:
        yield store


def test_terms_say_what_they_ask_for(index: Any) -> None:
    explanation = explain(index, 'Grebe-7B model "tested with" -(the OR title:owl*) author:lovelace')
    assert explanation.read == 'Grebe-7B model "tested with" -(the OR title:owl*) author:lovelace'
    assert [(term.text, term.asks, term.left_out, term.papers) for term in explanation.terms] == [
        ("Grebe-7B", "words next to each other", False, 1),
        ("model", "a word, in any form", False, 2),
        ('"tested with"', "words next to each other", False, 1),
        ("the", "a word that says little", True, 1),
        ("title:owl*", "in the title", True, 1),
        ("author:lovelace", "an author's name", False, 1),
    ]
    assert explanation.why == ()


def test_every_field_says_what_it_asks_for() -> None:
    assert set(ASKS) == set(FIELDS)


def test_a_hit_says_what_it_owes_to_each_part(index: Any) -> None:
    named, other = explain(index, "Owlet-V2-Mini").why[0], explain(index, "tested present").why[1]
    assert (named.key, named.tier, named.named_by) == ("Owlet-V2-Mini", "named", "Owlet-V2-Mini, which it introduces")
    assert [(share.text, share.columns) for share in named.shares] == [
        ("Owlet-V2-Mini", ("title", "names", "abstract"))
    ]
    assert (other.tier, other.named_by, len(other.lacks)) == ("part", None, 1)


def test_a_query_without_words_is_explained_as_nothing(index: Any) -> None:
    explanation = explain(index, "?!")
    assert (explanation.read, explanation.terms, explanation.why) == ("", (), ())


_WORDS = st.sampled_from(
    ["owlet", "Owlet-V2-Mini", "grebe*", "model", "the", "drafting", "FFF", '"first feather fetch"', "tested",
     "title:report", "model:owlet", "-series", "OR", "(", ")", "abstract:(model OR present)", "has:author"]
)  # fmt: skip


@given(st.lists(_WORDS, min_size=1, max_size=6).map(" ".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_relevance_of_a_hit_is_the_sum_of_its_shares(index: Any, query: str) -> None:
    answer, explanation = search(index, query), explain(index, query)
    assert [why.key for why in explanation.why] == [hit.key for hit in answer.hits]
    for why, hit in zip(explanation.why, answer.hits, strict=True):
        parts = sum(share.score for share in why.shares) + why.typed + why.neighbours + why.cited
        assert why.relevance == pytest.approx(parts, abs=0.002)
        tier = {"part": 0, "whole": 1, "named": 2}[why.tier]
        assert hit.score == pytest.approx(tier + why.relevance / (why.relevance + 10), abs=0.001)
