"""Time of searching an index by class of query, with each engine that it has, against plain FTS5 in the same run.

    python bench/search.py INDEX [--queries N] [--seed N]

INDEX is an index of many papers (`papers --db INDEX add ../shared/data/arxiv-100k.jsonl.gz`, or what `bench/million.py`
makes); nothing is written to it. After `papers --db INDEX reindex --engine tantivy` both engines are measured. Queries
are drawn from its titles and words with a fixed seed, and each is asked in all ways one after the other. Printed are
milliseconds of this process (user and system) for a call of `search`, snippets included, and the ratio of the median to
that of plain FTS5: the numbers of the ten best rows by `rank`, of all words of short queries and of any word of titles
and sentences. Whole processes are measured by `bench/cold_start.py`.
"""

import argparse
import os
import random
import re
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from known_item import slip

from corpus_index.search import search
from corpus_index.search.engines import engine_of
from corpus_index.store import Store, open_store

PLAIN = "SELECT rowid FROM papers_fts WHERE papers_fts MATCH ? ORDER BY rank LIMIT 10"
_WORD = re.compile(r"[^\W\d_]{4,}")


def classes(store: Store, count: int, seed: int) -> dict[str, list[str]]:
    """Queries of each class, `count` of each, the same for the same index and seed."""
    chance = random.Random(seed)  # noqa: S311  no secret
    papers = _papers(store.connection, chance, count * 3)
    words = [word for title, _ in papers for word in _WORD.findall(title.lower())]
    sql = "SELECT COUNT(*) FROM papers_fts WHERE papers_fts MATCH ?"
    known = {word: store.connection.execute(sql, (f'"{word}"',)).fetchone()[0] for word in sorted(set(words))}
    common = sorted(known, key=lambda word: -known[word])[:count]
    rare = [word for word in sorted(known) if 1 < known[word] <= 20]
    titles = [found for title, _ in papers if len(found := _WORD.findall(title)) >= 2]
    sentences = [abstract.split(". ")[0] for _, abstract in papers if abstract]
    made: dict[str, Callable[[int], str]] = {
        "two words": lambda at: " ".join(chance.sample(titles[at], 2)),
        "one common word": lambda at: common[at % len(common)],
        "one rare word": lambda at: rare[at % len(rare)],
        "a phrase": lambda at: '"' + " ".join(titles[at][:2]) + '"',
        "five OR-ed words": lambda _: " OR ".join(chance.sample(words, 5)),
        "a whole sentence": lambda at: sentences[at],
        "a prefix": lambda _: chance.choice(words)[:4] + "*",
        "a title": lambda at: papers[at][0],
        "a title with a slip": lambda at: _with_a_slip(papers[at][0], chance),
    }
    return {kind: [make(at) for at in range(count)] for kind, make in made.items()}


def _papers(connection: sqlite3.Connection, chance: random.Random, count: int) -> list[tuple[str, str]]:
    keys = [row[0] for row in connection.execute("SELECT key FROM papers ORDER BY key")]
    sql = "SELECT title, abstract FROM papers WHERE key = ?"
    return [tuple(connection.execute(sql, (key,)).fetchone()) for key in chance.sample(keys, min(count, len(keys)))]


def _with_a_slip(title: str, chance: random.Random) -> str:
    words = title.split()
    at = max(range(len(words)), key=lambda at: len(words[at]))
    return " ".join([*words[:at], slip(words[at], chance) if len(words[at]) > 1 else words[at], *words[at + 1 :]])


def plain(kind: str, query: str) -> str:
    """The query for FTS5 alone: all words of two, any of longer texts, which hardly a paper has in whole."""
    if kind in ("a phrase", "five OR-ed words", "a prefix"):
        return query
    join = " AND " if kind in ("two words", "one common word", "one rare word") else " OR "
    return join.join(f'"{word}"' for word in re.findall(r"[^\W_]+", query))


def timed(index: Path, count: int, seed: int) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """For each class the median and the 95th percentile of each way to search, in seconds of this process."""
    with open_store(index) as chosen, open_store(index) as fts5:
        # A table of this connection alone that hides which engine was chosen.
        fts5.connection.execute("PRAGMA query_only = OFF")
        fts5.connection.execute("CREATE TEMP TABLE engine (stamp TEXT)")
        for kind, queries in classes(chosen, count, seed).items():
            ways: list[Callable[[str], object]] = [
                lambda query: fts5.connection.execute(PLAIN, (plain(kind, query),)).fetchall(),  # noqa: B023
                lambda query: search(fts5, query),
            ]
            if engine_of(chosen.connection).name != "fts5":
                ways.append(lambda query: search(chosen, query))
            taken: list[list[float]] = [[] for _ in ways]
            for number, query in enumerate([queries[0], *queries]):
                for place, way in enumerate(ways):
                    began = time.process_time()
                    way(query)
                    if number:
                        taken[place].append(time.process_time() - began)
            yield kind, [(statistics.median(times), sorted(times)[int(len(times) * 0.95)]) for times in taken]


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description="Time of searching an index, by class of query and by engine.")
    parser.add_argument("index", type=Path, help="an index of many papers")
    parser.add_argument("--queries", type=int, default=100, help="of each class (default: 100)")
    parser.add_argument("--seed", type=int, default=5, help="of the queries (default: 5)")
    given = parser.parse_args()
    with open_store(given.index) as store:
        papers = store.connection.execute("SELECT COUNT(*) FROM papers").fetchone()[0]
        engine = engine_of(store.connection)
    names = ["plain FTS5", "papers, FTS5", *(["papers, Tantivy"] if engine.name != "fts5" else [])]
    print(f"{papers:,} papers, load {os.getloadavg()[0]:.1f}{f', {engine.note}' if engine.note else ''}")
    print(f"{'':<22}" + "".join(f"{name:>25}" for name in names))
    print(f"{'milliseconds':<22}" + "".join(f"{'p50':>9}{'p95':>8}{'ratio':>8}" for _ in names))
    for kind, found in timed(given.index, given.queries, given.seed):
        base = found[0][0]
        shown = (f"{middle * 1000:>9.1f}{most * 1000:>8.1f}{middle / base:>8.2f}" for middle, most in found)
        print(f"{kind:<22}" + "".join(shown), flush=True)


if __name__ == "__main__":
    main()
