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
from contextlib import contextmanager
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
_AT_ONCE = 100_000
_PAGE = 63 * _MB
MANY = 10_000_000
TINY = '{{"paperId":"a","title":"a{0}"}}\n'
EQUAL = '{{"paperId":"a","title":"a"}}\n'
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


def plain(path: Path) -> Any:
    """A file, to be written."""
    return path.open("wb")


def lines(line: str, count: int, opened: Callable[[Path], Any] = plain) -> Callable[[Path], None]:
    """So many lines, numbered where there is a place for it."""

    def make(path: Path) -> None:
        with opened(path) as file:
            for start in range(0, count, _AT_ONCE):
                file.write("".join(map(line.format, range(start, min(start + _AT_ONCE, count)))).encode())

    return make


@contextmanager
def zip_member(path: Path) -> Iterator[Any]:
    """The only file in an archive, to be written."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("papers.jsonl", "w") as member:
        yield member


def empty_lines(count: int) -> Callable[[Path], object]:
    """Some papers, and lines with nothing on them behind these."""
    return lambda path: path.write_text("".join(map(PAPER.format, range(100))) + "\n" * count, encoding="utf-8")


def folder_of(files: int) -> Callable[[Path], None]:
    """A folder of files of one paper each."""

    def make(path: Path) -> None:
        path.mkdir()
        for number in range(files):
            (path / f"{number}.jsonl").write_text(PAPER.format(number), encoding="utf-8")

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


PACKED: dict[str, Callable[[Path], Any]] = {
    "jsonl": plain,
    "jsonl.gz": partial(gzip.open, mode="wb"),
    "jsonl.xz": partial(lzma.open, mode="wb", preset=0),
    "jsonl.zst": partial(zstandard.open, mode="wb"),
    "zip": zip_member,
}
"""How lines are written, by the ending of the file."""


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
    many = int(MANY * share)
    for ending, opened in PACKED.items():
        yield f"tiny.{ending}", lines(TINY, many, opened)
    yield "equal.jsonl", lines(EQUAL, many)
    yield "papers.jsonl", lines(PAPER, many)
    yield "papers-and-empty-lines.jsonl", empty_lines(many)
    for name, each in (("tiny", TINY), ("equal", EQUAL), ("papers", PAPER)):
        yield f"{name}-below.jsonl", lines(each, int(100_001 * share))
    yield "folder", folder_of(int(20_000 * share))


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
