"""The program run in this process, on a real index of the seed pages."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def index(seed_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index of the seed pages that a test may change; commands use it by `$PAPERS_DB`."""
    path = tmp_path / "papers.db"
    shutil.copyfile(seed_index, path)
    monkeypatch.setenv("PAPERS_DB", str(path))
    return path


@pytest.fixture(autouse=True)
def of_its_own(nowhere_else: None) -> None:
    """No test sees the index of whoever runs it."""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of one paper that is not in the seeds."""
    path = tmp_path / "page.txt"
    path.write_text(
        "Abstract:We present Quillfish, a method that prunes attention heads. On GSM8K, Quillfish reaches 71.5% "
        "accuracy with QwQ-32B, a gain of 2.1 points over the unpruned model, and needs no further training at all.\n",
        encoding="utf-8",
    )
    return path
