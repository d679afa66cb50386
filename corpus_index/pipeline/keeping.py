"""Pages that a command takes something out of, kept as they were, so that they can be put back."""

from collections.abc import Iterable
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
        copy = copy_page(db.conn, page)
        keep_page(db, change, copy.read.page.digest, _copies().dump_json(copy))


def put_pages_back(db: sqlite_utils.Database, copies: Iterable[bytes]) -> None:
    """Store pages that were kept as they were, with all that follows.

    The index must hold none of them. What their records say is extracted anew.
    """
    for content in copies:
        copy = _copies().validate_json(content)
        put_page_back(db, copy, prepared(copy.read, map(extract.facts_of, copy.read.records)))


def put_page_back(db: sqlite_utils.Database, copy: PageCopy, ready: Prepared) -> None:
    """Store a page of which a copy was made as it was, with all that follows; the index must not hold it."""
    put_back(db, copy)
    insert_records(db, ready, copy.id)
