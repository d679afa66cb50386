"""`papers graph`, `papers missing`, and the ways of `papers links`, on the seed pages."""

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("index")


def test_a_way_from_one_paper_to_another(papers: Any) -> None:
    run = papers("links", "MiMo-7B", "--to", "mimo audio")
    assert run.code == 0
    printed = " ".join(run.out.split())
    for target in ("MiMo-7B", "MiMo-Audio"):
        assert f"ARL-Tangram → {target} · MiMo as base, of one family with {target} · confidence 0.94 “" in printed
    assert printed.count("→") == 2


@pytest.mark.parametrize(
    ("arguments", "code", "err"),
    [
        (["links", "MiMo-7B", "--to", "Resa"], 1, "papers: no links from MiMo-7B to Resa\n"),
        (["links", "--to", "Resa"], 2, "papers: --to: needs the paper to start from; papers links NAME --to NAME\n"),
        (
            ["links", "Resa", "--most-cited"],
            2,
            "papers: --most-cited: is about all papers; leave out the name, or use --query\n",
        ),
        (["graph", "LongSpec", "--with-links", "1"], 1, "papers: no links between these papers\n"),
        (["missing", "title:LongSpec"], 1, "papers: nothing is missing\n"),
    ],
)
def test_nothing_and_wrong_calls(papers: Any, arguments: list[str], code: int, err: str) -> None:
    run = papers(*arguments)
    assert (run.code, run.out, run.err) == (code, "", err)


def test_most_cited(papers: Any) -> None:
    lines = papers("links", "--most-cited", "--limit", "1").out.splitlines()
    assert lines == [
        "papers  key           title",
        "     2  Qwen2.5-Math  Qwen2.5-Math Technical Report: Toward Mathematical Expert",
        "                      Model via Self-Improvement",
    ]


def test_missing(papers: Any) -> None:
    run = papers("missing", "--limit", "2")
    assert (run.code, run.err) == (0, "papers: 20 more: --limit 22\n")
    assert run.out.splitlines() == [
        "papers  name       kind       used by",
        "    30  AIME 2024  benchmark  1B-LLM-Surpass, ADCL, Beyond-80-20, …",
        "    13  MATH-500   benchmark  1B-LLM-Surpass, FoReaL-Decoding, InftyThink, …",
    ]


def test_the_neighbourhood_of_a_paper_as_a_flowchart(papers: Any) -> None:
    run = papers("graph", "Resa", "--with-links", "1", "--format", "mermaid")
    assert run.out == 'flowchart LR\n  n1["Qwen2.5-Math"]\n  n2["Resa"]\n  n2 -->|"Qwen-Math"| n1\n'


@pytest.mark.parametrize(
    ("name", "begins"), [("g.gv", "digraph"), ("g.graphml", "<graphml"), ("g.mmd", "flowchart"), ("g.JSON", '{"nodes"')]
)
def test_the_ending_of_the_file_says_the_format(papers: Any, tmp_path: Path, name: str, begins: str) -> None:
    path = tmp_path / name
    run = papers("graph", "--output", str(path))
    assert (run.code, run.out, run.err) == (0, "", f"papers: 7 papers and 5 links written to {path}\n")
    assert path.read_text(encoding="utf-8").startswith(begins)


def test_an_ending_that_is_no_format_is_refused(papers: Any, tmp_path: Path) -> None:
    path = tmp_path / "g.foo"
    run = papers("graph", "--output", str(path))
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "has an ending of no format; give --format, or one of .gv" in run.err
    assert not path.exists()
    assert papers("graph", "--output", str(path), "--format", "dot").code == 0


def test_one_paper_alone_says_how_to_see_its_links(papers: Any) -> None:
    run = papers("graph", "Resa")
    assert (run.code, run.out) == (1, "")
    assert "--with-links 1" in run.err
    assert papers("graph", "Resa", "--with-links", "1").code == 0


def test_more_than_mermaid_draws_is_written_and_said(papers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.commands.graph.MOST_LINKS", 4)
    run = papers("graph", "--format", "mermaid")
    assert run.code == 0
    assert run.out.count("-->|") == 5
    assert run.err == (
        "papers: Mermaid draws at most 4 links unless its setting maxEdges is raised, and these are 5; "
        "give a query for fewer\n"
    )


def test_all_links_are_those_of_every_paper(papers: Any) -> None:
    links = json.loads(papers("links", "--json").out)
    assert [(each["of"], each["key"]) for each in links] == sorted((each["of"], each["key"]) for each in links)
    assert len(links) == 5
    assert all(each["evidence"] and each["kind"] and 0 < each["confidence"] < 1 for each in links)
    assert json.loads(papers("links", "--limit", "2", "--json").out) == links[:2]
