"""How long the site of an index takes to write, in processor time, and how large it is.

    python bench/site.py INDEX [INDEX ...]

Each index is written three times by a process of its own; the fastest counts. The baseline is a process that copies the
files of the site that was written.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus_index.site.building import build_site
from corpus_index.store import open_store, read

ROUNDS = 3
MB = 1e6


def written(index: Path, folder: Path) -> float:
    """Processor seconds for writing the site of an index."""
    start = time.process_time()
    with open_store(index) as store:
        build_site(store, folder)
    return time.process_time() - start


def copied(folder: Path, target: Path) -> float:
    """Processor seconds for copying a folder."""
    start = time.process_time()
    shutil.copytree(folder, target)
    return time.process_time() - start


def child(index: Path) -> None:
    """Measure one index and print papers, pages, MB, seconds and seconds of the baseline."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        seconds = written(index, site)
        baseline = copied(site, Path(scratch) / "copy")
        files = [path for path in site.rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in files)
        size = sum(path.stat().st_size for path in files) / MB
    with open_store(index) as store:
        papers = len(read.keys(store))
    print(papers, pages, f"{size:.1f}", seconds, baseline)


def main() -> None:
    """Measure every index and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", nargs="+", type=Path)
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        child(asked.index[0])
        return
    print(f"{'papers':>8} {'pages':>7} {'MB':>6} {'CPU s':>7} {'ratio':>6}")
    for index in asked.index:
        command = [sys.executable, __file__, "--child", str(index)]
        runs = [
            subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() for _ in range(ROUNDS)
        ]
        papers, pages, size, seconds, baseline = min(runs, key=lambda run: float(run[3]))
        ratio = float(seconds) / float(baseline)
        print(f"{papers:>8} {pages:>7} {size:>6} {float(seconds):>7.2f} {ratio:>6.1f}")


if __name__ == "__main__":
    main()
