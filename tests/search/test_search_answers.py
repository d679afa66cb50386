"""Which papers a query finds, in what order, and with what notes."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from corpus_index.search import matching, search


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("speculative decoding", ["draftmill", "corvid25", "survey"]),
        ('"speculative decoding"', ["draftmill", "corvid25"]),
        ('"decoding speculative"', ["draftmill", "corvid25", "survey"]),
        ("DraftMill", ["draftmill", "survey"]),
        ("draft mill", ["draftmill", "survey"]),
        ("draftmill: drafting many tokens at once", ["draftmill", "survey"]),
        ("AIME24", ["corvid25", "draftmill"]),
        ("bench:AIME24", ["draftmill"]),
        ("bench:aime-2024", ["draftmill"]),
        ("bench:AIME", ["draftmill"]),
        ("bench:nope", []),
        ("model:corvid", ["corvid25", "draftmill", "survey"]),
        ("model:corvid-2.5", ["corvid25", "draftmill"]),
        ("model:Corvid-V3", []),
        ("model:corv*", ["corvid25", "draftmill", "survey"]),
        ("model:muse-1", ["corvid25"]),
        ("method:grpo", ["draftmill"]),
        ("author:godel", ["draftmill"]),
        ('author:"gödel kurt"', ["draftmill"]),
        ("author:love*", ["draftmill"]),
        ("page:AUTHOR", ["draftmill"]),
        ("page:%", []),
        ("kind:method", ["draftmill"]),
        ("kind:summary", ["plain"]),
        ("key:draft*", ["draftmill"]),
        ("key:draft", []),
        ("key:dr_ftmill", []),
        ("-decoding", ["plain"]),
        ("aime -model:corvid-2.5-7b", ["corvid25"]),
        ("title:decoding", ["survey"]),
        ("abstract:music", []),
        ("rabbit OR trained", ["plain", "survey"]),
        ("RÄBBIT", ["plain"]),
        ("c++", ["corvid25", "plain"]),
        ("73.4%", ["corvid25"]),
        ("a-b:c", ["plain"]),
        ('"unclosed gardens', ["plain"]),
        ("nope:gardens", []),
        ("?!", []),
        ("🙂", []),
        ("zzzz", []),
    ],
)
def test_found_papers(index: Any, query: str, keys: list[str]) -> None:
    answer = search(index, query, 10)
    assert sorted(hit.key for hit in answer.hits) == sorted(keys)
    assert answer.total == len(keys)
    assert answer.query == query


@pytest.mark.parametrize("query", ["DraftMill", "draft mill", "draftmill", '"draftmill"'])
def test_the_paper_that_is_named_comes_before_papers_that_speak_of_it(index: Any, query: str) -> None:
    first = search(index, query, 10).hits[0]
    assert first.key == "draftmill"
    assert first.score >= 2


def test_a_name_that_only_a_summary_claims_does_not_put_a_paper_first(index: Any) -> None:
    assert search(index, "Muse-1", 10).hits[0].score < 2


def test_all_words_come_before_some_of_them_and_the_note_says_where_they_end(index: Any) -> None:
    answer = search(index, "speculative decoding", 10)
    assert [int(hit.score) for hit in answer.hits] == [1, 1, 0]
    assert "2 papers have all words of the query; the rest have some of them" in answer.notes


def test_matching_takes_the_whole_query_only_and_is_sorted(index: Any) -> None:
    assert matching(index, "speculative decoding") == ("corvid25", "draftmill")
    assert matching(index, "?!") == ()


def test_the_limit_cuts_the_hits_and_not_the_total(index: Any) -> None:
    answer = search(index, "decoding", 1)
    assert (len(answer.hits), answer.total) == (1, 3)


def test_the_order_does_not_depend_on_the_order_of_adding(make_index: Callable[[bool], Any]) -> None:
    forward, backward = make_index(False), make_index(True)
    for query in ("decoding", "speculative decoding", "model:corvid", "-zzz", "aime"):
        assert search(forward, query, 10) == search(backward, query, 10)


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("speculatve decodng", "speculative decoding"),
        ("gardns", "gardens"),
        ('"speculative decodign"', '"speculative decoding"'),
        ("gardns title:gardens", "gardens title:gardens"),
    ],
)
def test_a_misspelled_query_is_corrected(index: Any, query: str, better: str) -> None:
    assert f"did you mean: {better}" in search(index, query, 10).notes


@pytest.mark.parametrize("query", ["zzzzzz", "gardns -gardens", "qq", "title:gardns"])
def test_nothing_is_suggested_that_would_find_nothing(index: Any, query: str) -> None:
    assert not [note for note in search(index, query, 10).notes if "did you mean" in note]


@pytest.mark.parametrize(
    "query",
    ["a " * 50_000, "(" * 100_000, "x" * 100_000, "a-" * 50_000, '"a ' * 30_000, "NEAR(a b)", "title : a", "a ^b",
     "{title}: a", "'; DROP TABLE papers; --", "a\0b", "\ud800", "ﷺ ٣ 漢字", "papers_fts MATCH 1", "(a OR -b) " * 30,
     "-(" * 45 + "a", "a* b* c*", '""" "', "kind:( model OR method )"],
)  # fmt: skip
def test_no_text_is_an_error(index: Any, query: str) -> None:
    search(index, query, 3)
    matching(index, query)


def test_searching_imports_nothing_that_it_does_not_use() -> None:
    code = "import sys, corpus_index.search; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "sqlite_utils", "rich", "typer", "rapidfuzz", "json"} & set(loaded)


@pytest.fixture
def make_index(request: pytest.FixtureRequest) -> Iterator[Callable[[bool], Any]]:
    build, made = request.getfixturevalue("build_index"), []

    def make(reverse: bool) -> Any:
        made.append(build(reverse))
        return made[-1]

    yield make
    for index in made:
        index.connection.close()
