"""Papers that a command is limited to."""

from collections.abc import Collection

from cli.console import say
from cli.database import is_empty
from corpus_index.domain.wording import shortened
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
