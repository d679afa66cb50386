"""Precision and recall of recognising one paper, on pairs of records from different sources.

Run `python bench/resolve_pairs.py [--misses]`. The records lie in `../shared/data`; they are taken as they are, and
again with the titles of every second record spoilt by each rule of `changed_titles.py`: without the identifiers and
years, which pages often lack, and once with them. A pair is predicted where two records share a block and compare as
the same; all pairs inside a group of `same-paper` are right, all others wrong. Some sets of `same-title-other-paper`
hold one paper twice all the same: `_ONE_PAPER` lists those, and `where read` is the precision with them as right.
"""

import gzip
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from changed_titles import Rule, changed, removed, retyped, shortened

from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.domain.record import PrintedId, PrintedYear, RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import KnownRecord
from corpus_index.extract import facts_of
from corpus_index.resolve import blocks, compare

_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
_FILES = (("same-paper.jsonl.gz", "group"), ("same-title-other-paper.jsonl.gz", "records"))

_ONE_PAPER = frozenset(
    {
        ("acl:2025.regnlp-1.5", "arxiv:2502.16767"),
        ("acl:C94-2123", "arxiv:cmp-lg/9409004"),
        ("acl:C94-2139", "arxiv:cmp-lg/9412008"),
        ("acl:P97-1050", "arxiv:cmp-lg/9706028"),
        ("acl:W19-36-24", "arxiv:1907.01638"),
        ("acmmm2024:obknKk80Am", "arxiv:2504.14240"),
        ("arxiv:1005.4319", "arxiv:1011.0802"),
        ("arxiv:1806.07245", "arxiv:1903.01854"),
    }
)
"""Records of which both texts and lists of authors were read: a conference's print and its preprint, with the names of
authors in another order or spelling, or one preprint that was submitted twice."""

Pair = tuple[int, int]


def main() -> None:
    """Print one line for each way of taking the records."""
    if not all((_DATA / name).is_file() for name, _ in _FILES):
        print(f"skipped: {_DATA} does not hold {' and '.join(name for name, _ in _FILES)}")
        return
    same, other = ([json.loads(line)[field] for line in _lines(name)] for name, field in _FILES)
    titles = sorted(entry["title"] for group in same for entry in group)
    rules: dict[str, Rule] = {
        "as they are": str,
        "every second title removed": removed,
        "every second title retyped": retyped,
        "every second title shortened": shortened,
        "every second title changed": changed(titles),
    }
    for label, rule in rules.items():
        _measure(label, same, other, rule)
    _measure("as they are, with identifiers and years", same, other, str, whole=True)


def _lines(name: str) -> list[str]:
    with gzip.open(_DATA / name, "rt", encoding="utf-8") as lines:
        return list(lines)


def _measure(label: str, same: Sequence[Any], other: Sequence[Any], rule: Rule, *, whole: bool = False) -> None:
    records: list[KnownRecord] = []
    right: set[Pair] = set()
    for groups, one_paper in ((same, True), (other, False)):
        for group in groups:
            first = len(records)
            records += [_known(first + at, entry, rule, whole=whole) for at, entry in enumerate(group)]
            if one_paper:
                right.update(combinations(range(first, len(records)), 2))
    # Where titles were removed, some records have nothing left in common by which they could be recognised.
    right = {pair for pair in right if _have_something_in_common(*(records[each] for each in pair))}
    started = time.process_time()
    candidates = _candidates(records)
    predicted = {pair for pair in candidates if compare(records[pair[0]], records[pair[1]]).same}
    seconds = time.process_time() - started
    wrong = predicted - right
    judged = {pair for pair in wrong if tuple(sorted(records[each].page for each in pair)) in _ONE_PAPER}
    with_text = {pair for pair in right if all(records[each].record.abstract.text for each in pair)}
    print(
        f"{label}: {len(records)} records, {len(right)} pairs, {len(candidates)} compared in {seconds:.2f} s; "
        f"precision {1 - len(wrong) / len(predicted):.4f} ({1 - len(wrong - judged) / len(predicted):.4f} where read), "
        f"recall {len(predicted & right) / len(right):.4f} "
        f"({len(predicted & with_text) / len(with_text):.4f} of the {len(with_text)} with two abstracts)"
    )
    if "--misses" in sys.argv[1:]:
        _show("missed", right - predicted, records)
        _show("wrong", wrong - judged, records)


def _known(number: int, entry: Mapping[str, Any], rule: Rule, *, whole: bool) -> KnownRecord:
    title = entry["title"] if number % 2 else rule(entry["title"])
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
        year=PrintedYear(entry["year"], 0, 0) if whole and entry["year"] else None,
        ids=tuple(_ids(entry)) if whole else (),
    )
    return KnownRecord(id=number, page=entry["id"], digest=entry["id"], record=record, facts=facts_of(record))


def _ids(entry: Mapping[str, Any]) -> Iterator[PrintedId]:
    source, _, value = entry["id"].partition(":")
    schemes = ((source, value), ("arxiv", entry["arxiv_id"]), ("doi", (entry["doi"] or "").lower()))
    for scheme in dict.fromkeys((scheme, of) for scheme, of in schemes if of and scheme in tuple(Scheme)):
        yield PrintedId(PaperId(Scheme(scheme[0]), scheme[1]), 0, 0)


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
