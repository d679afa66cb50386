"""A place of its own for each program that a test runs."""

from pathlib import Path

import pytest
from newcomer import surroundings


@pytest.fixture
def isolated(tmp_path: Path) -> dict[str, str]:
    """The environment of a person who has no index yet."""
    return surroundings(tmp_path)
