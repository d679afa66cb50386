"""Files of full size that would fill memory: `python tests/soak/hostile_files.py [--share 0.1] [NAME...]`.

Each is added by a process of its own, which may have 4 GB. Printed are the seconds of its processor, its peak of memory
and its last line; the exit code is 1 where one had more than `MOST_MB`, or ended otherwise than by adding or refusing.
A `--share` makes what grows smaller.
"""

import argparse
import gzip
import lzma
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import zstandard

ROOT = Path(__file__).parents[2]
MOST_MB = 1_536
"""What reading a page that is made to take memory may take: 24 times the 64 MB that a page may have.

Most is taken by what stays just below a limit: 3,000,000 objects of one key each, or as many tags of XML.
"""
_ALLOWED = 4 * 1024**3
_MB = 1024 * 1024
_PAGE = 63 * _MB
PAPER = '{{"title": "Bread {0}", "abstract": "We bake {0} loaves.", "authors": ["Jane Doe"], "year": 2020}}\n'
UNITS = {
    "empty-objects.json": ("[", "{},"),
    "empty-lines.jsonl": ("", "{}\n"),
    "nested.json": ("", "["),
    "elements.xml": ("<?xml version='1.0'?><a>", "<a/>"),
    "entries.xml": ("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry/>"),
    "paragraphs.html": ("<html><body>", "<p>"),
    "items.html": ("<html><body><ul>", "<li><a href=x.pdf>A title</a><br>Jane Doe<br>2020"),
    "headings.md": ("", "# a\n"),
    "table.md": ("|a|b|\n|-|-|\n", "|a|b|\n"),
    "entries.bib": ("", "@article{a, title={b}}\n"),
    "rows.csv": ("title,authors\n", "a,\n"),
    "records.ris": ("", "TY  - JOUR\nTI  - a\nER  - \n"),
    "lines.txt": ("", "a\n\n"),
    "one-line.txt": ("", "a "),
}
"""Pages of one small thing again and again: how they begin, and the thing."""
BELOW = {
    "objects.json": ("[", '{"a":1},', "{}]", 2_990_000),
    "strings.json": ("[", '"ab",', '""]', 12_000_000),
    "entries-below.xml": ("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry/>", "</feed>", 2_990_000),
    "attributes.xml": ("<?xml version='1.0'?><a>", '<b c="d" e="f"/>', "</a>", 990_000),
    "paragraphs-below.html": ("<html><body>", "<p>", "", 1_990_000),
}
"""Pages that stay below a limit: how they begin, the thing, how they end, and how often it is there."""


def repeated(begin: str, unit: str, size: int) -> Callable[[Path], object]:
    """A page of `size` bytes."""
    return lambda path: path.write_text(begin + unit * ((size - len(begin)) // len(unit)), encoding="utf-8")


def papers(count: int) -> Callable[[Path], None]:
    """Lines of so many papers."""

    def make(path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(map(PAPER.format, range(count)))

    return make


def compressed(opened: Callable[[Path], Any], line: bytes, size: int) -> Callable[[Path], None]:
    """A file that is unpacked to `size` bytes of one line."""

    def make(path: Path) -> None:
        block = line * (_MB // len(line))
        with opened(path) as file:
            for _ in range(size // len(block)):
                file.write(block)

    return make


def zipped(members: int, size: int) -> Callable[[Path], None]:
    """An archive of `members` files of `size` zeros."""

    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(members):
                archive.writestr(f"{number}.txt", bytes(size))

    return make


def sparse(size: int) -> Callable[[Path], None]:
    """A file of zeros that takes no space."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def cases(share: float) -> Iterator[tuple[str, Callable[[Path], object]]]:
    """Every file: its name, and what makes it."""
    line = PAPER.format(0).encode()
    large = int(4096 * _MB * share)
    for name, (begin, unit) in UNITS.items():
        yield name, repeated(begin, unit, int(_PAGE * share))
    for name, (begin, unit, end, times) in BELOW.items():
        page = begin + unit * int(times * share) + end
        yield name, partial(Path.write_text, data=page, encoding="utf-8")
    yield "zeros.gz", compressed(partial(gzip.open, mode="wb"), b"\0", large)
    yield "papers.jsonl.gz", compressed(partial(gzip.open, mode="wb"), line, large)
    yield "papers.jsonl.xz", compressed(partial(lzma.open, mode="wb", preset=0), line, large)
    yield "papers.jsonl.zst", compressed(partial(zstandard.open, mode="wb"), line, large)
    yield "zeros.zip", zipped(64, int(64 * _MB * share))
    yield "sparse.txt", sparse(1024 * _MB)
    yield "papers.jsonl", papers(int(10_000_000 * share))


def added(path: Path, folder: Path) -> tuple[float, float, int, str]:
    """Add a file: seconds of processor, megabytes at the peak, the exit code, and the last line that was printed."""
    command = [sys.executable, "-m", "cli", "add", str(path), "--db", str(folder / "papers.db")]
    with tempfile.TemporaryFile() as said:
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (_ALLOWED, _ALLOWED))  # noqa: E731
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said, preexec_fn=limit)  # noqa: PLW1509
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines() or [""]
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode, lines[-1]


def main() -> int:
    """Make and add each file, and say what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=1.0, help="of the full sizes (default: %(default)s)")
    parser.add_argument("names", nargs="*", help="of cases (default: all)")
    asked = parser.parse_args()
    failed = 0
    for name, make in cases(asked.share):
        if asked.names and name not in asked.names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            make(path)
            seconds, megabytes, code, line = added(path, Path(folder))
        bad = megabytes > MOST_MB or code not in (0, 2) or "memory" in line
        failed += bad
        sys.stdout.write(f"{'FAILED' if bad else 'ok':6} {name:18} {seconds:8.1f} s {megabytes:7.0f} MB  {line[:90]}\n")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
