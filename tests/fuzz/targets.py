"""What is fuzzed: functions of any bytes, each of which holds its laws or raises `AssertionError`.

Whatever else they raise is a fault too: bad input has errors of its own, and these are caught here.
"""

import io
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import small_index
from made_abstracts import record
from made_pages import assert_whole
from made_papers import EMPTY
from query_law import assert_read_or_pointed_at

from cli.untrusted import clean, clean_json
from corpus_index import pages
from corpus_index.domain.facts import Fact
from corpus_index.domain.page import Page, PageDigest
from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import FAMILIES, PROTECTED
from corpus_index.domain.record import RawRecord
from corpus_index.errors import NoReaderFits, PageError, PapersError, QueryError
from corpus_index.export import WRITERS, bibtex
from corpus_index.export.white_space import squeezed
from corpus_index.extract import facts_of
from corpus_index.manuscripts.citing import cited_keys
from corpus_index.pages.reader import Reader
from corpus_index.pages.registry import READERS
from corpus_index.pages.sheet import Sheet
from corpus_index.search import search
from corpus_index.store import Store, open_store

Target = Callable[[bytes], None]


def read_by(reader: Reader, data: bytes) -> None:
    """A reader says how it fits, and what it then reads is whole."""
    text = _text(data)
    if not text.strip() or "\0" in text:
        return
    sheet = Sheet.of(Page("page", PageDigest(""), text))
    fit = reader.sniff(sheet)
    assert 0 <= fit.score <= 1
    assert fit.why
    assert "\n" not in fit.why
    if fit.score:
        with suppress(NoReaderFits):
            assert_whole(reader.read(sheet))


def unpacked(data: bytes) -> None:
    """Whatever standard input holds, compressed or an archive, is text, or refused by one line."""
    for source in pages.sources(["-"], io.BytesIO(data)):
        if isinstance(source, PageError):
            assert "\n" not in clean(str(source))
            continue
        with suppress(PageError):
            assert pages.load(source.name, source.data).text


def lines_of_papers(data: bytes) -> None:
    """The lines of a large file are papers, or skipped with a reason."""
    with suppress(PageError):
        source = pages.Source("large.jsonl", data, lambda: io.BytesIO(data))
        reader = pages.line_reader(source)
        for part in pages.parts(source, pages.extent_of(source).digest):
            assert_whole(pages.read_part(source.name, reader, part))


def extracted(data: bytes) -> None:
    """Facts read back at their places, and are the same when asked for again."""
    title, _, abstract = _text(data).rpartition("\n\n")
    raw = record(abstract, title or None)
    text = f"{title}\n\n{abstract}" if title else abstract
    facts = facts_of(raw)
    every: list[Fact] = [*facts.introduces, *facts.models, *facts.benchmarks, *facts.results, *facts.specs]
    every += [*facts.urls, *facts.abbreviations, *facts.terms]
    for fact in every:
        assert fact.evidence
        assert text[fact.start : fact.end] == fact.evidence
    assert facts == facts_of(raw)


def query_read(data: bytes) -> None:
    """A query is read or its fault is pointed at, and reading what it prints changes nothing."""
    assert_read_or_pointed_at(_text(data))


def query_answered(data: bytes) -> None:
    """A query is answered: what is typed never is SQL, nor the syntax of full-text search."""
    text = _text(data)
    with suppress(QueryError):
        found = search(_index(), text)
        assert len(found.hits) <= found.total


def bibtex_round_trip(data: bytes) -> None:
    """What is written as BibTeX is read back as one entry, and writing that again changes nothing.

    Each part has something to see, since what cannot be seen is not written.
    """
    title, author, venue, abstract, *told = [*map(squeezed, _text(data).split("\0")), *[""] * 7][:7]
    published = dict(zip(("note", PROTECTED, FAMILIES), told, strict=True))
    paper = replace(EMPTY, title=title or "untitled", authors=(author,) if author else (), venue=venue or None,
                    abstract=abstract or None, publication=published)  # fmt: skip
    once = _read_back(paper)
    again = replace(
        paper,
        title=once.title.text if once.title else "untitled",
        authors=tuple(span.text for span in once.authors),
        venue=once.venue and once.venue.text,
        abstract=once.abstract.text or None,
        publication={name: span.text for name, span in once.publication},
    )
    assert _fields(_read_back(again)) == _fields(once)


def written(data: bytes) -> None:
    """Each format is written of whatever stands in a paper."""
    text = _text(data)
    paper = replace(EMPTY, title=text, authors=(text, "Jane Roe"), venue=text, abstract=text, urls=(text,),
                    ids={"arxiv": text, "doi": text})  # fmt: skip
    for write in WRITERS.values():
        assert "".join(write([paper]))
    json = clean_json("".join(WRITERS["jsonl"]([paper])))
    assert not set("\x1b\x9b\u202e") & set(json)


def manuscript(data: bytes) -> None:
    """The keys that a manuscript cites are words."""
    for ending in ("tex", "aux", "bcf", "typ", "md"):
        # The parts that such a file names would be read.
        text = _text(data).replace("\\@input", "")
        with suppress(PapersError):
            for key in cited_keys(f"paper.{ending}", text):
                assert key
                assert key == key.strip()


TARGETS: dict[str, Target] = {
    **{f"read-{reader.name}": partial(read_by, reader) for reader in READERS},
    "unpack": unpacked,
    "lines": lines_of_papers,
    "extract": extracted,
    "query": query_read,
    "search": query_answered,
    "bibtex": bibtex_round_trip,
    "formats": written,
    "manuscript": manuscript,
}


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _read_back(paper: Paper) -> RawRecord:
    read = pages.split(Page("page", PageDigest(""), "".join(bibtex([paper]))))
    assert read.reader == "bibtex"
    (found,) = read.records
    return found


def _fields(found: RawRecord) -> list[str]:
    # A label stands in for authors, and what is protected is listed in the order in which it is printed.
    details = (span for name, span in found.publication if name not in ("key", PROTECTED, FAMILIES))
    return [span.text if span else "" for span in (found.title, *found.authors, found.venue, found.abstract, *details)]


@cache
def _index() -> Store:
    in_memory = sqlite3.connect(":memory:")
    in_memory.row_factory = sqlite3.Row
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.db"
        small_index.make(path)
        with open_store(path) as store:
            store.connection.backup(in_memory)
    return Store(path, in_memory)
