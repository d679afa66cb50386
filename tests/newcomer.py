"""The surroundings of a person who has no index yet, for tests that run the program."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]


def surroundings(folder: Path) -> dict[str, str]:
    """Environment variables: all that is written goes into `folder`; 80 columns, no colours, UTF-8."""
    own = {
        "COLUMNS": "80",
        "HOME": str(folder),
        "NO_COLOR": "1",
        "PAPERS_DB": "",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_DATA_HOME": str(folder / "data"),
    }
    return {**os.environ, **own}
