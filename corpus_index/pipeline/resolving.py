"""What follows for papers whose records changed: the papers anew, their keys, their names and their links.

Only what a change can reach is made anew: the papers that gain or lose a record, the keys that compete with theirs,
and the links of the families of names that they use. What comes out is what a single reading of everything would give,
because each of these steps is a function of the records alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import sqlite_utils

from corpus_index import extract, resolve
from corpus_index.domain.facts import Fact
from corpus_index.domain.link import LinkKind
from corpus_index.domain.work import FactRef, KeyWish, KnownRecord, NameUse, Work, WorkLink
from corpus_index.store import derived
from corpus_index.store.known import fact_ids, known_records, records_of
from corpus_index.store.uses import Sentence, name_uses_of


def settle(db: sqlite_utils.Database, changed: Collection[int], gone: Collection[int] = ()) -> None:
    """Bring all that follows from the records in step: for papers that `changed`, and for those without records.

    The papers in `gone` are deleted.
    """
    bases = {_base(key) for key in derived.keys_of(db, [*changed, *gone]).values()}
    families = derived.families_of(db, gone)
    derived.delete_papers(db, gone)
    wishes: dict[int, KeyWish] = {}
    for paper in sorted(changed):
        work, records, facts = _assembled(db, paper)
        derived.save_work(db, paper, work, records, facts)
        families |= _save_names(db, paper, work, records, facts)
        wishes[paper] = _wish(db, paper, work, records)
    _give_keys(db, wishes, bases | {wish.key.casefold() for wish in wishes.values()})
    for family in sorted(families):
        _relink(db, family)


def _assembled(db: sqlite_utils.Database, paper: int) -> tuple[Work, list[KnownRecord], dict[FactRef, int]]:
    ids = records_of(db.conn, [paper])[paper]
    records = known_records(db.conn, ids)
    return resolve.assemble(records), records, fact_ids(db.conn, ids)


def _wish(db: sqlite_utils.Database, paper: int, work: Work, records: Sequence[KnownRecord]) -> KeyWish:
    return resolve.key_wish(work, records, derived.frozen_key(db, paper))


def _base(key: str) -> str:
    """The key without the suffix that it got in a competition; `_` stands only before such a suffix."""
    return key.partition("_")[0].casefold()


def _give_keys(db: sqlite_utils.Database, wishes: Mapping[int, KeyWish], bases: Iterable[str]) -> None:
    """Give their keys to the papers of `wishes` and to all that compete, or competed before, for the same ones."""
    wanted = dict(wishes)
    taken: set[str] = set()
    for base in sorted(bases):
        papers, aliases = derived.key_group(db, base)
        taken.update(aliases)
        for paper in papers:
            if paper not in wanted:
                work, records, _ = _assembled(db, paper)
                wanted[paper] = _wish(db, paper, work, records)
    current = derived.keys_of(db, wanted)
    given = resolve.distinct_keys(wanted, taken)
    derived.set_keys(db, {paper: key for paper, key in given.items() if current.get(paper) != key})


def _save_names(
    db: sqlite_utils.Database,
    paper: int,
    work: Work,
    records: Sequence[KnownRecord],
    facts: Mapping[FactRef, int],
) -> set[str]:
    uses = resolve.name_uses(paper, records, work.judgements, facts, extract.sentence_around)
    by_id = {known.id: known for known in records}
    places = {row: (by_id[ref.record_id], _fact(by_id[ref.record_id], ref)) for ref, row in facts.items()}
    placed = [
        derived.PlacedUse(use, resolve.family(use.name), *_sentence_place(use, *places[use.fact_id])) for use in uses
    ]
    return derived.save_names(db, paper, work.title, placed)


def _fact(known: KnownRecord, ref: FactRef) -> Fact:
    fact: Fact = getattr(known.facts, ref.field)[ref.index]
    return fact


def _sentence_place(use: NameUse, known: KnownRecord, fact: Fact) -> tuple[int, int]:
    """Code points in the page of the sentence in which a name is used."""
    title, abstract = known.record.title, known.record.abstract
    span = title if title and title.start <= fact.start < title.end else abstract
    at = span.text.rfind(use.context, 0, fact.start - span.start + len(use.context))
    if at < 0:
        return fact.start, fact.end
    return span.start + at, span.start + at + len(use.context)


def _relink(db: sqlite_utils.Database, family: str) -> None:
    uses, sentences = name_uses_of(db.conn, family)
    linkable = any(use.field == "introduces" for use in uses) and len({use.work for use in uses}) > 1
    links = resolve.link(uses) if linkable else []
    # Between two papers one mention gives one link; an exact one is kept before the others.
    ordered = sorted(links, key=lambda each: (each.kind is not LinkKind.EXACT, each.source.field, each.target.name))
    derived.save_links(db, family, (_link_row(link, sentences[link.source.fact_id]) for link in ordered))


def _link_row(link: WorkLink, sentence: Sentence) -> dict[str, object]:
    return {
        "source_id": link.source.work,
        "target_id": link.target.work,
        "via": link.source.name,
        "to": link.target.name,
        "kind": link.kind.value,
        "role": link.source.role.value if link.source.role else None,
        "record_id": sentence.record,
        "evidence": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
    }
