"""Evaluation counts as the definition of the task does."""

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus_index.errors import GoldError
from corpus_index.report.evaluation import FIELDS, differences, score
from corpus_index.report.gold import GoldRecord, GoldResult, read_gold

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "seeds.jsonl"
REFERENCE = ROOT.parent / "shared" / "gold" / "score.py"


def test_a_gold_file_agrees_with_itself() -> None:
    gold = read_gold(GOLD)
    assert all((row.precision, row.recall, row.f1) == (1.0, 1.0, 1.0) for row in score(gold, gold))


def test_nothing_found() -> None:
    gold = read_gold(GOLD)
    table = {row.field: row for row in score(gold, [])}
    assert table["models"].hit == table["models"].given == 0
    assert (table["models"].precision, table["models"].recall, table["models"].f1) == (0.0, 0.0, 0.0)
    assert table["evidence"].precision == 1.0


def test_shares_of_a_small_case() -> None:
    right, wrong = (GoldResult(value=value, kind="score", benchmark="AIME 2024") for value in (1.0, 2.0))  # type: ignore[arg-type]
    gold = [GoldRecord(page="p.txt", ordinal=0, abstract="a", results=(right, wrong))]
    found = [
        GoldRecord(
            page="some/folder/p.txt", ordinal=0, abstract=" a ", results=(right, right, replace(wrong, value=3.0))
        )
    ]
    table = {row.field: row for row in score(gold, found)}
    row = table["results:on-bench"]
    assert (row.gold, row.given, row.hit) == (2, 3, 1)
    assert row.precision == pytest.approx(1 / 3)
    assert row.recall == pytest.approx(1 / 2)
    assert row.f1 == pytest.approx(0.4)
    assert table["abstract"].f1 == 1.0
    ((where, missed, spurious),) = differences(gold, found, "results:value")
    assert where == "p.txt#0"
    assert (missed, spurious) == (["2, -"], ["1, -", "3, -"])


def _disturbed(records: list[dict[str, Any]], chance: random.Random) -> list[dict[str, Any]]:
    """Records with facts dropped, doubled and changed here and there."""
    changed: list[dict[str, Any]] = json.loads(json.dumps(records))
    for record in changed:
        for field in ("introduces", "models", "benchmarks", "results", "specs", "urls"):
            facts = record[field]
            record[field] = [fact for fact in facts if chance.random() > 0.1] + facts[: chance.randrange(2)]
        for fact in record["results"]:
            if chance.random() < 0.3:
                name, value = chance.choice(
                    [("value", 1.5), ("unit", "%"), ("bound", "about"), ("benchmark", None), ("subject", "X")]
                )
                fact[name] = value
        for fact in record["models"]:
            fact["name"] = chance.choice([fact["name"].upper(), fact["name"] + "x", fact["name"]])
    return [record for record in changed if chance.random() > 0.05]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_are_those_of_the_reference(tmp_path: Path, seed: int) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference scorer lies beside the project, at ../shared, and is not there")
    records = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = tmp_path / "found.jsonl"
    disturbed = _disturbed(records, random.Random(seed))  # noqa: S311
    found.write_text("".join(json.dumps(record) + "\n" for record in disturbed), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-B", REFERENCE, GOLD, found, "--json"], capture_output=True, check=True, text=True
    )
    reference = json.loads(done.stdout)
    for row in score(read_gold(GOLD), read_gold(found)):
        if row.field in FIELDS:
            theirs = reference[row.field]
            assert (row.gold, row.given, row.hit) == (theirs["gold"], theirs["given"], theirs["hit"]), row.field
            assert (row.precision, row.recall, row.f1) == pytest.approx((theirs["p"], theirs["r"], theirs["f1"]))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "holds no records"),
        (b"not json\n", "is not JSON"),
        (b'{"page": "p"}\n', "ordinal"),
        (b"[1]\n", "the line"),
        (b'{"page": "p", "ordinal": 0, "abstract": "", "models": [{"name": "x", "role": "y"}]}\n', "models.0.role"),
        (b"\xff\xfe\n", "not UTF-8"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_bad_gold_files_are_refused_in_one_line(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert what in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_gold_file(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_gold(tmp_path / "nothing.jsonl")
