"""What the reading commands print on the seed pages."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("index")


def squeezed(text: str) -> str:
    """Text as if lines were not broken."""
    return " ".join(text.split())


def test_search_finds_the_two_papers_first(papers: Any) -> None:
    run = papers("search", "speculative decoding")
    assert run.code == 0
    first, second = run.out.split("\n\n")[:2]
    assert "LongSpec" in first + second
    assert "MiMo-V2-Flash" in first + second
    assert "peculative decoding" in squeezed(first)
    assert "speculative decoding" in squeezed(second)
    assert "2 papers have all words of the query; the rest have some of them" in run.err
    assert "\x1b" not in run.out


def test_search_takes_a_limit_beyond_any_index_for_all(papers: Any) -> None:
    assert papers("search", "decoding", "--limit", "9" * 30).out == papers("search", "decoding", "--limit", "99").out


def test_search_names_an_empty_phrase(papers: Any) -> None:
    assert '"" holds no letters or digits; ignored' in papers("search", '"" decoding').err


def test_search_words_need_no_quotes_and_the_limit_says_what_is_left(papers: Any) -> None:
    run = papers("search", "speculative", "decoding", "--limit", "1")
    assert run.code == 0
    assert "\n2. " not in run.out
    assert re.search(r"\d+ more: --limit \d+", run.out)


def test_search_json_is_what_the_interface_says(papers: Any) -> None:
    run = papers("search", "--json", "speculative decoding", "--limit", "2")
    answer = json.loads(run.out)
    assert {"query", "total", "hits"} <= set(answer)
    assert answer["query"] == "speculative decoding"
    assert len(answer["hits"]) == 2
    for hit in answer["hits"]:
        assert list(hit) == ["key", "title", "title_inferred", "score", "snippets"]
        for snippet in hit["snippets"]:
            assert list(snippet) == ["text", "marks"]
            for start, end in snippet["marks"]:
                assert snippet["text"][start:end].lower() in ("speculative", "decoding", "speculative decoding", "sd")


def test_search_explains_how_it_read_the_query_and_what_each_hit_owes(papers: Any) -> None:
    run = papers("search", "speculative decoding", "-model:QwQ-32B", "--explain", "--limit", "2")
    lines = run.out.splitlines()
    assert lines[0] == "read as speculative decoding -model:QwQ-32B"
    assert "  speculative: a word, in any form; 2 papers" in lines
    assert "  -model:QwQ-32B: a model that is named, or a variant of it, left out; 5 papers" in lines
    assert len(re.findall(r"^     score 1\.\d+: the whole query; relevance \d+\.\d\d$", run.out, re.MULTILINE)) == 2
    assert re.search(r"^ +\d\.\d\d speculative, in title, abstract$", run.out, re.MULTILINE)
    plain = papers("search", "speculative decoding", "-model:QwQ-32B", "--limit", "2").out.splitlines()
    assert set(plain) <= set(lines)


@pytest.mark.parametrize("query", ["-speculative decoding", "decoding -speculative", "decoding NOT speculative"])
def test_a_word_with_a_minus_leaves_out(papers: Any, query: str) -> None:
    together, apart = papers("search", "--json", query), papers("search", "--json", *query.split())
    assert together.code == apart.code == 0
    assert {hit["key"] for hit in json.loads(apart.out)["hits"]}.isdisjoint({"LongSpec", "MiMo-V2-Flash"})
    assert json.loads(together.out) == json.loads(apart.out)


@pytest.mark.parametrize("name", ["MiMo-V2-Flash", "mimo-v2-flash", "mimo v2 flsh", "MiMo-V2-Flash Technical Report"])
def test_show_prints_all_of_a_paper(papers: Any, name: str) -> None:
    run = papers("show", name)
    text = squeezed(run.out)
    assert run.code == 0
    assert "MiMo-V2-Flash Technical Report" in text
    assert "We present MiMo-V2-Flash, a Mixture-of-Experts (MoE) model" in text
    assert "Summary, perhaps written by a machine" in text
    for fact in ("309B total parameters", "15B active parameters", "256k tokens", "2.6x", "3.6 acceptance length"):
        assert fact in text
    assert "“2.6x decoding speedup” [1]" in text
    for number in ("000_1ea743a20e99bc84.txt", "001_ed52e4b255fb5bea.txt", "003_d819a530b1660140.txt"):
        assert number in text
    assert "Its sources disagree" in text
    assert "ARL-Tangram → MiMo-V2-Flash" in text
    assert "Jiangshan Duo and others" in text


def test_show_words_need_no_quotes(papers: Any) -> None:
    assert papers("show", "mimo", "v2", "flash").out == papers("show", "mimo v2 flash").out


def test_show_json_has_the_fields_of_a_paper_in_their_order(papers: Any) -> None:
    paper = json.loads(papers("show", "MiMo-V2-Flash", "--json").out)
    assert list(paper) == [
        "key", "aliases", "title", "title_inferred", "authors", "authors_complete", "year", "ids", "urls", "abstract",
        "summaries", "records", "introduces", "models", "benchmarks", "results", "specs", "links", "conflicts",
        "publication", "venue", "tags", "note", "status", "corrected",
        "versions",
    ]  # fmt: skip
    pages = {page.name: page.read_text("utf-8") for page in Path(__file__).parents[2].joinpath("seeds").glob("*.txt")}
    for field in ("introduces", "models", "benchmarks", "results", "specs"):
        for fact in paper[field]:
            name, _, _ = fact["record"].partition("#")
            assert pages[name][fact["start"] : fact["end"]] == fact["evidence"]


def test_show_says_where_a_paper_appeared(papers: Any, tmp_path: Path) -> None:
    page = tmp_path / "refs.bib"
    page.write_text(
        "@article{owl, title={{Owls} of the night}, author={Tall Roe, Ann}, journal={Birds}, volume=521, number=7,"
        " year=2015, pages={4--9}, publisher={Wing}}\n@inbook{wren, title={Wrens of the day}, author={Roe, Ann},"
        " year=2011, booktitle={All Birds}, edition=2}\n",
        encoding="utf-8",
    )
    index = ("--db", str(tmp_path / "papers.db"))
    papers("add", str(page), *index)
    assert papers("show", "owl", *index).out.splitlines()[1:3] == [
        "owl · Ann Tall Roe · 2015",
        "article · Birds 521(7), 4–9 · publisher Wing",
    ]
    assert "inbook · All Birds · edition 2" in papers("show", "wren", *index).out


@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_show_lists_the_choice_where_a_name_fits_several(papers: Any, flags: list[str]) -> None:
    run = papers("show", "MiMo", *flags)
    assert run.code == 1
    assert "MiMo may be one of" in run.err
    wanted = ["MiMo-7B", "MiMo-Audio", "MiMo-V2-Flash"]
    if flags:
        answer = json.loads(run.out)
        assert answer["name"] == "MiMo"
        assert [choice["key"] for choice in answer["choices"]] == wanted
        assert answer["choices"][2]["title"] == "MiMo-V2-Flash Technical Report"
    else:
        assert re.findall(r"^  (\S+)", run.out, re.MULTILINE) == wanted


@pytest.mark.parametrize("command", ["show", "links", "bench", "models"])
def test_a_name_that_nothing_has_is_answered_in_json_too(papers: Any, command: str) -> None:
    run = papers(command, "nope-nope", "--json")
    assert run.code == 1
    assert json.loads(run.out)["name"] == "nope-nope"
    assert run.err.startswith("papers: nope-nope: no ")
    close = json.loads(papers("bench", "AIMEE 2024", "--json").out)["choices"]
    assert {"key": "AIME 2024", "title": None} in close


@pytest.mark.parametrize("command", ["show", "links"])
def test_a_part_of_a_name_is_not_taken_for_it(papers: Any, command: str) -> None:
    for name in ("nope", "real"):
        run = papers(command, name)
        assert (run.code, run.out) == (1, "")
        assert "no paper has this name" in run.err
    run = papers(command, "spec")
    assert run.code == 1
    assert "spec is only like a part of a name" in run.err
    assert run.out.startswith("  LongSpec · LongSpec: Long-Context")
    assert "OEM" not in papers(command, "mimo").out


def test_bench_ranks_scores_with_who_which_paper_and_evidence(papers: Any) -> None:
    run = papers("bench", "AIME 2024")
    text = squeezed(run.out)
    assert run.code == 0
    assert "1. 94.4% Xolver · its own result" in text
    assert "“AIME'24 (94.4%" in text
    assert papers("bench", "aime24").out == run.out
    assert json.loads(papers("bench", "aime24", "--json").out)["benchmark"] == "AIME 2024"


def test_bench_lists_benchmarks_and_a_query_limits_them(papers: Any) -> None:
    every = json.loads(papers("bench", "--json").out)
    some = json.loads(papers("bench", "--json", "--query", "model:QwQ-32B").out)
    assert every[0]["name"] == "AIME 2024"
    assert 0 < len(some) < len(every)
    names = [row["name"] for row in json.loads(papers("bench", "--json", "--sort", "name", "--limit", "3").out)]
    assert names == sorted(names, key=str.casefold)
    assert len(names) == 3


def test_models_say_who_uses_one(papers: Any) -> None:
    run = papers("models", "qwq-32b")
    assert run.code == 0
    assert "QwQ-32B\n  used by\n    FFS" in run.out
    assert "“QwQ-32B”" in run.out
    assert "QwQ-32B" in papers("models").out
    assert json.loads(papers("models", "--json", "--limit", "2").out)[1]["name"]


def test_list_sorts_limits_and_filters(papers: Any) -> None:
    keys = [row["key"] for row in json.loads(papers("list", "--json").out)]
    assert len(keys) == 43
    assert keys == sorted(keys)
    titles = [row["title"] for row in json.loads(papers("list", "--json", "--sort", "title", "--limit", "5").out)]
    assert titles == sorted(titles, key=str.casefold)
    assert len(titles) == 5
    run = papers("list", "model:QwQ-32B")
    assert run.code == 0
    assert "TrimR" in run.out
    assert "43" not in run.out.split("\n")[0]
    assert papers("list", "model:nobody").code == 1


def test_links_have_the_sentence(papers: Any) -> None:
    run = papers("links", "ARL-Tangram")
    assert run.code == 0
    assert "ARL-Tangram → MiMo-V2-Flash · MiMo as base" in run.out
    assert "the training of the MiMo series" in squeezed(run.out)
    for link in json.loads(papers("links", "--json").out):
        assert link["direction"] == "out"
        assert link["evidence"]
    assert papers("links", "TrimR").code == 1
    some = json.loads(papers("links", "Qwen2.5-Math", "--query", "title:resa", "--json").out)
    assert [link["key"] for link in some] == ["Resa"]


def test_check_finds_and_is_strict_only_when_asked(papers: Any) -> None:
    run = papers("check")
    assert run.code == 0
    assert "MiMo-V2-Flash" in run.out
    assert "inferred title" in run.out
    assert papers("check", "--strict").code == 1
    assert json.loads(papers("check", "--json", "--limit", "1").out)[0]["kind"] == "contradiction"


def test_info_counts(papers: Any, index: Path) -> None:
    run = papers("info")
    assert run.code == 0
    assert "43 papers from 47 records on 4 pages" in run.out
    counts = json.loads(papers("info", "--json").out)
    assert counts["path"] == str(index)
    assert (counts["papers"], counts["records"], len(counts["stored_pages"])) == (43, 47, 4)


def test_info_counts_what_the_lists_list(papers: Any) -> None:
    counts = json.loads(papers("info", "--json").out)
    for command in ("models", "bench"):
        listed = len(json.loads(papers(command, "--json").out))
        assert counts["benchmarks" if command == "bench" else command] == listed
    assert "contradictions or differences" in squeezed(papers("info").out)


def test_index_writes_markdown(papers: Any, tmp_path: Path) -> None:
    run = papers("index", "--output", str(tmp_path / "OUT.md"))
    assert (run.code, run.out) == (0, "")
    assert (tmp_path / "OUT.md").read_text("utf-8").startswith("<!-- Written by")
    assert papers("index", "--output", "-").out == (tmp_path / "OUT.md").read_text("utf-8")


@pytest.mark.parametrize("place", [["--db", "{}", "info"], ["info", "--db", "{}"], ["info", "--db={}"]])
def test_the_index_is_named_before_or_after_the_command(
    papers: Any, index: Path, monkeypatch: pytest.MonkeyPatch, place: list[str]
) -> None:
    monkeypatch.delenv("PAPERS_DB")
    assert "43 papers" in papers(*(word.format(index) for word in place)).out


def test_the_last_database_wins(papers: Any, index: Path) -> None:
    assert "43 papers" in papers("--db", "nowhere.db", "info", "--db", str(index)).out


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_query_means_all_papers(papers: Any, empty: str) -> None:
    for command in (["list"], ["export"], ["export", "--format", "jsonl"]):
        run = papers(*command, empty)
        assert (run.code, run.out) == (0, papers(*command).out)
        assert run.err == ""
    assert papers("export", empty, "--key", "TrimR").out.count("@misc") == 1
    assert papers("bench", "--query", empty).out == papers("bench").out


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("qwen2.5-math-7b", ""),
        ("wq-32b", "papers: wq-32b is taken for QwQ-32B\n"),
        ("lama", "papers: lama is taken for 4 models with it in their names\n"),
    ],
)
def test_models_says_what_a_name_is_taken_for(papers: Any, name: str, note: str) -> None:
    run = papers("models", name)
    assert run.code == 0
    assert run.err == note
