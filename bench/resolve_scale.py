"""Seconds to recognise one paper among many records, and to add a page to a large index.

Run `python bench/resolve_scale.py [RECORDS [INDEX]]`. The records are the first of arXiv's metadata in
`../shared/data`, each compared with all that share a block with it, in one process: their headings, and where these
rule nothing out the whole records. INDEX is an index of many papers: a page is added to it and taken out again, three
times.
"""

import gzip
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from pathlib import Path

from corpus_index import pages
from corpus_index.domain.facts import Facts
from corpus_index.domain.record import ReadPage
from corpus_index.domain.work import KnownRecord
from corpus_index.pipeline import add, remove
from corpus_index.resolve import blocks, cluster, compare, heading_of, surely_others

_DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "arxiv-100k.jsonl.gz"
_PAGE = """Abstract: We present {0}-3B, a small model that sorts {0} pebbles by their weight on a beach at night.

Abstract: Waves sort {0} pebbles slowly. We count how many tides it takes on four beaches of different slope."""

Pair = tuple[int, int]


def main(count: int, index: Path | None) -> None:
    """Print the seconds of each step."""
    if _DATA.is_file():
        records = list(_records(count))
        began = time.process_time()
        groups = cluster(range(len(records)), _same(records))
        print(f"they are {len(groups)} papers, found in {time.process_time() - began:.1f} s of one processor")
    else:
        print(f"skipped: there is no {_DATA}")
    if index:
        _one_page(index)


def _records(count: int) -> Iterator[KnownRecord]:
    with tempfile.TemporaryDirectory() as folder:
        some = Path(folder) / "records.jsonl"
        with gzip.open(_DATA) as lines, some.open("wb") as file:
            file.writelines(islice(lines, count))
        (given,) = pages.sources([str(some)])
        if not isinstance(given, pages.Source):
            raise given
        if given.reopen is None:
            yield from _known(pages.split(pages.load(given.name, given.data)), 0)
            return
        reader = pages.line_reader(given)
        first = 0
        for part in pages.parts(given, pages.extent_of(given).digest):
            of_part = list(_known(pages.read_part(given.name, reader, part), first))
            first += len(of_part)
            yield from of_part


def _known(read: ReadPage, first: int) -> Iterator[KnownRecord]:
    for number, record in enumerate(read.records, first):
        yield KnownRecord(id=number, page=read.page.name, digest=read.page.digest, record=record, facts=Facts())


def _same(records: Sequence[KnownRecord]) -> list[Pair]:
    members: defaultdict[str, list[int]] = defaultdict(list)
    for known in records:
        for block in blocks(known):
            members[block].append(known.id)
    pairs = {pair for ids in members.values() for pair in combinations(ids, 2)}
    print(f"{len(pairs)} pairs of {len(records)} records share a block")
    headings = list(map(heading_of, records))
    open_pairs = [(a, b) for a, b in sorted(pairs) if not surely_others(headings[a], headings[b])]
    print(f"{len(open_pairs)} of them are compared whole")
    return [(a, b) for a, b in open_pairs if compare(records[a], records[b]).same]


def _one_page(index: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("Anrokitu", "Belomasi", "Cirrunape"):
            page = Path(folder) / f"{name}.txt"
            page.write_text(_PAGE.format(name))
            for work in (add, remove):
                began = time.perf_counter()
                work(index, [str(page)])
                print(f"{work.__name__} a page of two papers: {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100_000, Path(sys.argv[2]) if sys.argv[2:] else None)
