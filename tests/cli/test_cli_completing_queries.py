"""The Tab key completes what a query ends in."""

from pathlib import Path
from typing import Any

import pytest

from cli.completing.queries import LISTED, NAMED
from cli.completing.words import completions
from corpus_index.search.query import FIELDS

QUERIES: dict[str, list[str]] = {
    "model:QwQ-": ["model:QWQ-32B", "model:QwQ-32B"],
    "-model:qwq-": ["-model:QWQ-32B", "-model:QwQ-32B"],
    "(key:Long": ["(key:LongotimesShort", "(key:LongSpec"],
    "Cited-by:longs": ["Cited-by:LongSpec"],
    "bench:AIME 2025-": [],
    "bench:aime-2025-": ["bench:AIME-2025-I", "bench:AIME-2025-II"],
    'bench:"AIME 2025-': ['bench:"AIME 2025-I"', 'bench:"AIME 2025-II"'],
    'title:"a b" cites:Longs': ['title:"a b" cites:LongSpec'],
    "decoding  model:QwQ-": ["decoding  model:QWQ-32B", "decoding  model:QwQ-32B"],
    "tag:to": ["tag:to-cite"],
    "kind:d": ["kind:dataset"],
    "has:c": ["has:conflict"],
    "status:re": ["status:reading", "status:read"],
    'bench:"AIME 2024"': [],
    'bench:AI"ME': [],
    "nope:Q": [],
    "decoding": [],
    "": [],
}
"""Unfinished queries, and what is offered in place of them."""


@pytest.fixture(autouse=True)
def tagged(papers: Any, index: Path) -> Path:
    """The index, with a tag."""
    papers("tag", "LongSpec", "+to-cite")
    return index


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_is_completed(query: str) -> None:
    assert completions(["search", query]) == QUERIES[query]
    assert completions(["models", "--query", query]) == QUERIES[query]


def test_what_takes_keys_and_queries_completes_both() -> None:
    assert completions(["export", "Longs"]) == ["LongSpec"]
    assert completions(["export", "key:Longs"]) == ["key:LongSpec"]
    assert completions(["show", "key:Longs"]) == []


def test_a_value_after_a_colon_is_offered_as_bash_breaks_it() -> None:
    assert completions(["search", "bench", ":", "AIME-2025-II"]) == ["AIME-2025-II"]
    assert completions(["search", "-model", ":", "QwQ-3"]) == ["QWQ-32B", "QwQ-32B"]


def test_only_fields_of_the_language_are_completed() -> None:
    assert {*NAMED, *LISTED} <= set(FIELDS)


def test_what_is_offered_asks_for_the_same_papers(papers: Any) -> None:
    for offered, quoted in (("bench:AIME-2025-II", 'bench:"AIME 2025-II"'), ("bench:AMC-2023", 'bench:"AMC 2023"')):
        assert completions(["search", offered[:-1]])[-1] == offered
        assert papers("list", offered).out == papers("list", quoted).out
