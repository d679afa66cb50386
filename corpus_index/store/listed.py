"""Many values as one parameter of a statement, of which SQLite takes a limited number.

Both are for `IN (SELECT value FROM json_each(?))`.
"""

from collections.abc import Iterable


def listed(ids: Iterable[int]) -> str:
    """Write numbers as one parameter, of any length."""
    return f"[{','.join(map(str, ids))}]"


def listed_texts(texts: Iterable[str]) -> str:
    """Write texts as one parameter, of any length."""
    # Imported here, because most searches list numbers only and importing takes milliseconds.
    import json

    return json.dumps(list(texts))
