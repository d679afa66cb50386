"""Many who search through `papers serve` while one process adds papers.

    python bench/load.py INDEX [--readers 1,4,16,64] [--seconds N] [--adding FILE] [--add N]

INDEX is copied first, for it is changed. For each number of readers, these ask `/api/search` one after the other, with
words drawn from titles of the index, as many connections at once as there are readers, for so many seconds (150 each
make the ten minutes by which the memory is judged); meanwhile `papers add` adds the first N papers (10,000) of FILE
(JSON Lines, gzipped; by default `../shared/data/arxiv-100k.jsonl.gz`, whose papers get other identifiers and titles),
as often as there is time. Printed are requests a second, the 50th and 99th of a hundred times to answer, answers that
were no answer, and the memory of the server at the end of each number of readers. Ends with 1 where there were errors.
"""

import argparse
import gzip
import http.client
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from itertools import islice
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "arxiv-100k.jsonl.gz"
WORDS_OF_A_QUERY = 2


def queries(index: Path, count: int = 2000) -> list[str]:
    """Words that stand together in titles."""
    chance = random.Random(1)  # noqa: S311
    with closing(sqlite3.connect(f"file:{index}?mode=ro", uri=True)) as connection:
        titles = [row[0] for row in connection.execute("SELECT title FROM papers ORDER BY id LIMIT 20000")]
    found: list[str] = []
    while len(found) < count:
        words = re.findall(r"[a-z]{5,}", chance.choice(titles).lower())
        if len(words) > WORDS_OF_A_QUERY:
            at = chance.randrange(len(words) - 1)
            found.append(" ".join(words[at : at + WORDS_OF_A_QUERY]))
    return found


def new_papers(source: Path, target: Path, count: int) -> None:
    """Write papers that the index does not have: those of the collection, each with words of its own in its title."""
    with gzip.open(source, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as file:
        for number, line in enumerate(islice(lines, count)):
            paper = json.loads(line)
            paper["id"] = f"9912.{number:05}"
            paper["title"] = f"{paper['title']} revisited {number:x}"
            paper["abstract"] = f"Case {number:x}. {' '.join(reversed(paper['abstract'].split('. ')))}"
            file.write(json.dumps(paper) + "\n")


class Readers:
    """So many who ask one after the other until they are told to stop."""

    def __init__(self, port: int, asked: list[str], count: int) -> None:
        self.times: list[float] = []
        self.errors: list[str] = []
        self._port, self._asked = port, asked
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._read, args=(number,)) for number in range(count)]

    def run(self, seconds: float) -> None:
        """Ask for so long."""
        for thread in self._threads:
            thread.start()
        self._stop.wait(seconds)
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self, number: int) -> None:
        chance = random.Random(number)  # noqa: S311
        while not self._stop.is_set():
            path = f"/api/search?q={quote(chance.choice(self._asked))}"
            begun = time.perf_counter()
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
                connection.request("GET", path)
                answer = connection.getresponse()
                hits = json.loads(answer.read())
                connection.close()
                if answer.status != http.client.OK or "hits" not in hits:
                    self.errors.append(f"{answer.status} {hits}")
            except (OSError, ValueError, http.client.HTTPException) as error:
                self.errors.append(repr(error))
            self.times.append(time.perf_counter() - begun)


def memory(process: int) -> float:
    """Resident memory in megabytes."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")


def program(*words: str) -> list[str]:
    """A command line of the program of this tree."""
    return [sys.executable, "-m", "cli", *words]


def main() -> None:
    """Serve, add and ask, and print a row for each number of readers."""
    parser = argparse.ArgumentParser()
    parser.add_argument("index", type=Path)
    parser.add_argument("--readers", default="1,4,16,64")
    parser.add_argument("--seconds", type=float, default=150)
    parser.add_argument("--adding", type=Path, default=DATA)
    parser.add_argument("--add", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        index, more = Path(name) / "papers.db", Path(name) / "more.jsonl"
        shutil.copyfile(given.index, index)
        new_papers(given.adding, more, given.add)
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PAPERS_DB": str(index)}
        subprocess.run(program("list", "--limit", "1"), env=env, check=True, stdout=subprocess.DEVNULL)
        asked = queries(index)
        server = subprocess.Popen(program("serve", "--port", "0"), env=env, stderr=subprocess.PIPE, text=True)
        adding = subprocess.Popen(program("add", str(more)), env=env, stdout=subprocess.DEVNULL)
        errors = 0
        try:
            port = int(re.findall(r":(\d+)/", server.stderr.readline() if server.stderr else "")[0])
            print("readers  requests/s  p50 ms  p99 ms  errors  server MB  papers")
            for count in map(int, given.readers.split(",")):
                readers = Readers(port, asked, count)
                readers.run(given.seconds)
                errors += len(readers.errors)
                hundredths = statistics.quantiles(readers.times, n=100)
                with closing(sqlite3.connect(index, timeout=60)) as connection:
                    papers = connection.execute("SELECT count(*) FROM papers").fetchone()[0]
                print(
                    f"{count:7}  {len(readers.times) / given.seconds:10.1f}  {hundredths[49] * 1000:6.0f}  "
                    f"{hundredths[98] * 1000:6.0f}  {len(readers.errors):6}  {memory(server.pid):9.0f}  {papers:6}"
                )
                for error in readers.errors[:3]:
                    print(f"         {error}")
        finally:
            adding.send_signal(signal.SIGINT)
            print(f"adding ended with {adding.wait()} (130 where the time was over before)")
            server.send_signal(signal.SIGINT)
            server.wait()
    sys.exit(errors > 0)


if __name__ == "__main__":
    main()
