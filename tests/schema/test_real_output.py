"""What the program really prints is what the JSON Schema files describe."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from made_encoder import MadeEncoder
from newcomer import ROOT, surroundings
from schemas import DESCRIBED

from cli.main import main

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
    ("remove", ["remove", str(Path(SEEDS) / "003_d819a530b1660140.txt"), "--json"]),
]
"""Kind of output and a call that prints it; those from `add` on change an index of their own."""
CHANGING = {"add", "own", "decision", "undo", "rebuild", "reindex", "backup", "repair", "enrich", "remove"}

VECTORS = "reindex-semantic"
"""What needs an extra is called in this process, with an encoder that is made up."""

METADATA = """@misc{LongSpec, year = {2025},
  title = {LongSpec: Long-Context Lossless Speculative Decoding with Efficient Drafting and Verification}}
"""
"""What a call reads from standard input."""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A person without an index; the demonstration index is built once for all calls."""
    return surroundings(tmp_path_factory.mktemp("newcomer"))


@pytest.fixture(scope="module")
def own_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the seed pages, to be copied."""
    folder = tmp_path_factory.mktemp("owner")
    assert printed(["add", SEEDS, "--json"], owned(folder))
    return folder / "own.db"


def owned(folder: Path) -> dict[str, str]:
    """The surroundings of a person whose index is to be in this folder."""
    return {**surroundings(folder), "PAPERS_DB": str(folder / "own.db")}


def validator(name: str) -> jsonschema.Draft202012Validator:
    """The validator that a schema file makes."""
    described: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(described)


def printed(arguments: list[str], environment: dict[str, str]) -> list[Any]:
    """The lines of JSON that a call prints."""
    done = subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        input=METADATA,
        env=environment,
        cwd=environment["HOME"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    refused = {"add": "refused", "enrich": "problems"}.get(arguments[0])
    assert done.returncode in {0, 1} or (refused and refused in done.stdout), done.stderr
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


@pytest.mark.parametrize(("name", "arguments"), CALLS, ids=[" ".join(call[1][:2]) for call in CALLS])
def test_output_is_as_described(
    name: str, arguments: list[str], environment: dict[str, str], own_index: Path, tmp_path: Path
) -> None:
    if name in CHANGING:
        environment = owned(tmp_path)
    if name in CHANGING - {"add"}:
        shutil.copyfile(own_index, environment["PAPERS_DB"])
    lines = printed(arguments, environment)
    assert lines
    for line in lines:
        validator(name).validate(line)


def test_making_vectors_is_as_described(
    own_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "papers.db"
    shutil.copyfile(own_index, path)
    monkeypatch.setattr("corpus_index.pipeline.embedding.installed_encoder", MadeEncoder)
    assert main(["reindex", "--semantic", "--json", "--db", str(path)]) == 0
    validator(VECTORS).validate(json.loads(capsys.readouterr().out))


def test_every_schema_has_a_call() -> None:
    assert {name for name, _ in CALLS} | {VECTORS} == set(DESCRIBED)
