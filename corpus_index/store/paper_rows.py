"""What follows from records, as rows: papers, their authors and identifiers, conflicts and names."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus_index.domain.folding import fold
from corpus_index.domain.unspaced import glued_words
from corpus_index.domain.work import Claim, KnownRecord, NameUse, Work
from corpus_index.store.pairs import joined_names


@dataclass(frozen=True, slots=True)
class PlacedUse:
    """A use of a name with the `family` of the name, and the sentence around it in code points of the page."""

    use: NameUse
    family: str
    start: int
    end: int


def paper_row(paper: int, work: Work, records: Sequence[KnownRecord]) -> dict[str, Any]:
    """The row of a paper but for its key."""
    return {
        "id": paper,
        "title": work.title,
        "title_inferred": int(work.title_inferred),
        "abstract": work.abstract,
        "names": joined_names([*_names(records), *glued_words(f"{work.title}\n{work.abstract or ''}\n{work.summary}")]),
        "summary": work.summary,
        "year": work.year,
        "since": work.since,
        "venue": work.venue,
        "publication": json.dumps(work.publication, ensure_ascii=False) if work.publication else None,
        "authors_complete": int(work.authors_complete),
    }


def author_rows(work: Work) -> list[dict[str, Any]]:
    """The rows of its authors, without the number of the paper, as in all that follows."""
    return [{"position": at, "name": name} for at, name in enumerate(work.authors)]


def id_rows(work: Work) -> list[dict[str, Any]]:
    """The rows of its identifiers."""
    return [{"position": at, "scheme": each.scheme.value, "value": each.value} for at, each in enumerate(work.ids)]


def conflict_rows(work: Work) -> list[dict[str, Any]]:
    """The rows of the conflicts between its records."""
    return [
        {"attribute": each.attribute, "grade": each.grade.value, **_claim("a", each.a), **_claim("b", each.b)}
        for each in work.conflicts
    ]


def name_rows(title: str, uses: Sequence[PlacedUse]) -> Iterator[dict[str, Any]]:
    """The rows of the names of a paper: its title, and the uses of names in it."""
    yield _name_row("title", title, None)
    for placed in uses:
        use = placed.use
        place = {"start": placed.start, "end": placed.end}
        row = _name_row(use.field, use.name, use.fact_id)
        yield {**row, "family": placed.family, "long": use.long, "claimed": int(use.claimed), **place}
        if use.field == "introduces" and use.long:
            yield _name_row("long", use.long, use.fact_id)


def _name_row(role: str, name: str, fact: int | None) -> dict[str, Any]:
    row: dict[str, Any] = {"role": role, "name": name, "folded": fold(name), "fact_id": fact}
    return {**row, "family": None, "long": None, "claimed": 0, "start": None, "end": None}


def _names(records: Sequence[KnownRecord]) -> Iterator[str]:
    for known in records:
        facts = known.facts
        yield from (name for each in facts.introduces for name in (each.name, each.long) if name)
        yield from (mention.name for mention in facts.models)
        yield from (mention.name for mention in facts.benchmarks)


def _claim(side: str, claim: Claim) -> dict[str, Any]:
    return {
        f"{side}_record_id": claim.record_id,
        f"{side}_claim": claim.claim,
        f"{side}_evidence": claim.fact.evidence,
        f"{side}_start": claim.fact.start,
        f"{side}_end": claim.fact.end,
    }
