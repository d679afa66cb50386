"""Several processes that add different and the same pages to one index while others read it.

    python tests/soak/many.py [--writers N] [--readers N] [--pages N] [--seed N]

Each writer runs `papers add` for one page after the other, half of them its own and half those of all writers, in an
order of its own; the first one makes the index. Each reader searches, lists and shows until the last writer is done.
No command may fail, no page or paper may be lost or doubled, and the index must be whole at the end. Printed is how
long the slowest of the commands that read took, next to the slowest when next to nothing is written.
"""

import argparse
import io
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from cli.main import main as papers
from corpus_index.pipeline import verify
from corpus_index.store import open_store, read

READING = (["search", "herons"], ["list", "model:Heron*"], ["show", "Heron-1"], ["info"])
FOUND = (0, 1)
"""Exit codes of a command that reads: found, or nothing found yet."""


@dataclass(frozen=True)
class Result:
    """Commands that failed, with what they said, how many read, and the slowest of these in seconds."""

    failures: list[str]
    reads: int
    slowest: float


def write_pages(folder: Path, writers: int, pages: int, seed: int) -> list[list[str]]:
    """Write the pages, one paper each, and give those of each writer in its order."""
    chance = random.Random(seed)  # noqa: S311
    letters = "bcdfglmnprstaeiou"
    words = ["".join(chance.choices(letters, k=7)) for _ in range(4000)]

    def page(number: int) -> str:
        path = folder / f"{number}.txt"
        text = (
            f"Abstract:We present Heron-{number}, a model that counts herons. {' '.join(chance.choices(words, k=60))}."
        )
        path.write_text(text, encoding="utf-8")
        return str(path)

    shared = [page(number) for number in range(pages // 2)]
    own = pages - len(shared)
    orders = [
        [*shared, *(page(len(shared) + writer * own + number) for number in range(own))] for writer in range(writers)
    ]
    for order in orders:
        chance.shuffle(order)
    return orders


def run_together(folder: Path, orders: list[list[str]], readers: int) -> Result:
    """Run the writers and the readers at the same time, each in a process of its own."""
    os.environ["PAPERS_DB"] = str(folder / "papers.db")
    done = multiprocessing.Event()
    writing = [_started(_write, order) for order in orders]
    reading = [_started(_read, number, done) for number in range(readers)]
    results = [connection.recv() for connection, _ in writing]
    done.set()
    results += [connection.recv() for connection, _ in reading]
    for _, process in (*writing, *reading):
        process.join()
    failures = [line for failed, _ in results for line in failed]
    times = [each for _, of_process in results[len(orders) :] for each in of_process]
    return Result(failures, len(times), max(times, default=0.0))


def faults(index: Path, orders: list[list[str]]) -> list[str]:
    """What is wrong with the index, or with how much is in it."""
    expected = len({page for order in orders for page in order})
    found = [fault.what for fault in verify(index).faults]
    with open_store(index) as store:
        counts = read.counts(store)
        names = sorted(page.name for page in read.pages(store))
    if (counts.pages, counts.papers, len(set(names))) != (expected, expected, expected):
        found.append(f"{counts.pages} pages and {counts.papers} papers, and not {expected}")
    return found


def _started(work: object, *values: object) -> tuple[Connection, multiprocessing.Process]:
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=work, args=(there, *values))  # type: ignore[arg-type]
    process.start()
    return here, process


def _run(words: list[str], codes: Iterable[int], failures: list[str]) -> None:
    sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO()), io.StringIO()
    code = papers(words)
    if code not in codes:
        failures.append(f"{' '.join(words)}: {code} {sys.stderr.getvalue()}")


def _write(result: Connection, order: list[str]) -> None:
    failures: list[str] = []
    for page in order:
        _run(["add", page], (0,), failures)
    result.send((failures, []))


def _read(result: Connection, first: int, done: object) -> None:
    failures: list[str] = []
    times: list[float] = []
    index = Path(os.environ["PAPERS_DB"])
    while not done.is_set():  # type: ignore[attr-defined]
        if index.exists():
            begun = time.perf_counter()
            _run(READING[(first + len(times)) % len(READING)], FOUND, failures)
            times.append(time.perf_counter() - begun)
    result.send((failures, times))


def main() -> None:
    """Run it once and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--pages", type=int, default=50, help="of each writer")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        orders = write_pages(folder, given.writers, given.pages, given.seed)
        begun = time.perf_counter()
        result = run_together(folder, orders, given.readers)
        seconds = time.perf_counter() - begun
        alone = run_together(folder, [orders[0][:1] * 20], given.readers)
        wrong = [*result.failures, *alone.failures, *faults(folder / "papers.db", orders)]
    for line in wrong:
        print(line)
    who = f"{given.writers} writers of {given.pages} pages, {given.readers} readers"
    print(f"{who}: {seconds:.0f} s, {result.reads} reads")
    print(f"slowest read {result.slowest:.2f} s, when next to nothing is written {alone.slowest:.2f} s")
    sys.exit(f"{len(wrong)} faults" if wrong else 0)


if __name__ == "__main__":
    main()
