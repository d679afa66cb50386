"""Laws: `search` and the commands that filter agree on what matches, and `-`, `OR` and `AND` are those of sets."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_index import make

from corpus_index.search import matching, search
from corpus_index.search.words import says_nothing
from corpus_index.store import Store, open_store

_TERMS = st.sampled_from(
    ["owlet", "Owlet-V2-Mini", "grebe*", "model", "the", "drafting", "FFF", '"first feather fetch"', "tested", "nope",
     "title:report", "abstract:model", "model:owlet", "method:FFF", "bench:nest", "score:>=60", "has:author",
     "kind:model", "year:2025", "page:copy", "key:grebe", "cites:FFF", "cited-by:grebe", "模型", "c++", "?!"]
)  # fmt: skip
_PARTS = st.recursive(
    _TERMS,
    lambda parts: (
        st.lists(parts, min_size=2, max_size=3).map(" ".join).map("({})".format)
        | st.lists(parts, min_size=2, max_size=3).map(" OR ".join).map("({})".format)
        | parts.map("-{}".format)
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("agreeing") / "papers.db"
    make(path)
    with open_store(path) as store:
        yield store


@given(st.lists(_PARTS, min_size=1, max_size=4).map(" ".join))
def test_what_matches_in_whole_is_found_first(index: Store, query: str) -> None:
    whole, answer = set(matching(index, query)), search(index, query, 100)
    tiers = {hit.key: int(hit.score) for hit in answer.hits}
    assert whole <= {key for key, tier in tiers.items() if tier >= 1}
    if "did you mean" not in " ".join(answer.notes):
        assert {key for key, tier in tiers.items() if tier == 1} <= whole
    assert answer.total == len(answer.hits)


@given(_PARTS, _PARTS)
def test_matching_is_an_algebra_of_sets(index: Store, a: str, b: str) -> None:
    of_a, of_b, papers = set(matching(index, a)), set(matching(index, b)), {"Owlet-V2-Mini", "grebe"}
    if "?!" in a + b:
        return
    assert set(matching(index, f"{a} OR {b}")) == of_a | of_b
    if not (says_nothing(a) or says_nothing(b)):  # stop words are not looked for beside other words
        assert set(matching(index, f"({a}) ({b})")) == of_a & of_b
    assert set(matching(index, f"-({a})")) == papers - of_a
    assert set(matching(index, f"-({a}) -({b})")) == papers - of_a - of_b
