"""Many values in one placeholder, of which SQLite takes a limited number."""

import json
from collections.abc import Iterable


def listed(values: Iterable[str] | Iterable[int]) -> str:
    """Write values for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(values))
