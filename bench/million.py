"""A large index for `bench/search.py`, made of the sentences of a smaller collection.

    python bench/million.py INDEX [--papers N] [--seed N] [--data FILE]

Each paper has the two halves of two titles, and sentences of as many abstracts, drawn with a fixed seed from FILE (by
default `../shared/data/arxiv-100k.jsonl.gz`); years and authors are drawn too. So words are as frequent and texts as
long as in the collection, and hardly two papers are the same. Papers are written straight into the store, without
records and facts: reading a million abstracts would take hours, and what is measured is searching.
"""

import argparse
import gzip
import json
import random
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus_index.domain.folding import fold
from corpus_index.pipeline import reindex
from corpus_index.store import Store, open_store
from corpus_index.store.write import transaction

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "arxiv-100k.jsonl.gz"
AT_ONCE = 20_000
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_PAPER = (
    "INSERT INTO papers (id, key, title, title_inferred, abstract, names, summary, year, authors_complete)"
    " VALUES (?, ?, ?, 0, ?, '', '', ?, 1)"
)


@dataclass(frozen=True)
class Source:
    """What papers are made of, one entry for each paper of the collection."""

    titles: list[list[str]]
    abstracts: list[list[str]]
    authors: list[list[str]]
    years: list[int]


def read(path: Path) -> Source:
    """Read a collection of arXiv's metadata."""
    source = Source([], [], [], [])
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            paper = json.loads(line)
            source.titles.append(paper["title"].split())
            source.abstracts.append(_SENTENCE_END.split(" ".join(paper["abstract"].split())))
            source.authors.append(paper["authors"].split(", "))
            source.years.append(int(paper["update_date"][:4]))
    return source


def made(source: Source, count: int, seed: int) -> Iterator[tuple[str, str, int, list[str]]]:
    """Titles, abstracts, years and authors of `count` papers, the same for the same source and seed."""
    chance = random.Random(seed)  # noqa: S311  no secret
    for _ in range(count):
        first, second = chance.choice(source.titles), chance.choice(source.titles)
        title = " ".join([*first[: (len(first) + 1) // 2], *second[len(second) // 2 :]])
        sentences = [chance.choice(chance.choice(source.abstracts)) for _ in chance.choice(source.abstracts)]
        yield title, " ".join(sentences), chance.choice(source.years), chance.choice(source.authors)


def store_papers(store: Store, papers: Iterator[tuple[str, str, int, list[str]]], count: int) -> None:
    """Store papers in transactions of many."""
    number = 0
    while number < count:
        with transaction(store) as db:
            for _ in range(min(AT_ONCE, count - number)):
                number += 1
                title, abstract, year, authors = next(papers)
                db.conn.execute(_PAPER, (number, f"m{number:07}", title, abstract, year))
                db.conn.execute(
                    "INSERT INTO names (paper_id, role, name, folded) VALUES (?, 'title', ?, ?)",
                    (number, title, fold(title)),
                )
                db.conn.executemany(
                    "INSERT INTO paper_authors VALUES (?, ?, ?)",
                    [(number, position, name) for position, name in enumerate(authors)],
                )
        print(f"\r{number:,} papers", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


@contextmanager
def without_full_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep no full text up to date within the block, which takes half of the time; it is to be made at once later."""
    sql = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name IN ('papers_ai', 'papers_ad', 'papers_au')"
    triggers = [row[0] for row in connection.execute(sql)]
    for trigger in triggers:
        connection.execute(f"DROP TRIGGER {trigger.split()[2]}")
    yield
    for trigger in triggers:
        connection.execute(trigger)


def main() -> None:
    """Make the index."""
    parser = argparse.ArgumentParser(description="Make a large index of the sentences of a smaller collection.")
    parser.add_argument("index", type=Path, help="a file that does not exist yet")
    parser.add_argument("--papers", type=int, default=1_000_000, help="how many (default: 1,000,000)")
    parser.add_argument("--seed", type=int, default=5, help="of drawing (default: 5)")
    parser.add_argument("--data", type=Path, default=DATA, help="the collection")
    given = parser.parse_args()
    source = read(given.data)
    with open_store(given.index, write=True, create=True) as store, without_full_text(store.connection):
        store_papers(store, made(source, given.papers, given.seed), given.papers)
    reindex(given.index)


if __name__ == "__main__":
    main()
