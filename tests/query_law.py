"""What holds of whatever a person types as a query."""

from corpus_index.errors import QueryError
from corpus_index.search.parser import MAX_TERMS, parse
from corpus_index.search.query import wanted_terms


def assert_read_or_pointed_at(text: str) -> None:
    """A query is read, and reading what it prints changes nothing; or its fault is pointed at."""
    try:
        query = parse(text).query
    except QueryError as error:
        start, end = error.place
        assert 0 <= start < end <= len(text)
        return
    assert len(wanted_terms(query)) <= MAX_TERMS
    assert query is None or parse(str(query)).query == query
