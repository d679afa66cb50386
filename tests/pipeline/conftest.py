"""Pages made by hand, and the rule for what is one paper replaced by one that a test can see through."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from corpus_index import extract, resolve
from corpus_index.domain.page import Page, PageDigest
from corpus_index.domain.plain import plain
from corpus_index.domain.record import RawRecord, ReadPage, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import KnownRecord, Penalty, Verdict
from corpus_index.pipeline.adding import store_page
from corpus_index.store import Store, open_store, read

MakePage = Callable[..., ReadPage]
Dump = Callable[[Path], dict[str, Any]]


@pytest.fixture()
def make_page() -> MakePage:
    """Build a page of (title, abstract) pairs; a title may be `None`."""

    def make(name: str, *records: tuple[str | None, str]) -> ReadPage:
        text = "\n".join(f"{title or ''}\n{abstract}\n" for title, abstract in records)
        found, at = [], 0
        for ordinal, (title, abstract) in enumerate(records):
            start = at
            body = start + len(title or "") + 1
            at = body + len(abstract) + 2
            found.append(
                RawRecord(
                    ordinal=ordinal,
                    kind=RecordKind.ABSTRACT,
                    start=start if title else body,
                    end=body + len(abstract),
                    title=Span(start, start + len(title), title) if title else None,
                    abstract=Span(body, body + len(abstract), abstract),
                )
            )
        digest = PageDigest(hashlib.sha256(f"{name}\0{text}".encode()).hexdigest())
        return ReadPage(Page(name, digest, text), "by-hand", tuple(found), ())

    return make


@pytest.fixture()
def put() -> Callable[..., None]:
    """Store pages in the index at a path, one transaction each."""

    def store_all(path: Path, *pages: ReadPage) -> None:
        with open_store(path, write=True, create=True) as store:
            for page in pages:
                store_page(store, page, [extract.facts_of(record) for record in page.records])

    return store_all


@pytest.fixture()
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two records are one paper where their texts share a word that begins with `#`."""

    def marks(known: KnownRecord) -> frozenset[str]:
        return frozenset(word for word in known.record.abstract.text.split() if word.startswith("#"))

    def compare(a: KnownRecord, b: KnownRecord) -> Verdict:
        same = bool(marks(a) & marks(b))
        return Verdict(same, float(same), () if same else (Penalty("marks", 1.0),))

    monkeypatch.setattr(resolve, "blocks", marks)
    monkeypatch.setattr(resolve, "compare", compare)


@pytest.fixture(autouse=True)
def facts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extract each record once in a session; what is tested here comes after that."""
    monkeypatch.setattr(extract, "facts_of", _facts_of)


_facts_of = lru_cache(maxsize=None)(extract.facts_of)


@pytest.fixture()
def dump() -> Dump:
    """Everything that an index holds, without the numbers of rows and the times, which depend on history."""

    def content(path: Path) -> dict[str, Any]:
        with open_store(path) as store:
            return {
                "papers": [plain(paper) for paper in read.papers(store)],
                "pages": sorted((page.name, page.digest, page.reader, page.records) for page in read.pages(store)),
                **{name: _rows(store, statement) for name, statement in _STATEMENTS.items()},
            }

    return content


_STATEMENTS = {
    "facts": "SELECT key, record, facts.field, facts.name, facts.trust, facts.start, other.start, facts.evidence "
    "FROM facts JOIN sources USING (record_id) LEFT JOIN facts AS other ON other.id = facts.repeats",
    "names": 'SELECT key, names.role, name, folded, family, long, start, "end" FROM names '
    "JOIN papers ON papers.id = paper_id",
    "full text": "SELECT title, names, abstract, summary FROM papers",
    "authors": "SELECT record, position, name, record_authors.start FROM record_authors JOIN sources USING (record_id)",
    "blocks": "SELECT record, block FROM blocks JOIN sources USING (record_id)",
    "skipped": 'SELECT name, start, "end", reason FROM skipped JOIN pages ON pages.id = page_id',
}


def _rows(store: Store, statement: str) -> list[tuple[Any, ...]]:
    return sorted((tuple(row) for row in store.connection.execute(statement)), key=repr)


@pytest.fixture()
def sound() -> Callable[[Path], None]:
    """Assert that the file is whole: SQLite's own checks, foreign keys, and full text in step with the papers."""

    def check(path: Path) -> None:
        with _writing(path) as store:
            assert [tuple(row) for row in store.connection.execute("PRAGMA integrity_check")] == [("ok",)]
            assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
            store.connection.execute("INSERT INTO papers_fts(papers_fts, rank) VALUES ('integrity-check', 1)")
            lost = "SELECT count(*) FROM papers WHERE id NOT IN (SELECT paper_id FROM records)"
            assert store.connection.execute(lost).fetchone()[0] == 0
            assert not [key for key in read.keys(store) if key.startswith("?")]

    return check


@contextmanager
def _writing(path: Path) -> Iterator[Store]:
    with open_store(path, write=True) as store:
        yield store
