"""How long it takes to export a whole index, in each format, and how much memory.

    python bench/export.py INDEX [FORMAT ...] [--papers N]

INDEX is an index of many papers (`papers --db INDEX add ../shared/data/arxiv-100k.jsonl.gz`); nothing is written to
it. Each format is written by a process of its own, in processor time. The ratio is to the baseline: bibtexparser
writing the same entries, which it is handed as objects, without reading an index, escaping any text or choosing types.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from corpus_index.domain.paper import Paper
from corpus_index.export import UNICODE_WRITERS, WRITERS
from corpus_index.store import open_store, read

BASELINE = "bibtexparser"
FORMATS = (*WRITERS, *(f"{name} --unicode" for name in UNICODE_WRITERS))


def entries(papers: Iterator[Paper]) -> Library:
    """The papers as objects of bibtexparser, with the fields that `bibtex` writes too."""
    library = Library()
    for paper in papers:
        values = {
            "author": " and ".join(paper.authors),
            "title": paper.title,
            "howpublished": paper.venue,
            "year": paper.year,
            "eprint": paper.ids.get("arxiv"),
            "doi": paper.ids.get("doi"),
            "url": next(iter(paper.urls), None),
            "keywords": ", ".join(each.name for each in paper.models),
            "abstract": paper.abstract,
        }
        fields = [Field(name, f"{{{value}}}") for name, value in values.items() if value]
        library.add(Entry("misc", paper.key, fields))
    return library


def measured(index: Path, form: str, most: int) -> tuple[float, int]:
    """Processor seconds for writing in one format, and the bytes that were written."""
    with open_store(index) as store:
        keys = read.keys(store)[:most]
        if form == BASELINE:
            library = entries(read.papers(store, keys))
            start = time.process_time()
            size = len(write_string(library).encode())
            return time.process_time() - start, size
        name, _, unicode = form.partition(" ")
        writer = (UNICODE_WRITERS if unicode else WRITERS)[name]
        start = time.process_time()
        size = sum(len(piece.encode()) for piece in writer(read.papers(store, keys)))
        return time.process_time() - start, size


def main() -> None:
    """Print a table, or one row of it for the format that another process asks for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("index", type=Path)
    arguments.add_argument("formats", nargs="*", metavar="FORMAT", default=FORMATS)
    arguments.add_argument("--papers", type=int, default=10**9)
    arguments.add_argument("--form")
    given = arguments.parse_args()
    if given.form:
        seconds, size = measured(given.index, given.form, given.papers)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(seconds, size, peak)
        return
    baseline = 0.0
    print(f"{'format':<20} {'seconds':>8} {'ratio':>6} {'MB':>6} {'peak MB':>8}")
    for form in (BASELINE, *given.formats):
        command = [sys.executable, __file__, str(given.index), "--papers", str(given.papers), "--form", form]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        taken, written, most = map(float, done.stdout.split())
        baseline = baseline or taken
        print(f"{form:<20} {taken:>8.1f} {taken / baseline:>6.1f} {written / 1e6:>6.1f} {most:>8.0f}")


if __name__ == "__main__":
    main()
