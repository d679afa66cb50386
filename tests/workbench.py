"""Pages made by hand, and a look into the indexes that they give."""

import hashlib
from pathlib import Path
from typing import Any

from corpus_index import extract
from corpus_index.domain.page import Page, PageDigest
from corpus_index.domain.plain import plain
from corpus_index.domain.record import RawRecord, ReadPage, RecordKind
from corpus_index.domain.span import Span
from corpus_index.pipeline.storing import store_page
from corpus_index.store import open_store, read

_STATEMENTS = {
    "facts": "SELECT key, record, facts.field, facts.name, facts.trust, facts.start, other.start, facts.evidence "
    "FROM facts JOIN sources USING (record_id) LEFT JOIN facts AS other ON other.id = facts.repeats",
    "names": "SELECT key, names.role, name, folded, family, long, start, names.end FROM names "
    "JOIN papers ON papers.id = paper_id",
    "full text": "SELECT title, names, abstract, summary FROM papers",
    "authors": "SELECT record, position, name, record_authors.start FROM record_authors JOIN sources USING (record_id)",
    "blocks": "SELECT record, block FROM blocks JOIN sources USING (record_id)",
    "skipped": "SELECT name, start, skipped.end, reason FROM skipped JOIN pages ON pages.id = page_id",
    "pages": "SELECT name, digest, reader, text FROM pages",
}


class Workbench:
    """Makes pages and indexes, and looks into them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def page(self, name: str, *records: tuple[str | None, str]) -> ReadPage:
        """Build a page of (title, abstract) pairs; a title may be `None`."""
        text, found = "", []
        for ordinal, (title, abstract) in enumerate(records):
            start = len(text)
            body = start + len(title) + 1 if title else start
            text += f"{title}\n{abstract}\n\n" if title else f"{abstract}\n\n"
            found.append(
                RawRecord(
                    ordinal=ordinal,
                    kind=RecordKind.ABSTRACT,
                    start=start,
                    end=body + len(abstract),
                    title=Span(start, start + len(title), title) if title else None,
                    abstract=Span(body, body + len(abstract), abstract),
                )
            )
        digest = PageDigest(hashlib.sha256(f"{name}\0{text}".encode()).hexdigest())
        return ReadPage(Page(name, digest, text), "by-hand", tuple(found), ())

    def index(self, *pages: ReadPage, name: str = "index.db") -> Path:
        """Put the pages into the index called `name`, one after the other."""
        path = self.folder / name
        with open_store(path, write=True, create=True) as store:
            for page in pages:
                store_page(store, page, [extract.facts_of(record) for record in page.records])
        return path

    def dump(self, path: Path) -> dict[str, Any]:
        """Everything that an index holds, without the numbers of rows and the times, which depend on history."""
        with open_store(path) as store:
            rows = {
                name: sorted((tuple(row) for row in store.connection.execute(statement)), key=repr)
                for name, statement in _STATEMENTS.items()
            }
            return {"papers": [plain(paper) for paper in read.papers(store)], **rows}

    def check(self, path: Path) -> None:
        """Assert that the file is whole: SQLite's own checks, foreign keys, and full text in step with the papers."""
        with open_store(path, write=True) as store:
            run = store.connection.execute
            assert [tuple(row) for row in run("PRAGMA integrity_check")] == [("ok",)]
            assert run("PRAGMA foreign_key_check").fetchall() == []
            run("INSERT INTO papers_fts(papers_fts, rank) VALUES ('integrity-check', 1)")
            assert run("SELECT count(*) FROM papers WHERE id NOT IN (SELECT paper_id FROM records)").fetchone()[0] == 0
            assert not [key for key in read.keys(store) if key.startswith("?")]
