"""The values that may stand at the end of a query, behind `model:` and other fields."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KEYS, MODELS, BENCHMARKS, TAGS = "keys", "models", "benchmarks", "tags"
"""What names in an index are names of."""

NAMED = {"model": MODELS, "bench": BENCHMARKS, "key": KEYS, "cites": KEYS, "cited-by": KEYS, "tag": TAGS}
"""Fields whose values are names in the index."""

LISTED = {"kind": "KINDS", "has": "PARTS", "status": "STATUSES"}
"""Fields whose values are words of a list in `corpus_index.search.values`."""


def completed(query: str, names: Callable[[str, str], Iterable[str]]) -> list[str]:
    """The query with each value that its last field may have; `names` gives the names of a sort that begin so.

    Nothing where the query does not end in a field with such values. A name with spaces has hyphens in their place,
    which is the same name, or a closing quotation mark where one is open: a shell offers only what begins as typed.
    """
    closed = query if query.count('"') % 2 == 0 else query[: query.rindex('"')]
    before, gap, last = closed.rpartition(" ")
    signed, colon, value = last.partition(":")
    field = signed.lstrip("-(").lower()
    start = f"{before}{gap}{signed}{colon}"
    begun = query[len(start) :]
    spelled = _in_quotes if begun.startswith('"') else _as_a_word
    made = dict.fromkeys(map(spelled, _values(field, begun.lstrip('"'), names))) if '"' not in value else {}
    return [start + each for each in made if each and each.casefold().startswith(begun.casefold())]


def _values(field: str, begun: str, names: Callable[[str, str], Iterable[str]]) -> Iterable[str]:
    if field in NAMED:
        return names(NAMED[field], begun)
    if field not in LISTED:
        return ()
    # Imported here, because it needs regular expressions, which completing a name must not wait for.
    from corpus_index.search import values

    words: tuple[str, ...] = vars(values)[LISTED[field]]
    return words


def _in_quotes(name: str) -> str | None:
    return None if '"' in name else f'"{name}"'


def _as_a_word(name: str) -> str | None:
    joined = name.replace(" ", "-")
    return joined if all(char.isalnum() or char in "-_.+/:" for char in joined) else None
