"""The JSON Schema files describe what the program really writes."""

import json
from pathlib import Path

import jsonschema
import pytest
from schemas import DESCRIBED, schema

FOLDER = Path(__file__).parents[2] / "docs" / "schema"


def _text(name: str) -> str:
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", DESCRIBED)
def test_schema_file_is_current(name: str, record_golden: bool) -> None:
    path = FOLDER / f"{name}.schema.json"
    if record_golden:
        path.write_text(_text(name), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == _text(name), "run: python -m pytest tests/schema --record-golden"


@pytest.mark.parametrize("name", DESCRIBED)
def test_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.schema.json" for name in DESCRIBED}
