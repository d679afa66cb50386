"""Time of searching an index: library calls by class of query, and whole processes against `python -c pass`.

    python bench/search.py INDEX [--queries N] [--runs N] [--seed N]

INDEX is an index of many papers (`papers --db INDEX add ../shared/data/arxiv-100k.jsonl.gz`); nothing is written to it.
Queries are drawn from its titles and words with a fixed seed. Warm: user and system time of this process for a call of
`search`, snippets included, and the ratio of its median to that of two words. Cold: user and
system time of a process, medians over rounds in each of which every command runs once, and medians of the ratios within
a round; `script` gives a process a terminal.
"""

import argparse
import os
import random
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from known_item import slip

from corpus_index.search import search
from corpus_index.store import Store, open_store

ROOT = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-c", "from cli.main import run; run()"]
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


def warm(store: Store, count: int, seed: int) -> Iterator[tuple[str, float, float]]:
    """The median and the 95th percentile of each class, in seconds of this process."""
    for kind, queries in classes(store, count, seed).items():
        search(store, queries[0])
        taken = sorted(_seconds(store, query) for query in queries)
        yield kind, statistics.median(taken), taken[min(len(taken) - 1, int(len(taken) * 0.95))]


def _seconds(store: Store, query: str) -> float:
    began = time.process_time()
    search(store, query)
    return time.process_time() - began


def cold(index: Path, runs: int) -> Iterator[tuple[str, float, float]]:
    """The median time of each command, in seconds of the processor, and the median of its ratio to the first one."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "seeds.db"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        seeds = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
        subprocess.run([*PROGRAM, "--db", str(small), "add", *seeds], env=environment, capture_output=True, check=True)
        commands = _commands({"seeds": small, index.name: index})
        times: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(runs + 1):
            for name, command in commands.items():
                before = _of_children()
                subprocess.run(command, env=environment, capture_output=True, check=False)
                if number:
                    times[name].append(_of_children() - before)
    baseline = next(iter(times.values()))
    for name, taken in times.items():
        ratios = (one / of for one, of in zip(taken, baseline, strict=True))
        yield name, statistics.median(taken), statistics.median(ratios)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _commands(indexes: dict[str, Path]) -> dict[str, Sequence[str]]:
    commands: dict[str, Sequence[str]] = {"python -c pass": [sys.executable, "-c", "pass"]}
    sql = "SELECT rowid FROM papers_fts WHERE papers_fts MATCH 'decoding' ORDER BY bm25(papers_fts) LIMIT 10"
    for label, path in indexes.items():
        if program := shutil.which("sqlite3"):
            commands[f"sqlite3, {label}"] = [program, "-readonly", str(path), sql]
        plain = [*PROGRAM, "search", "decoding", "--db", str(path)]
        commands[f"search, {label}"] = plain
        commands[f"show, {label}"] = [*PROGRAM, "show", "MiMo-V2-Flash", "--db", str(path)]
        if terminal := shutil.which("script"):
            quoted = " ".join(f"'{part}'" for part in plain)
            commands[f"search, {label}, terminal"] = [terminal, "-qec", quoted, os.devnull]
    return commands


def main() -> None:
    """Print two tables."""
    parser = argparse.ArgumentParser(description="Time of searching an index, warm and cold.")
    parser.add_argument("index", type=Path, help="an index of many papers")
    parser.add_argument("--queries", type=int, default=100, help="of each class (default: 100)")
    parser.add_argument("--runs", type=int, default=11, help="rounds of processes (default: 11, 0 for none)")
    parser.add_argument("--seed", type=int, default=5, help="of the queries (default: 5)")
    given = parser.parse_args()
    print(f"{'warm':<32}{'p50 ms':>9}{'p95 ms':>9}{'ratio':>8}")
    first = 0.0
    with open_store(given.index) as store:
        for kind, middle, most in warm(store, given.queries, given.seed):
            first = first or middle
            print(f"{kind:<32}{middle * 1000:>9.1f}{most * 1000:>9.1f}{middle / first:>8.1f}", flush=True)
    if given.runs:
        print(f"\n{'cold':<32}{'median ms':>9}{'ratio':>17}")
        for name, taken, ratio in cold(given.index, given.runs):
            print(f"{name:<32}{taken * 1000:>9.1f}{ratio:>17.2f}")


if __name__ == "__main__":
    main()
