"""Papers that a command is limited to."""

from collections.abc import Collection

from cli.console import say
from cli.database import is_empty
from corpus_index.domain.wording import shortened
from corpus_index.errors import PapersError
from corpus_index.search import matching
from corpus_index.search.parser import parse
from corpus_index.store import Store


def keys_matching(store: Store, query: str | None) -> Collection[str] | None:
    """Keys of the papers that match the whole query; `None`, which means all papers, where it is empty or missing.

    Notes on how the query was read go to standard error, and so does that nothing was found.
    """
    if query is None or not query.strip():
        return None
    for note in parse(query).notes:
        say(f"papers: {note}", "quiet")
    keys = frozenset(matching(store, query))
    if not keys and not is_empty(store):
        say(f"papers: nothing matches {shortened(query)}", "quiet")
    return keys


def keys_to_change(store: Store, query: str) -> list[str]:
    """Keys of the papers that match the whole query, sorted, for a command that changes them.

    Raises `PapersError` where the query is empty or is not read as it is written: what is not meant must not be lost.
    """
    if not query.strip():
        raise PapersError("--query", "is empty", "nothing was changed")
    keys = keys_matching(store, query)
    if parse(query).misread:
        raise PapersError("--query", "is not read as it is written", "nothing was changed")
    return sorted(keys or ())
