"""What the whole suite shares."""

from pathlib import Path

import pytest
from hypothesis import settings

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
