"""Kill commands at random moments (SIGKILL), and look at what is left.

    python tests/soak/crash.py [--kills N] [--seed N]

Each round runs one command, that which was killed least, in a process of its own on a copy of an index, and kills it
after a part of the time that it takes when it is left alone, drawn from the seed. After each, the index must be whole
(`verify`: SQLite's own check, foreign keys, full text, quotes, and what follows from the records), and hold what it
held before or what the whole command gives, or for commands of several transactions some whole pages between; no file
may be marked complete that is not; files that are written must be the old or the new ones; and the same command must
just work.
"""

import argparse
import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from newcomer import surroundings
from workbench import Workbench

from corpus_index.domain.fault import Fault, FaultKind
from corpus_index.pipeline import add, freeze_keys, verify
from corpus_index.store import open_store


@dataclass(frozen=True)
class Command:
    """A command line; `prepare` makes the folder in which it runs, `written` is the file that it writes, if any."""

    line: tuple[str, ...]
    prepare: Callable[[Path], None]
    written: str | None = None


CHANCE = random.Random(1)  # noqa: S311
WORDS = ["".join(CHANCE.choices("bcdfglmnprst", k=3) + CHANCE.choices("aeiou", k=3)) for _ in range(4000)]


def words(count: int) -> str:
    """Words that hardly any other text has, so that few papers are alike and have to be compared."""
    return " ".join(CHANCE.choices(WORDS, k=count))


def write_pages(folder: Path, count: int) -> None:
    """Pages of two papers each, which name each other's models."""
    (folder / "pages").mkdir(exist_ok=True)
    for number in range(count):
        text = "".join(
            f"Abstract:We present Heron-{each}, a model with {each + 2}B parameters of {words(30)}. On NestBench it "
            f"reaches {50 + each}.5% accuracy, more than Heron-{each - 1}, with {words(20)}.\n\n"
            for each in (2 * number + 1, 2 * number + 2)
        )
        page = folder / "pages" / f"{number}.txt"
        if not page.exists():
            page.write_text(text, encoding="utf-8")


def pages(folder: Path) -> None:
    """An index of twelve pages, of which some keys were given out."""
    write_pages(folder, 12)
    before = Path.cwd()
    os.chdir(folder)
    add(Path("own.db"), ["pages"])
    os.chdir(before)
    freeze_keys(folder / "own.db", ["Heron-3", "Heron-4"])


def more_pages(folder: Path) -> None:
    """An index of twelve pages, and twelve more to be added."""
    pages(folder)
    write_pages(folder, 24)


def large_file(folder: Path) -> None:
    """An index of twelve pages, and a file that is read in parts."""
    pages(folder)
    with gzip.open(folder / "large.jsonl.gz", "wt", encoding="utf-8") as file:
        for number in range(1100):
            paper = {"id": f"26{number % 12 + 1:02}.{number:05}", "title": words(6), "abstract": words(30)}
            file.write(json.dumps({**paper, "authors": "Ada Heron", "update_date": "2026-01-01"}) + "\n")


def metadata(folder: Path) -> None:
    """An index with a paper that has a title, and a list of metadata that has its year."""
    pages(folder)
    (folder / "one.bib").write_text("@misc{x, title = {A Study of Herons in a Reed at Night}}", encoding="utf-8")
    add(folder / "own.db", [str(folder / "one.bib")])
    more = "@misc{y, title = {A Study of Herons in a Reed at Night}, author = {Ada Heron}, year = {2025}}"
    (folder / "more.bib").write_text(more, encoding="utf-8")


def older(folder: Path) -> None:
    """An index of the first version."""
    kept = ROOT / "tests" / "store" / "versions" / "version-1.db.gz"
    (folder / "own.db").write_bytes(gzip.decompress(kept.read_bytes()))


def exported(folder: Path) -> None:
    """An index, and files that are to be replaced."""
    pages(folder)
    for name in ("out.bib", "INDEX.md"):
        (folder / name).write_text("old", encoding="utf-8")


COMMANDS = {
    "add": Command(("add", "pages"), more_pages),
    "add parts": Command(("add", "large.jsonl.gz"), large_file),
    "enrich": Command(("enrich", "more.bib"), metadata),
    "merge": Command(("merge", "Heron-1", "Heron-7"), pages),
    "remove": Command(("remove", "Heron-3"), pages),
    "undo": Command(("undo",), pages),
    "rebuild": Command(("rebuild",), pages),
    "reindex": Command(("reindex",), pages),
    "repair": Command(("repair",), pages),
    "migration": Command(("list",), older),
    "export": Command(("export", "--force", "--output", "out.bib"), exported, "out.bib"),
    "index": Command(("index", "--force"), exported, "INDEX.md"),
    "backup": Command(("backup", "copy.db", "--force"), pages, "copy.db"),
}
STEPWISE = {"add", "add parts", "rebuild", "enrich", "migration"}
"""Commands of several transactions, each of them a whole page, or a whole step to the next version."""
NOT_AGAIN = {"merge", "remove", "undo"}
"""Commands that change something else, or nothing, when they run again."""
HEAD = 0.25
"""The share of the time in which a command only starts; few of the kills are there."""


class Trial:
    """One command, prepared once and killed many times."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.command = COMMANDS[name]
        self._ready = folder / "ready"
        self._ready.mkdir(parents=True)
        self.command.prepare(self._ready)
        self._folder = folder
        self._before = self._state(shutil.copyfile(self._ready / "own.db", folder / "before.db"))
        done = self._copy("done")
        begun = time.monotonic()
        assert self._start(done).wait() == 0, f"{name} fails when it is left alone"
        self.seconds = time.monotonic() - begun
        self._after = self._state(done / "own.db")
        self._file = (done / self.command.written).read_bytes() if self.command.written else b""

    def kill(self, share: float) -> str:
        """Kill the command after a share of its time, look, and run it to its end; say whether it was stopped."""
        place = self._copy("killed")
        process = self._start(place)
        begun = time.monotonic()
        with suppress(subprocess.TimeoutExpired):
            process.wait(self.seconds * share)
            # It was faster than it seemed: another time the kill has to come earlier.
            self.seconds = time.monotonic() - begun
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        stopped = process.wait() == -signal.SIGKILL
        was_whole = self._look(place)
        code = self._start(place).wait()
        if self.name not in NOT_AGAIN:
            assert code == 0, "the command fails when it runs again"
            assert self._state(place / "own.db") == self._after, "the command gives something else when it runs again"
        elif not was_whole:
            assert self._state(place / "own.db") == self._after, "the command gives something else when it runs again"
        assert not self._faults(place / "own.db")
        shutil.rmtree(place)
        return "killed" if stopped else "done before"

    def _look(self, place: Path) -> bool:
        """Check what is left, and say whether it is what the whole command gives."""
        index = place / "own.db"
        if self.name == "repair" and not index.exists():
            (former,) = place.glob("own.db.before-repair-*")
            former.rename(index)
        faults = self._faults(index)
        assert not faults, faults
        state = self._state(index)
        if self.name in STEPWISE:
            before, now, after = (set(map(tuple, each["pages"])) for each in (self._before, state, self._after))
            assert before <= now <= after, "not whole pages"
        else:
            assert state in (self._before, self._after), "neither all nor nothing"
        with open_store(index) as store:
            complete = store.connection.execute("SELECT count(*) FROM files WHERE complete").fetchone()[0]
        assert not complete or state["pages"] == self._after["pages"], "marked complete, and is not"
        if self.command.written:
            old, written = (each / self.command.written for each in (self._ready, place))
            assert written.exists() or not old.exists(), "a file is gone"
            assert not written.exists() or written.read_bytes() in (
                self._file,
                old.read_bytes() if old.exists() else self._file,
            ), "half of a file"
        return state == self._after

    def _faults(self, index: Path) -> list[Fault]:
        """Faults, without those that tell of a file whose adding was interrupted, or of an older version's work."""
        usual = {FaultKind.INCOMPLETE} | ({FaultKind.DERIVED} if self.name == "migration" else set())
        return [fault for fault in verify(index).faults if fault.kind not in usual]

    def _state(self, index: Path) -> dict[str, Any]:
        return Workbench(index.parent).dump(index)

    def _copy(self, name: str) -> Path:
        shutil.copytree(self._ready, self._folder / name)
        return self._folder / name

    def _start(self, place: Path) -> "subprocess.Popen[bytes]":
        line = [sys.executable, "-m", "cli", *self.command.line]
        quiet = subprocess.DEVNULL
        env = {**surroundings(place), "PAPERS_DB": str(place / "own.db")}
        return subprocess.Popen(line, cwd=place, env=env, stdout=quiet, stderr=quiet, start_new_session=True)


def main() -> None:
    """Kill each command in turn and print how often which was killed at work."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311
    seen: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as name:
        trials = [Trial(command, Path(name) / command.replace(" ", "-")) for command in COMMANDS]
        while sum(seen[command, "killed"] for command in COMMANDS) < given.kills:
            trial = min(trials, key=lambda each: seen[each.name, "killed"])
            share = HEAD + (1 - HEAD) * chance.random()
            try:
                seen[trial.name, trial.kill(share)] += 1
            except AssertionError as error:
                sys.exit(f"{trial.name}, killed after {share:.3f} of {trial.seconds:.2f} s: {error}")
            if (rounds := sum(seen.values())) % 20 == 0:
                print(f"{rounds} rounds", file=sys.stderr, flush=True)
    for command in COMMANDS:
        print(f"{command:12} { ({what: count for (of, what), count in seen.items() if of == command}) }")
    print(f"{sum(count for (_, what), count in seen.items() if what == 'killed')} kills, no fault")


if __name__ == "__main__":
    main()
