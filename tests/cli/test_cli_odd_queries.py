"""Queries that are odd are text; a value that means nothing is an error that points at its place."""

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("index")


@pytest.mark.parametrize("query", ["?!", "*", "🙂", "((", '"', "- -", "\x1b"])
def test_a_query_of_only_punctuation_finds_nothing(papers: Any, query: str) -> None:
    run = papers("search", query)
    assert (run.code, run.out) == (1, "")
    assert "no letters or digits" in run.err
    assert papers("list", query).code == 1
    assert papers("export", query).code == 1


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("c++", False), ('"unclosed', False), ("a-b:c", False), ("AND OR", True), ("nope:decoding", False),
        ("82.23%", True), ("MiMo-V2-Flash", True), ('"speculative decoding', True), ("a" * 100_000, False),
        ("decoding " * 12_000, True), ("(" * 50_000 + "decoding", True), ("'; DROP TABLE papers; --", True),
    ],
)  # fmt: skip
def test_odd_queries_are_text(papers: Any, query: str, finds: bool) -> None:
    run = papers("search", query)
    assert run.code == (0 if finds else 1), run.err[:500]
    assert bool(run.out) == finds
    assert "Traceback" not in run.err
    assert "unexpected" not in run.err
    assert papers("list", query).code in (0, 1)


@pytest.mark.parametrize("command", ["search", "list", "export", "bench --query", "models --query", "links --query",
                                     "remove --query"])  # fmt: skip
@pytest.mark.parametrize("json", [[], ["--json"]])
def test_a_value_that_means_nothing_is_pointed_at(papers: Any, command: str, json: list[str]) -> None:
    run = papers(*command.split(), "decoding year:abc", *(json if command != "export" else []))
    assert (run.code, run.out) == (2, "")
    line, query, marker = run.err.splitlines()
    assert line.startswith("papers: year: takes a year or years")
    assert query == "  decoding year:abc"
    assert marker == "                ^^^"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["nothing to remove is given"]),
        (["--query", " "], ["--query: is empty"]),
        (["--query", "nope:decoding"], ["is not read as it is written"]),
        (["--query", '"decoding'], ["is not read as it is written"]),
        (["TrimR", "--query", "(decoding"], ["is not read as it is written"]),
    ],
)
def test_removing_by_a_query_that_is_not_sure_removes_nothing(
    papers: Any, arguments: list[str], words: list[str]
) -> None:
    run = papers("remove", *arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err.splitlines()[-1].startswith("papers: ")
    for word in words:
        assert word in run.err
    assert "43 papers" in papers("info").out
