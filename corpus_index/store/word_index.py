"""The folder beside the database from which Tantivy ranks: made of the papers, and never the only copy of anything.

The terms are those of the full-text table, so that both engines find the same. A stamp stands in the folder and in
the database; where they differ, the folder is behind, of another database, or torn, and must not be searched.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus_index.errors import ExtraMissing, StoreDamaged, StoreUnwritable
from corpus_index.store.full_text import tokenizer
from corpus_index.store.listed import listed
from corpus_index.store.terms import terms_of

if TYPE_CHECKING:
    from tantivy import DocAddress, IndexWriter, Query, Schema, Searcher

COLUMNS = ("title", "names", "abstract", "summary")
TEXT = "text"
"""The field of all columns together, in which titles and names stand as often as they weigh (see `_TIMES`)."""
_TIMES = (3, 3, 1, 1)
_STAMP_ID = 0
"""No paper has this row; the document that has it holds the stamp, so that it is committed together with the papers."""
_COMMON = 10_000
"""Papers with a term, of which some more or less change no order."""
_HEAP = 200_000_000
_AT_ONCE = 2000
_RENEW = "make it anew: papers reindex"

Progress = Callable[[int, int], None]
"""Called with how many papers are written, and how many there are."""


@dataclass(frozen=True, slots=True)
class WordIndex:
    """An open folder: `papers` and `tokens` count what is in it."""

    searcher: "Searcher"
    schema: "Schema"
    papers: int
    tokens: float

    def count(self, query: "Query") -> int:
        """How many papers match."""
        # The stubs of the package lack `count`.
        found: Any = self.searcher.search(query, 1, count=True)
        return int(found.count)

    def having(self, term: str, query: "Query") -> int:
        """How many papers have a term, which `query` asks for; of a common one, with papers that changed meanwhile."""
        # Tantivy knows at once how many had it, but counting those that still have it takes a millisecond in a million.
        had = min(self.searcher.doc_freq(TEXT, term), self.papers)
        return had if had > _COMMON else self.count(query)

    def first(self, query: "Query", most: int) -> list["DocAddress"]:
        """The best papers by the score of Tantivy, which is near ours."""
        return [address for _, address in self.searcher.search(query, most, count=False).hits]

    def numbers(self, field: str, addresses: Sequence["DocAddress"]) -> list[int]:
        """The row (`id`) or the number of tokens (`length`) of papers."""
        return [int(value or 0) for value in self.searcher.fast_field_values(field, list(addresses))]

    def terms(self, address: "DocAddress") -> str:
        """The terms of a paper as `Terms.written` gives them, a column a line."""
        terms: Any = self.searcher.doc(address).get_first("terms")
        return str(terms, "utf-8")


def folder_of(database: str) -> Path:
    """Where the folder of an index is."""
    return Path(f"{database}.tantivy")


@lru_cache(maxsize=1)
def open_folder(folder: Path, stamp: str) -> WordIndex:
    """Open the folder of this stamp. Raises `ExtraMissing`, and `StoreDamaged` where it is missing, torn or behind."""
    index = _opened(folder)
    if _stamp_in(index) != stamp:
        raise StoreDamaged(str(folder), "the folder of Tantivy is behind the index", _RENEW)
    tantivy = _tantivy()
    try:
        searcher = index.searcher()
        sums = searcher.aggregate(tantivy.Query.all_query(), {"tokens": {"sum": {"field": "length"}}})
    except ValueError as error:
        raise _torn(folder) from error
    return WordIndex(searcher, index.schema, searcher.num_docs - 1, sums["tokens"]["value"] or 0.0)


def stamp_of(folder: Path) -> str | None:
    """The stamp in a folder; `None` where there is none. Raises as `open_folder` does."""
    return _stamp_in(_opened(folder)) if folder.exists() else None


def write_folder(connection: sqlite3.Connection, folder: Path, stamp: str, progress: Progress | None = None) -> None:
    """Make the folder anew from all papers. It is made beside its place, and the former one is there until the end."""
    tantivy = _tantivy()
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir()
        with _writing(tantivy.Index(_schema(), str(fresh))) as writer:
            last, total = connection.execute("SELECT ifnull(max(id), 0), count(*) FROM papers").fetchone()
            done = 0
            for start in range(1, last + 1, _AT_ONCE):
                done += _add(writer, connection, _rows(connection, "id BETWEEN ? AND ?", (start, start + _AT_ONCE - 1)))
                if progress:
                    progress(done, total)
            _commit(writer, stamp)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def update_folder(connection: sqlite3.Connection, folder: Path, papers: Iterable[int], stamp: str) -> None:
    """Write these papers anew, without those that are gone."""
    given = sorted(papers)
    index = _opened(folder)
    schema = index.schema
    with _writing(index) as writer:
        _delete(writer, schema, [_STAMP_ID])
        for start in range(0, len(given), _AT_ONCE):
            some = given[start : start + _AT_ONCE]
            _delete(writer, schema, some)
            _add(writer, connection, _rows(connection, "id IN (SELECT value FROM json_each(?))", (listed(some),)))
        _commit(writer, stamp)


@contextmanager
def _writing(index: Any) -> Iterator["IndexWriter"]:
    """Write to a folder; what is not committed is forgotten. Raises `StoreUnwritable` while another program writes."""
    try:
        writer = index.writer(_HEAP, 1)
    except ValueError as error:
        raise StoreUnwritable("the folder of Tantivy", f"cannot be written ({error})", "try again later") from error
    try:
        yield writer
    finally:
        writer.wait_merging_threads()


def _rows(connection: sqlite3.Connection, where: str, values: tuple[int | str, ...]) -> list[tuple[Any, ...]]:
    sql = f"SELECT id, {', '.join(COLUMNS)} FROM papers WHERE {where} ORDER BY id"  # noqa: S608  constants
    return [tuple(row) for row in connection.execute(sql, values)]


def _add(writer: "IndexWriter", connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> int:
    tantivy = _tantivy()
    written = terms_of(tokenizer(connection)).written([text or "" for row in rows for text in row[1:]])
    for at, row in enumerate(rows):
        texts = written[at * len(COLUMNS) : (at + 1) * len(COLUMNS)]
        document = tantivy.Document()
        document.add_unsigned("id", row[0])
        document.add_unsigned("length", sum(text.count("  ") + 1 for text in texts if text))
        document.add_bytes("terms", "\n".join(texts).encode())
        for column, text, times in zip(COLUMNS, texts, _TIMES, strict=True):
            if text:
                document.add_text(column, text)
                for _ in range(times):
                    document.add_text(TEXT, text)
        writer.add_document(document)
    return len(rows)


def _delete(writer: "IndexWriter", schema: "Schema", papers: Sequence[int]) -> None:
    writer.delete_documents_by_query(_tantivy().Query.term_set_query(schema, "id", list(papers)))


def _commit(writer: "IndexWriter", stamp: str) -> None:
    document = _tantivy().Document()
    document.add_unsigned("id", _STAMP_ID)
    document.add_text("stamp", stamp)
    writer.add_document(document)
    writer.commit()


def _schema() -> "Schema":
    builder = _tantivy().SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("length", fast=True)
    builder.add_text_field("stamp", stored=True, tokenizer_name="raw", index_option="basic")
    # Text that is stored is indexed too; bytes need not be.
    builder.add_bytes_field("terms", stored=True)
    for column in COLUMNS:
        builder.add_text_field(column, tokenizer_name="whitespace")
    builder.add_text_field(TEXT, tokenizer_name="whitespace")
    schema: Schema = builder.build()
    return schema


def _opened(folder: Path) -> Any:
    tantivy = _tantivy()
    try:
        index = tantivy.Index.open(str(folder))
        index.reload()
    except (ValueError, OSError) as error:
        raise _torn(folder) from error
    return index


def _stamp_in(index: Any) -> str | None:
    searcher = index.searcher()
    query = _tantivy().Query.term_query(index.schema, "id", _STAMP_ID)
    for _, address in searcher.search(query, 1).hits:
        return str(searcher.doc(address).get_first("stamp"))
    return None


def _torn(folder: Path) -> StoreDamaged:
    return StoreDamaged(str(folder), "the folder of Tantivy is missing or torn", _RENEW)


def _tantivy() -> Any:
    try:
        import tantivy
    except ImportError:
        raise ExtraMissing("tantivy", "the engine is in a package", "scale") from None
    return tantivy
