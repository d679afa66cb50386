"""Records a second and memory of building an index, stage by stage, against `json.loads` alone.

Run `python bench/build.py [FILE] [RECORDS]`; FILE is arXiv's metadata as JSON Lines, by default the one in
`../shared/data`. The stages are timed one after the other in one process, then the file is added as `papers add` does
it, with all processes. Progress goes to standard error.
"""

import gc
import gzip
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from corpus_index import extract, pages
from corpus_index.pages import source as sources
from corpus_index.pipeline import add
from corpus_index.pipeline.preparing import prepared
from corpus_index.pipeline.storing import store_prepared
from corpus_index.store import Store, open_store

_DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "arxiv-100k.jsonl.gz"
_STAGES = ("unpacking", "json.loads", "reading", "extracting", "preparing", "storing")


def main(path: Path, count: int) -> None:
    """Print one line for each stage, and one for all of them at once."""
    if not path.is_file():
        print(f"skipped: there is no {path}")
        return
    vars(sources)["MOST_BYTES"] = 1_000_000  # the first records of a large file are read as the whole is
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "lines.jsonl.gz"
        with gzip.open(path) as whole, gzip.open(lines, "wb", compresslevel=1) as some:
            some.writelines(islice(whole, count))
        # All at once comes first: its processes would begin with the memory of what was done before.
        total, peak = _at_once(lines, Path(folder) / "all.db")
        seconds, read = _by_stage(lines, Path(folder) / "stages.db")
    print(f"{'stage':<14}{'records/s':>10}{'ms/record':>11}{'json.loads':>12}")
    for stage in _STAGES:
        _line(stage, seconds[stage], read, seconds["json.loads"])
    _line("all at once", total, read, seconds["json.loads"])
    alone, parsed = (seconds["unpacking"] + seconds[stage] for stage in ("json.loads", "reading"))
    print(f"parse without extraction takes {parsed / alone:.1f} times as long as json.loads alone for the same file")
    print(f"{read} records, peak memory of all processes together {peak:.0f} MB")


def _line(stage: str, seconds: float, read: int, alone: float) -> None:
    print(f"{stage:<14}{read / seconds:>10.0f}{seconds / read * 1000:>11.3f}{seconds / alone:>11.1f}x")


def _by_stage(path: Path, index: Path) -> tuple[dict[str, float], int]:
    seconds: dict[str, float] = defaultdict(float)
    read = 0
    gc.freeze()
    gc.disable()  # as in the processes that read; what is garbage is collected behind each part
    (given,) = pages.sources([str(path)])
    assert isinstance(given, pages.Source)  # noqa: S101  the file was made just now
    reader = pages.line_reader(given)
    with open_store(index, write=True, create=True) as store:
        parts = pages.parts(given, pages.extent_of(given).digest)
        while part := _timed_part(parts, seconds):
            read += _stages(store, given, reader, part, seconds)
            gc.collect()
            print(f"\rby stage: {read} records", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return seconds, read


def _timed_part(parts: Iterator[pages.Part], seconds: dict[str, float]) -> pages.Part | None:
    began = time.process_time()
    part = next(parts, None)
    seconds["unpacking"] += time.process_time() - began
    return part


def _stages(
    store: Store, given: pages.Source, reader: pages.LineReader, part: pages.Part, seconds: dict[str, float]
) -> int:
    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        began = time.process_time()
        yield
        seconds[stage] += time.process_time() - began

    with timed("json.loads"):
        for line in part.lines:
            json.loads(line)
    with timed("reading"):
        page = pages.read_part(given.name, reader, part)
    with timed("extracting"):
        facts = [extract.facts_of(record) for record in page.records]
    with timed("preparing"):
        ready = prepared(page, facts)
    with timed("storing"):
        store_prepared(store, ready)
    return len(page.records)


def _at_once(path: Path, index: Path) -> tuple[float, float]:
    """Seconds that pass, and megabytes of this process and its helpers at the most."""
    most = 0.0

    def shown(_done: float, _total: int, name: str) -> None:
        nonlocal most
        most = max(most, _memory())
        print(f"\r{name[-40:]:<40} {most:.0f} MB", end="", file=sys.stderr, flush=True)

    return _timed(lambda: add(index, [str(path)], progress=shown)), most


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    print(file=sys.stderr)
    return time.perf_counter() - began


def _memory() -> float:
    """Megabytes of memory of this process and its children; shared pages count for the share that each has."""
    try:
        own = Path("/proc/self")
        children = " ".join(each.read_text() for each in own.glob("task/*/children")).split()
        rolls = [own / "smaps_rollup", *(Path("/proc") / child / "smaps_rollup" for child in children)]
        return sum(_share(roll) for roll in rolls) / 1024
    except OSError:  # no Linux: the largest process alone
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _share(roll: Path) -> int:
    return next(int(line.split()[1]) for line in roll.read_text().splitlines() if line.startswith("Pss:"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else _DATA, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
