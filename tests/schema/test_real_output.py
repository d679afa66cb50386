"""What the program really prints is what the JSON Schema files describe."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from made_encoder import MadeEncoder
from newcomer import ROOT
from schemas import DESCRIBED

pytestmark = pytest.mark.usefixtures("nowhere_else")

FOLDER = ROOT / "docs" / "schema"
SEEDS = str(ROOT / "seeds")
PAGES = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
CALLS: list[tuple[str, list[str]]] = [
    ("record", ["parse", "--format", "jsonl", *PAGES]),
    ("paper", ["show", "MiMo-V2-Flash", "--json"]),
    ("paper", ["export", "--format", "jsonl"]),
    ("sources", ["show", "MiMo-V2-Flash", "--sources", "--json"]),
    ("why", ["why", "MiMo-V2-Flash", "--json"]),
    ("why", ["why", "MiMo-V2-Flash", "MiMo-7B", "--json"]),
    ("search", ["search", "speculative decoding", "--json"]),
    ("search", ["search", "zebrafish", "--json"]),
    ("search-explained", ["search", "speculative decoding", "-model:QwQ-32B", "--explain", "--json"]),
    ("search-explained", ["search", "MiMo-V2-Flash", "--explain", "--json"]),
    ("choices", ["show", "MiMo", "--json"]),
    ("choices", ["links", "zebrafish", "--json"]),
    ("choices", ["bench", "AIMEE", "--json"]),
    ("list", ["list", "--json"]),
    ("links", ["links", "--json"]),
    ("links", ["links", "Qwen2.5-Math", "--json"]),
    ("links", ["links", "MiMo-7B", "--to", "MiMo-Audio", "--json"]),
    ("cited", ["links", "--most-cited", "--json"]),
    ("graph", ["graph", "--format", "json"]),
    ("missing", ["missing", "--json"]),
    ("related", ["related", "LongSpec", "--json"]),
    ("leaderboard", ["bench", "aime24", "--json"]),
    ("benchmarks", ["bench", "--json"]),
    ("models", ["models", "--json"]),
    ("model", ["models", "QwQ-32B", "--json"]),
    ("comparison", ["compare", "Xolver", "START", "--json"]),
    ("check", ["check", "--json"]),
    ("cite", ["cite", "LongSpec", "TrimR", "--style", "harvard-cite-them-right", "--json"]),
    ("info", ["info", "--json"]),
    ("verify", ["info", "--verify", "--json"]),
    ("eval", ["eval", str(ROOT / "tests" / "gold" / "seeds.jsonl"), *PAGES, "--json"]),
    ("differences", ["eval", str(ROOT / "tests" / "gold" / "seeds.jsonl"), "--differences", "results:value", "--json"]),
    ("add", ["add", SEEDS, str(ROOT / "LICENSE"), "--json"]),
    ("own", ["set", "JudgeRLVR", "year", "2026", "--json"]),
    ("own", ["tag", "JudgeRLVR", "+to-cite", "--json"]),
    ("decision", ["merge", "JudgeRLVR", "LongSpec", "--json"]),
    ("undo", ["undo", "--json"]),
    ("rebuild", ["rebuild", "--json"]),
    ("reindex", ["reindex", "--engine", "fts5", "--json"]),
    ("backup", ["backup", "copy.db", "--force", "--json"]),
    ("repair", ["repair", "--json"]),
    ("enrich", ["enrich", "-", str(ROOT / "LICENSE"), "--json"]),
    ("remove", ["remove", "003_d819a530b1660140.txt", "--json"]),
]
"""Kind of output and a call that prints it, each with an index of its own."""

VECTORS = "reindex-semantic"
"""What needs an extra is called with an encoder that is made up."""

METADATA = """@misc{LongSpec, year = {2025},
  title = {LongSpec: Long-Context Lossless Speculative Decoding with Efficient Drafting and Verification}}
"""
"""What a call reads from standard input."""


@pytest.fixture
def index(seed_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index of the seed pages that a call may change."""
    path = tmp_path / "own.db"
    shutil.copyfile(seed_index, path)
    monkeypatch.setenv("PAPERS_DB", str(path))
    monkeypatch.chdir(tmp_path)
    return path


def validator(name: str) -> jsonschema.Draft202012Validator:
    """The validator that a schema file makes."""
    described: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(described)


@pytest.mark.parametrize(("name", "arguments"), CALLS, ids=[" ".join(call[1][:2]) for call in CALLS])
def test_output_is_as_described(name: str, arguments: list[str], index: Path, papers: Callable[..., Any]) -> None:
    if name == "add":
        index.unlink()
    run = papers(*arguments, stdin=METADATA.encode())
    refused = {"add": "refused", "enrich": "problems"}.get(name)
    assert run.code in {0, 1} or (refused and refused in run.out), run.err
    lines = run.out.split("\n")[:-1]
    assert lines
    for line in lines:
        validator(name).validate(json.loads(line))


def test_making_vectors_is_as_described(
    index: Path, papers: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus_index.pipeline.embedding.installed_encoder", MadeEncoder)
    run = papers("reindex", "--semantic", "--json", "--db", str(index))
    assert run.code == 0
    validator(VECTORS).validate(json.loads(run.out))


def test_every_schema_has_a_call() -> None:
    assert {name for name, _ in CALLS} | {VECTORS} == set(DESCRIBED)
