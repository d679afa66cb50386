"""Leaderboards, models and comparisons in every format, and pictures."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("index")


def test_compare_sets_numbers_side_by_side_with_their_proof(papers: Any) -> None:
    run = papers("compare", "LIMR", "Light-R1", "SAE-Tuning", "--limit", "2")
    assert run.code == 0
    assert run.out == (
        "on         metric                   LIMR  Light-R1  SAE-Tuning\n"
        "AIME 2024  pass@1                      –         –  43.33% [1]\n"
        "AIME 2024  accuracy (change)  +16.7% [2]         –           –\n"
        "\n"
        "[1] Resa · its own result 002_acb8610901cdc2cc.txt:105-107 at 40688-40711\n"
        "    “43.33% Pass@1 on AIME24”\n"
        "[2] LIMR · its own result 002_acb8610901cdc2cc.txt:77-79 at 28062-28093 “16.7%\n"
        "    higher accuracy on AIME24”\n"
    )


@pytest.mark.parametrize("columns", ["60", "80", "100"])
def test_names_without_room_follow_in_a_table_of_their_own(
    papers: Any, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    names = ["Xolver", "START", "Light-R1-14B-DS", "FFS", "DAP", "Tina", "SEED-GRPO", "SAE-Tuning"]
    tables, proofs = papers("compare", *names).out.split("\n[1] ")
    assert max(map(len, tables.splitlines())) <= int(columns)
    headings = [line.split()[2:] for line in tables.splitlines() if line.startswith("on ")]
    assert len(headings) > 1
    assert [name for heading in headings for name in heading] == names
    assert all(f"[{number + 1}]" in tables for number in range(proofs.count("\n[") + 1))


def test_a_name_without_numbers_names_those_that_have_some(papers: Any) -> None:
    run = papers("compare", "Xolver", "Light-R1")
    assert run.code == 0
    assert run.err == "papers: Light-R1 itself has no numbers; these have: Light-R1-14B-DS\n"


def test_a_change_says_so_and_trust_is_told(papers: Any) -> None:
    run = papers("compare", "Qwen2.5-7B-Instruct", "LIMR")
    assert "+16.7% [" in run.out
    assert "accuracy (change)" in run.out
    assert "Infra · quoted 002_acb8610901cdc2cc.txt:109-111 at 42361-42394" in " ".join(run.out.split())


@pytest.mark.parametrize(
    ("command", "columns"),
    [
        (["bench"], ["benchmark", "papers", "models", "scores", "other", "joint"]),
        (["bench", "AIME24"], ["rank", "benchmark", "kind", "metric", "bound", "value", "high", "unit", "total",
                               "subject", "baseline", "trust", "paper", "year", "page", "first line", "evidence"]),
        (["models"], ["model", "introduced by", "used by", "compared by"]),
        (["compare", "Xolver", "START"], ["benchmark", "metric", "Xolver", "START"]),
    ],
)  # fmt: skip
def test_every_table_as_csv_markdown_latex_and_json(papers: Any, command: list[str], columns: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(papers(*command, "--format", "csv").out)))
    assert rows[0] == columns
    assert len(rows) > 3
    assert papers(*command, "--format", "markdown").out.startswith("| ")
    latex = papers(*command, "--format", "latex").out
    assert r"\toprule" in latex
    assert latex.endswith("\\end{table}\n")
    plain = papers(*command, "--json")
    assert json.loads(plain.out)
    assert papers(*command, "--format", "json").out == plain.out


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (["compare", "Xolver"], "papers: NAME: is one name only; give two or more, each one word or in quotes"),
        (["compare", "Xolver", "Xolver"], "papers: NAME: is one name only"),
        (
            ["bench", "AIME24", "--json", "--format", "csv"],
            "papers: --json: contradicts --format csv; give one of them",
        ),
        (["bench", "--plot", "x.svg"], "papers: --plot: draws one benchmark; give its NAME"),
        (["bench", "AIME24", "--plot", "x.gif"], "papers: x.gif: is no picture that can be drawn"),
        (["bench", "AIME24", "--plot", "x.svg"], "papers: AIME 2024: no score on it has a year"),
    ],
)
def test_faults_are_one_line(papers: Any, command: list[str], fault: str) -> None:
    run = papers(*command)
    assert run.code == 2
    assert run.out == ""
    assert run.err.startswith(fault)
    assert run.err.count("\n") == 1


def test_an_unknown_name_to_compare_offers_close_ones(papers: Any) -> None:
    run = papers("compare", "Xolverr", "STARTT", "--json")
    assert run.code == 1
    assert {"key": "Xolver", "title": None} in json.loads(run.out)["choices"]


def test_an_unknown_name_beside_others_is_left_out_and_told(papers: Any) -> None:
    alone = json.loads(papers("compare", "Xolver", "START", "--json").out)
    run = papers("compare", "Xolver", "zzzzzz", "STARTT", "START", "--json")
    assert run.code == 0
    found = json.loads(run.out)
    close = found.pop("unknown")
    assert found == {name: value for name, value in alone.items() if name != "unknown"}
    assert (close["zzzzzz"], close["STARTT"][0]) == ([], "START")
    assert "papers: STARTT is left out: " in run.err


def test_a_picture_is_written_beside_the_ranking(papers: Any, tmp_path: Path) -> None:
    bib = tmp_path / "loaf.bib"
    fields = "title={Loaf: A Method}, year={2024}, abstract={We present Loaf. Loaf reaches 81.5% on GSM8K.}"
    bib.write_text(f"@misc{{Loaf, {fields}}}\n", encoding="utf-8")
    assert papers("add", str(bib)).code == 0
    picture = tmp_path / "gsm8k.svg"
    run = papers("bench", "GSM8K", "--plot", str(picture))
    assert run.code == 0
    assert "Loaf (2024)" in run.out
    assert run.err == f"papers: the scores are drawn in {picture}\n"
    assert "Loaf" in picture.read_text(encoding="utf-8")


def test_bars_are_for_people(papers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = papers("bench", "AIME24").out
    assert "█" not in plain
    monkeypatch.setattr("cli.render.bars.is_terminal", lambda _: True)
    assert "  1. 94.4%  ███████████▍  Xolver" in papers("bench", "AIME24").out


def test_models_tell_results_and_family(papers: Any) -> None:
    run = papers("models", "Light-R1-32B")
    assert "  made from\n    DeepSeek-R1-Distilled in Light-R1\n    Qwen2.5-32B-Instruct in Light-R1\n" in run.out
    assert "  same family\n    Light-R1, Light-R1-14B-DS, Light-R1-32B-DS\n" in run.out
    assert "  made into\n    Light-R1 in Light-R1\n" in papers("models", "Qwen2.5-32B-Instruct").out
    assert "  results\n    74 scores on AIME 2024, Light-R1-14B-DS" in papers("models", "Light-R1-14B-DS").out
