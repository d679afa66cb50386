"""All that can be known of a page without the index: its rows, with each record as a paper that has no other one.

This is most of the work, and any process can do it. What the index adds is which of these papers are the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus_index import resolve
from corpus_index.domain.facts import Facts, Trust
from corpus_index.domain.page import Page
from corpus_index.domain.record import ReadPage, Skipped
from corpus_index.domain.work import FactRef, KeyWish, KnownRecord, Work
from corpus_index.pipeline.citing import with_cited
from corpus_index.pipeline.placing_names import placed_names
from corpus_index.resolve.judging import facts_with_places
from corpus_index.store.derived import PLACEHOLDER
from corpus_index.store.numbered import NumberedRows, numbered
from corpus_index.store.paper_rows import PlacedUse, author_rows, id_rows, name_rows, paper_row
from corpus_index.store.record_rows import NewRecord, record_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A page with the `rows` of its records and their papers, in the order in which they refer to others.

    Of each record, in their order: what its paper would wish for as its key, and the families of the names that it
    introduces or claims and of those that it mentions.
    """

    page: Page
    reader: str
    skipped: tuple[Skipped, ...]
    rows: list[NumberedRows]
    wishes: list[KeyWish]
    introduced: list[frozenset[str]]
    mentioned: list[frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Alone:
    """A record as a paper of its own, with its blocks and the names in it."""

    known: KnownRecord
    work: Work
    blocks: frozenset[str]
    trusts: list[Trust]
    uses: list[PlacedUse]


def prepared(read: ReadPage, facts: Iterable[Facts]) -> Prepared:
    """Prepare a page with the facts of its records for the store."""
    page = read.page
    papers: list[_Alone] = []
    number = 0
    # One record after the other, also where `facts` are only being made: what is known of its text is still at hand.
    for at, (record, of_record) in enumerate(zip(read.records, facts, strict=True)):
        known = KnownRecord(id=at, page=page.name, digest=page.digest, record=with_cited(record), facts=of_record)
        papers.append(_alone(known, number))
        number += len(papers[-1].trusts)
    records = [
        NewRecord(each.known.record, each.known.facts, each.blocks, at, each.trusts) for at, each in enumerate(papers)
    ]
    return Prepared(
        page=page,
        reader=read.reader,
        skipped=read.skipped,
        rows=[_paper_rows(papers), *record_rows(page.text, records), *_rows_of_papers(papers)],
        wishes=[resolve.key_wish(each.work, [each.known]) for each in papers],
        introduced=[_families(each, introduced=True) for each in papers],
        mentioned=[_families(each, introduced=False) for each in papers],
    )


def _alone(known: KnownRecord, first_fact: int) -> _Alone:
    work = resolve.assemble([known])
    places: list[FactRef] = [ref for ref, _ in facts_with_places(known)]
    numbers = {ref: number for number, ref in enumerate(places, first_fact)}
    uses = placed_names(known.id, work, [known], numbers)
    trusts = [work.judgements[ref].trust for ref in places]
    return _Alone(known, work, resolve.blocks(known), trusts, uses)


def _paper_rows(papers: Sequence[_Alone]) -> NumberedRows:
    # The page's digest makes the stand-ins of keys unique in any index.
    rows = (
        {"key": f"{PLACEHOLDER}{each.known.digest}#{at}", **paper_row(at, each.work, [each.known])}
        for at, each in enumerate(papers)
    )
    return numbered("papers", rows)


def _rows_of_papers(papers: Sequence[_Alone]) -> list[NumberedRows]:
    placed = list(enumerate(papers))
    return [
        numbered("paper_authors", ({"paper_id": at, **row} for at, each in placed for row in author_rows(each.work))),
        numbered("paper_ids", ({"paper_id": at, **row} for at, each in placed for row in id_rows(each.work))),
        numbered(
            "names",
            ({"paper_id": at, **row} for at, each in placed for row in name_rows(each.work.title, each.uses)),
        ),
    ]


def _families(each: _Alone, *, introduced: bool) -> frozenset[str]:
    return frozenset(
        placed.family for placed in each.uses if (placed.use.field == "introduces" or placed.use.claimed) is introduced
    )
