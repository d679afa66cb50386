"""Time of whole processes from a cold start, against `python -c pass` in the same round.

    python bench/cold_start.py [--index PATH] [--papers PROGRAM] [--papi PROGRAM] [--runs N] [--target RATIO]

Each round runs every command once, so that a busy moment hits all of them; what is printed are medians of the rounds
and medians of the ratios within a round. A terminal is compared with a pass on a terminal. The index is that of the
seed pages, made for the run, unless one is given, which is only read. Beside the program there are the shell of SQLite
with the same query, and `papi search` of the package paperpipe over at most
a thousand of the papers, those among them that the query finds, where these programs are. An editable installation
starts slower than others: give the program of another one with `--papers`.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
QUERY = "speculative decoding"
SQL = """
SELECT papers.key, papers.title, snippet(papers_fts, 2, '[', ']', '…', 40)
FROM papers_fts JOIN papers ON papers.id = papers_fts.rowid WHERE papers_fts MATCH '"speculative" AND "decoding"'
ORDER BY bm25(papers_fts, 3.6, 3.6, 1.2, 0.6) LIMIT 10
"""
MOST_FOR_PAPERPIPE = 1000
"""The time to build its index grows with the square of the number of papers."""
FOR_PAPERPIPE = f"""
SELECT id, title, abstract FROM papers
ORDER BY id IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH '"speculative" AND "decoding"') DESC, id
LIMIT {MOST_FOR_PAPERPIPE}
"""  # noqa: S608  a constant


@dataclass(frozen=True, slots=True)
class Timed:
    """A command line, and whether it writes to a terminal."""

    command: tuple[str, ...]
    terminal: bool = False


@dataclass(frozen=True, slots=True)
class Programs:
    """What is timed: an interpreter, the program installed beside it, and the others where they are."""

    python: str
    papers: tuple[str, ...]
    sqlite: str | None
    papi: str | None


def main() -> int:
    """Print the table; exit with 1 where the target is missed."""
    parser = argparse.ArgumentParser(description="Time of whole processes against `python -c pass`.")
    parser.add_argument("--index", type=Path, help="an index to read (default: one of the seed pages)")
    parser.add_argument("--papers", type=Path, help="the program of an installation (default: this checkout)")
    parser.add_argument("--papi", help="the program of paperpipe")
    parser.add_argument("--runs", type=int, default=21, help="rounds (default: 21)")
    parser.add_argument("--target", type=float, help="largest ratio of a plain search that is accepted")
    given = parser.parse_args()
    programs = Programs(
        python=str(given.papers.with_name("python")) if given.papers else sys.executable,
        papers=(str(given.papers),) if given.papers else (sys.executable, "-c", "from cli.main import run; run()"),
        sqlite=shutil.which("sqlite3"),
        papi=given.papi,
    )
    with tempfile.TemporaryDirectory() as folder:
        # Settings of the interpreter, such as one not to keep compiled modules, are not those of most people.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment["PAPER_DB_PATH"] = str(Path(folder) / "paperpipe")
        if not given.papers:
            environment["PYTHONPATH"] = str(ROOT)
        index = given.index or index_of_seeds(programs, Path(folder), environment)
        environment["PAPERS_DB"] = str(index)
        commands = timed_commands(programs, index)
        if programs.papi:
            write_for_paperpipe(index, Path(environment["PAPER_DB_PATH"]))
            subprocess.run([programs.papi, "index", "--backend", "search"], env=environment, check=True)
        ratio = print_table(rounds(commands, given.runs, environment))
    return 1 if given.target and ratio > given.target else 0


def timed_commands(programs: Programs, index: Path) -> dict[str, Timed]:
    """The commands by what is printed of them; the two that only start come first."""
    with closing(sqlite3.connect(index)) as connection:
        papers, key = connection.execute("SELECT count(*), (SELECT min(key) FROM papers) FROM papers").fetchone()
    print(f"{papers} papers")
    nothing, papi, sqlite = (programs.python, "-c", "pass"), programs.papi, programs.sqlite
    commands = {
        "python -c pass": Timed(nothing),
        "python -c pass, on a terminal": Timed(nothing, terminal=True),
        "python -c 'import sqlite3'": Timed((programs.python, "-c", "import sqlite3")),
    }
    if sqlite:
        commands["sqlite3, the same query"] = Timed((sqlite, "-readonly", str(index), SQL))
    for name, words in {
        f'search "{QUERY}"': ("search", QUERY),
        f'search "{QUERY}" --json': ("search", QUERY, "--json"),
        'search "speculatve decodng"': ("search", "speculatve decodng"),
        f"show {key}": ("show", key),
    }.items():
        commands[f"papers {name}"] = Timed((*programs.papers, *words))
        if "json" not in name:
            commands[f"papers {name}, on a terminal"] = Timed((*programs.papers, *words), terminal=True)
    commands["papers --help"] = Timed((*programs.papers, "--help"))
    commands["papers search --help"] = Timed((*programs.papers, "search", "--help"))
    if papi:
        commands[f'papi search "{QUERY}", {min(papers, MOST_FOR_PAPERPIPE)} papers'] = Timed(
            (papi, "search", "--limit", "10", QUERY)
        )
    return commands


def rounds(commands: dict[str, Timed], runs: int, environment: Mapping[str, str]) -> dict[str, list[float]]:
    """Milliseconds of every command in each of `runs` rounds, after one that fills the caches of the disk."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, timed in commands.items():
            started = time.perf_counter()
            if timed.terminal:
                run_on_terminal(timed.command, environment)
            else:
                subprocess.run(timed.command, env=environment, cwd=ROOT, capture_output=True, check=True)
            if number:
                times[name].append((time.perf_counter() - started) * 1000)
    return times


def run_on_terminal(command: tuple[str, ...], environment: Mapping[str, str]) -> None:
    """Run a process to its end with a terminal as its output, and read what it prints."""
    ours, its = os.openpty()
    with subprocess.Popen(command, env={**environment, "TERM": "xterm"}, cwd=ROOT, stdout=its, stderr=its):
        os.close(its)
        # At the end of the other side Linux reports an error, others the end.
        with suppress(OSError):
            while os.read(ours, 1 << 16):
                pass
    os.close(ours)


def print_table(times: dict[str, list[float]]) -> float:
    """Print medians; the result is the ratio of the plain search into a pipe."""
    print(f"{'':52}{'median ms':>10}{'ratio':>8}")
    ratios = {}
    for name, taken in times.items():
        base = times["python -c pass, on a terminal" if name.endswith("terminal") else "python -c pass"]
        ratios[name] = statistics.median(one / of for one, of in zip(taken, base, strict=True))
        print(f"{name:52}{statistics.median(taken):>10.1f}{ratios[name]:>8.2f}")
    return ratios[f'papers search "{QUERY}"']


def index_of_seeds(programs: Programs, folder: Path, environment: Mapping[str, str]) -> Path:
    """Make an index of the seed pages."""
    index = folder / "papers.db"
    seeds = sorted(map(str, (ROOT / "seeds").glob("*.txt")))
    command = (*programs.papers, "--db", str(index), "add", *seeds)
    subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
    return index


def write_for_paperpipe(index: Path, folder: Path) -> None:
    """Write the papers of an index as paperpipe keeps them: a folder a paper, and a list of all."""
    listed = {}
    with closing(sqlite3.connect(index)) as connection:
        for number, title, abstract in connection.execute(FOR_PAPERPIPE):
            paper = folder / "papers" / f"paper-{number}"
            paper.mkdir(parents=True)
            (paper / "meta.json").write_text(json.dumps({"title": title, "abstract": abstract}), encoding="utf-8")
            listed[paper.name] = {"title": title, "tags": []}
    (folder / "index.json").write_text(json.dumps(listed), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
