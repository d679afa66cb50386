"""Extraction on the seed pages stays above its floors."""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpus_index.domain.document import RecordDocument, document
from corpus_index.domain.plain import plain
from corpus_index.pipeline import parse
from corpus_index.report.evaluation import Measure, differences, score
from corpus_index.report.gold import read_gold

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "seeds.jsonl"
DEVELOPMENT = ROOT.parent / "shared" / "gold"
REFERENCE = DEVELOPMENT / "score.py"
FLOORS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def documents() -> list[RecordDocument]:
    """All records of the seed pages with the facts that extraction finds."""
    pages = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    return [
        document(parsed.source, record, facts)
        for parsed in parse(pages)
        if parsed.read
        for record, facts in zip(parsed.read.records, parsed.facts, strict=True)
    ]


@pytest.fixture(scope="module")
def table(documents: list[RecordDocument]) -> dict[str, Measure]:
    """The measures of these records, by field."""
    return {measure.field: measure for measure in score(read_gold(GOLD), documents)}


@pytest.mark.parametrize("field", FLOORS["f1"])
def test_floor(field: str, table: dict[str, Measure], documents: list[RecordDocument]) -> None:
    reached, floor = table[field].f1, FLOORS["f1"][field]
    shown = "" if field == "evidence" else "\n".join(map(str, differences(read_gold(GOLD), documents, field)))
    assert reached >= floor, f"{field}: {reached:.3f} is below {floor}\n{shown}"


@pytest.mark.parametrize("field", FLOORS["within"])
def test_distance_to_the_name_alone(field: str, table: dict[str, Measure]) -> None:
    rule = FLOORS["within"][field]
    assert table[field].f1 >= table[rule["of"]].f1 - rule["by"]


def test_the_floors_are_those_of_this_corpus() -> None:
    corpus = hashlib.sha256()
    for path in (*sorted((ROOT / "seeds").glob("*.txt")), GOLD):
        corpus.update(path.read_bytes())
    assert corpus.hexdigest() == FLOORS["digest"], "the corpus has changed: measure it, and set digest and floors anew"


@pytest.fixture(scope="module")
def development() -> dict[str, Any]:
    """The measures of the development abstracts, by field, as `papers eval` gives them."""
    gold = DEVELOPMENT / "dev.jsonl"
    if not gold.exists():
        pytest.skip("the development abstracts lie beside the project, at ../shared, and are not there")
    command = [sys.executable, "-m", "cli", "eval", str(gold), str(DEVELOPMENT / "pages"), "--json"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return {measure["field"]: measure for measure in json.loads(shown)}


@pytest.mark.parametrize("field", FLOORS["development"])
def test_floor_of_development(field: str, development: dict[str, Any]) -> None:
    assert development[field]["f1"] >= FLOORS["development"][field]


def test_every_record_is_found(documents: list[RecordDocument]) -> None:
    assert {(Path(each.page).name, each.ordinal, each.kind) for each in documents} == {
        (each.page, each.ordinal, each.kind) for each in read_gold(GOLD)
    }


def test_figures_are_those_of_the_reference(
    tmp_path: Path, documents: list[RecordDocument], table: dict[str, Measure]
) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference scorer lies beside the project, at ../shared, and is not there")
    found = tmp_path / "found.jsonl"
    found.write_text("".join(json.dumps(plain(each)) + "\n" for each in documents), encoding="utf-8")
    command = [sys.executable, "-I", "-B", str(REFERENCE), str(GOLD), str(found), "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert set(reference) == set(table)
    for field, theirs in reference.items():
        assert table[field].hit == theirs["hit"], field
        assert table[field].f1 == pytest.approx(theirs["f1"]), field
