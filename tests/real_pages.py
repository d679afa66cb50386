"""What is known of the real pages beside the project, without their text: marks of what each record should hold.

A line of `tests/gold/real_pages.jsonl` tells of one file how many records it holds (`records`; 0 where it holds none,
with `refused`, the reason in a few words), a mark of each (`marks`), marks of the addresses that it prints (`urls`),
and how many of both the reader gets otherwise (`differ`, `urls_missed`). What a file holds was written down from the
file, before its reader was run on it; `revised` says why something of it was written down anew after another look.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.record import RawRecord, RecordKind

# Their own numbers of works are no more than addresses to those who wrote down what the files hold.
_CATALOGUES = (Scheme.OPENALEX, Scheme.SEMANTIC_SCHOLAR)
OUTCOMES = Path(__file__).parent / "gold" / "real_pages.jsonl"


def outcomes() -> list[dict[str, Any]]:
    """The known outcomes in the order of the files' names."""
    return [json.loads(line) for line in OUTCOMES.read_text(encoding="utf-8").splitlines()]


def marks_of(records: Iterable[RawRecord]) -> list[str]:
    """A mark of each paper: of its title, authors, year, identifiers and abstract, and of whether it has a summary."""
    told = list(records)
    summarised = {record.summarises for record in told if record.summarises is not None}
    return [_mark_of(record, record.ordinal in summarised) for record in told if record.summarises is None]


def mark(*, title: str | None, authors: list[str], year: int | None, ids: dict[str, str], abstract: str, summary: bool,
         references: int) -> str:  # fmt: skip
    """Three hexadecimal digits for the fields of a paper; case, punctuation and white space do not count."""
    fields = [_folded(title or ""), [_folded(name) for name in authors], year, sorted(ids.items()), _folded(abstract),
              summary, references]  # fmt: skip
    return _digest(json.dumps(fields))


def url_mark(url: str) -> str:
    """Three hexadecimal digits for an address."""
    return _digest(url.rstrip("/"))


def _mark_of(record: RawRecord, summarised: bool) -> str:
    ids: dict[str, str] = {}
    for printed in record.ids:
        if printed.id.scheme in _CATALOGUES:
            continue
        ids.setdefault(printed.id.scheme.value, printed.id.value)
    own = record.kind is RecordKind.ABSTRACT
    return mark(
        title=record.title.text if record.title else None,
        authors=[author.text for author in record.authors],
        year=record.year.value if record.year else None,
        ids=ids,
        abstract=record.abstract.text if own else "",
        summary=summarised or (not own and bool(record.abstract.text)),
        references=len(record.references),
    )


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:3]
