"""Options of the whole suite."""

import pytest
from hypothesis import settings

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
