"""Pages that a command takes something out of, kept as they were, so that they can be put back."""

from collections.abc import Iterable, Iterator
from functools import cache

import sqlite_utils
from pydantic import TypeAdapter

from corpus_index import extract
from corpus_index.pipeline.preparing import Prepared, prepared
from corpus_index.pipeline.storing import insert_records
from corpus_index.store.changes import keep_page
from corpus_index.store.stored_pages import PageCopy, copy_page, put_back


@cache
def _copies() -> TypeAdapter[PageCopy]:
    return TypeAdapter(PageCopy)


def keep_pages(db: sqlite_utils.Database, change: int, pages: Iterable[int]) -> None:
    """Keep pages as they are now for the run `change`, which is about to take something out of them."""
    for page in sorted(pages):
        keep_copy(db, change, copy_page(db.conn, page))


def keep_copy(db: sqlite_utils.Database, change: int, copy: PageCopy) -> None:
    """Keep a copy of a page for the run `change`."""
    keep_page(db, change, copy.read.page.digest, _copies().dump_json(copy))


def put_pages_back(db: sqlite_utils.Database, contents: Iterable[bytes]) -> Iterator[str]:
    """Store pages that were kept, with the facts that they had and all that follows, and give the name of each.

    The index must hold none of them.
    """
    for content in contents:
        copy = _copies().validate_json(content)
        facts = map(extract.facts_of, copy.read.records) if copy.facts is None else copy.facts
        put_page_back(db, copy, prepared(copy.read, facts))
        yield copy.read.page.name


def put_page_back(db: sqlite_utils.Database, copy: PageCopy, ready: Prepared) -> None:
    """Store a page of which a copy was made as it was, with all that follows; the index must not hold it."""
    put_back(db, copy)
    insert_records(db, ready, copy.id)
