"""A place of its own for each program that a test runs."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def isolated(tmp_path: Path) -> dict[str, str]:
    """The environment of a person who has no index yet, at 80 columns, without colours."""
    own = {
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PAPERS_DB": str(tmp_path / "own.db"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }
    return {**os.environ, **own}
