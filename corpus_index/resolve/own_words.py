"""A person's word over that of all sources."""

from dataclasses import replace

from corpus_index.domain.own import NOTHING_OWN, OwnValues
from corpus_index.domain.work import Work


def with_own(work: Work, own: OwnValues) -> Work:
    """Let what a person said stand in place of what pages say; identifiers come before those of the same scheme."""
    if own == NOTHING_OWN:
        return work
    return replace(
        work,
        title=own.title or work.title,
        title_inferred=work.title_inferred and own.title is None,
        authors=own.authors or work.authors,
        authors_complete=work.authors_complete or bool(own.authors),
        year=work.year if own.year is None else own.year,
        venue=own.venue or work.venue,
        ids=(*own.ids, *(each for each in work.ids if each not in own.ids)),
    )
