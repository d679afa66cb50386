"""One work made of its records."""

from collections import Counter
from collections.abc import Sequence

from corpus_index.domain.facts import Introduction
from corpus_index.domain.record import RecordKind
from corpus_index.domain.work import KnownRecord, Work
from corpus_index.resolve.authors import authors
from corpus_index.resolve.conflicts import conflicts
from corpus_index.resolve.judging import in_order, judge
from corpus_index.resolve.publishing import details, known_ids, publication, since
from corpus_index.resolve.titles import inferred_title, main_artefact, printed_title
from corpus_index.resolve.words import squeezed


def assemble(records: Sequence[KnownRecord]) -> Work:
    """Make one work of the records of one paper (at least one).

    The result depends on the set of records alone, but that `FactRef` and `Claim` name records by their `id`.
    A summary never becomes the abstract, and never names the work where an abstract could. Of an entry in several
    revisions of a file of references the last one counts.
    """
    everything = in_order(records)
    ordered = up_to_date(everything)
    abstract = chosen_abstract(ordered)
    introduced = own_introductions(ordered)
    text = abstract if abstract is not None else _summary(ordered)
    main = main_artefact(introduced, text)
    published = publication(ordered)
    title = printed_title(ordered, published)
    judgements = judge(everything, main.name if main else None)
    return Work(
        title=title if title is not None else inferred_title(introduced, text),
        title_inferred=title is None,
        abstract=abstract,
        summary=_summary(ordered),
        authors=authors(ordered, published),
        authors_complete=any(known.record.authors_complete for known in ordered),
        year=published.year.value if published and published.year else None,
        since=since(ordered),
        venue=published.venue.text if published and published.venue else None,
        publication=details(published, ordered),
        ids=known_ids(ordered),
        judgements=judgements,
        conflicts=conflicts(ordered, main.name if main else None),
    )


def up_to_date(records: Sequence[KnownRecord]) -> list[KnownRecord]:
    """Leave out entries of a file of references that have the same key in a later revision of it."""
    last: dict[tuple[str, str], int] = {}
    for known in records:
        if known.record.key:
            entry = known.page, known.record.key.text
            last[entry] = max(known.revision, last.get(entry, 0))
    return [
        known
        for known in records
        if known.record.key is None or known.revision == last[known.page, known.record.key.text]
    ]


def chosen_abstract(records: Sequence[KnownRecord]) -> str | None:
    """Choose the abstract that most records print but for typography, then the longest, then the first in order.

    One of a record that leads comes before these, and one that breaks off with an ellipsis last. `None` where no record
    has one.
    """
    found = [
        (known.record.abstract.text, known.own.leads)
        for known in records
        if known.record.kind is RecordKind.ABSTRACT and known.record.abstract.text.strip()
    ]
    if len(found) < 2:
        return found[0][0] if found else None
    wordings = Counter(squeezed(text) for text, _ in found)
    best = min(
        found,
        key=lambda each: (
            each[0].rstrip().endswith(("...", "…")),
            not each[1],
            -wordings[squeezed(each[0])],
            -len(each[0]),
        ),
    )
    return best[0]


def own_introductions(records: Sequence[KnownRecord]) -> list[Introduction]:
    """List what abstracts introduce, or summaries where the work has no abstract; once a name, in printed order."""
    ordered = in_order(records)
    own = [known for known in ordered if known.record.kind is RecordKind.ABSTRACT] or ordered
    found: dict[str, Introduction] = {}
    for known in own:
        for introduction in sorted(known.facts.introduces, key=lambda each: each.start):
            found.setdefault(introduction.name, introduction)
    return list(found.values())


def _summary(records: Sequence[KnownRecord]) -> str:
    texts = (known.record.abstract.text for known in records if known.record.kind is RecordKind.SUMMARY)
    return "\n\n".join(dict.fromkeys(texts))
