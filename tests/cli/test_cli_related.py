"""What `papers related` prints on the seed pages."""

import json
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("index")


def test_neighbours_have_numbers_keys_titles_and_reasons(papers: Any) -> None:
    run = papers("related", "mimo", "v2", "flash", "--limit", "1")
    assert run.code == 0
    assert run.out == "1. ARL-Tangram\n     it builds on the paper, by MiMo\n"
    assert run.err.endswith(" more\n")


def test_json_has_the_same_in_the_same_order(papers: Any) -> None:
    found = json.loads(papers("related", "Qwen2.5-Math", "--json").out)
    assert len(found) == 10
    assert [paper["score"] for paper in found] == sorted((paper["score"] for paper in found), reverse=True)
    resa = next(paper for paper in found if paper["key"] == "Resa")
    assert {"tie": "is the base of", "names": ["Qwen-Math"], "score": 1.0} in resa["reasons"]


def test_a_query_limits_the_neighbours(papers: Any) -> None:
    run = papers("related", "Qwen2.5-Math", "--query", "cites:Qwen2.5-Math", "--json")
    assert sorted(paper["key"] for paper in json.loads(run.out)) == ["InftyThink", "Resa"]
    run = papers("related", "Qwen2.5-Math", "--query", "nothinghere")
    assert (run.code, run.out) == (1, "")
    assert run.err.endswith("papers: nothing is near Qwen2.5-Math\n")


def test_an_unsure_name_is_a_choice(papers: Any) -> None:
    assert papers("related", "MiMo").out == papers("show", "MiMo").out
    assert papers("related", "MiMo").code == 1
