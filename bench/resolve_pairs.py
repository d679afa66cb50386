"""Precision and recall of recognising one paper, on pairs of records from different sources.

Run `python bench/resolve_pairs.py [--misses]`. The records lie in `../shared/data`; each file is taken as it is, and
again without the titles of every second record, as pages without titles would give them. A pair is predicted where
two records share a block and compare as the same; all pairs inside a group of `same-paper` are right, all others wrong.
"""

import gzip
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import KnownRecord
from corpus_index.extract import facts_of
from corpus_index.resolve import blocks, compare

_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
_FILES = (("same-paper.jsonl.gz", "group"), ("same-title-other-paper.jsonl.gz", "records"))

Pair = tuple[int, int]


def main() -> None:
    """Print one line for each way of taking the records."""
    if not all((_DATA / name).is_file() for name, _ in _FILES):
        print(f"skipped: {_DATA} does not hold {' and '.join(name for name, _ in _FILES)}")
        return
    same, other = ([json.loads(line)[field] for line in _lines(name)] for name, field in _FILES)
    for label, titles in (("as they are", True), ("every second title removed", False)):
        _measure(label, same, other, titles=titles)


def _lines(name: str) -> list[str]:
    with gzip.open(_DATA / name, "rt", encoding="utf-8") as lines:
        return list(lines)


def _measure(label: str, same: Sequence[Any], other: Sequence[Any], *, titles: bool) -> None:
    records: list[KnownRecord] = []
    right: set[Pair] = set()
    for group in same:
        first = len(records)
        records += [_known(first + at, entry, titles=titles) for at, entry in enumerate(group)]
        right.update(combinations(range(first, len(records)), 2))
    for group in other:
        first = len(records)
        records += [_known(first + at, entry, titles=titles) for at, entry in enumerate(group)]
    # Where titles were removed, some records have nothing left in common by which they could be recognised.
    right = {pair for pair in right if _have_something_in_common(*(records[each] for each in pair))}
    started = time.perf_counter()
    candidates = _candidates(records)
    predicted = {pair for pair in candidates if compare(records[pair[0]], records[pair[1]]).same}
    seconds = time.perf_counter() - started
    hits = len(predicted & right)
    print(
        f"{label}: {len(records)} records, {len(right)} pairs, {len(candidates)} compared in {seconds:.2f} s; "
        f"precision {hits / len(predicted):.4f}, recall {hits / len(right):.4f}"
    )
    if "--misses" in sys.argv[1:]:
        _show("missed", right - predicted, records)
        _show("wrong", predicted - right, records)


def _known(number: int, entry: Mapping[str, Any], *, titles: bool) -> KnownRecord:
    title = entry["title"] if titles or number % 2 else None
    abstract = entry["abstract"] or ""
    record = RawRecord(
        ordinal=0,
        kind=RecordKind.ABSTRACT,
        start=0,
        end=len(abstract),
        title=Span(0, len(title), title) if title else None,
        abstract=Span(0, len(abstract), abstract),
        authors=tuple(Span(0, len(author), author) for author in entry["authors"]),
        authors_complete=True,
    )
    return KnownRecord(id=number, page=entry["id"], digest=entry["id"], record=record, facts=facts_of(record))


def _have_something_in_common(a: KnownRecord, b: KnownRecord) -> bool:
    return bool(a.record.title and b.record.title) or bool(a.record.abstract.text and b.record.abstract.text)


def _candidates(records: Sequence[KnownRecord]) -> set[Pair]:
    members: defaultdict[str, list[int]] = defaultdict(list)
    for known in records:
        for block in blocks(known):
            members[block].append(known.id)
    return {pair for ids in members.values() for pair in combinations(ids, 2)}


def _show(label: str, pairs: Iterable[Pair], records: Sequence[KnownRecord]) -> None:
    for a, b in sorted(pairs):
        reasons = ", ".join(penalty.name for penalty in compare(records[a], records[b]).penalties)
        print(f"  {label}: {records[a].page} and {records[b].page}: {reasons or 'no penalty'}")


if __name__ == "__main__":
    main()
