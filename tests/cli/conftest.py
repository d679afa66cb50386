"""The program run in this process, on a real index of the seed pages."""

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.main import main


@dataclass(frozen=True)
class Run:
    """What one command line gave."""

    code: int
    out: str
    err: str


Papers = Callable[..., Run]


@pytest.fixture
def index(seed_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index of the seed pages that a test may change; commands use it by `$PAPERS_DB`."""
    path = tmp_path / "papers.db"
    shutil.copyfile(seed_index, path)
    monkeypatch.setenv("PAPERS_DB", str(path))
    return path


@pytest.fixture(autouse=True)
def nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's surroundings of this test's own, in a pipe of 80 columns without colour."""
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "person"))
    for name in ("PAPERS_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PAPERS_DEBUG", "PAPERS_SEMANTIC"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def papers(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Papers:
    """Run the program with these arguments; `stdin` is what a pipe gives it."""

    def run(*arguments: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = main(list(arguments))
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    return run


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
