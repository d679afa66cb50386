"""What the whole suite shares."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from cli.main import main
from corpus_index.pages import Source
from corpus_index.pipeline import build
from corpus_index.seed_pages import seed_pages

# A slow machine is no failure of a law.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes golden files anew."""
    parser.addoption("--record-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture(scope="session")
def record_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--record-golden"))


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the seed pages, which nobody changes; copy it to do so."""
    path = tmp_path_factory.mktemp("seed-index") / "papers.db"
    build(path, [Source(page.name, page.read_bytes()) for page in seed_pages()])
    return path


@dataclass(frozen=True)
class Run:
    """What one command line gave."""

    code: int
    out: str
    err: str


Papers = Callable[..., Run]


@pytest.fixture
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
