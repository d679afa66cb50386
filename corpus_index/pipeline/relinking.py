"""Links between papers, made anew for families of names, or added where only mentions are new.

Whether a mention meets an introduction depends on these two, on all introductions of the family, on what the paper that
mentions introduces itself, and on whether an older paper has the name. So where papers that are new in the index
introduce or claim nothing of a family and are not older than the papers that its links lead to, these links stay as
they are.
"""

from collections.abc import Collection
from itertools import islice

import sqlite_utils

from corpus_index import resolve
from corpus_index.domain.link import LinkKind
from corpus_index.domain.work import WorkLink
from corpus_index.store import derived
from corpus_index.store.uses import Sentence, introductions_of, mentioned_names, mentions_of

_AT_ONCE = 100
"""How many families are linked at once: enough for few statements, few enough for the memory."""


def relink(db: sqlite_utils.Database, families: Collection[str]) -> None:
    """Make all links of these families anew."""
    derived.delete_links(db, families)
    linkable = iter(derived.linkable_families(db, families))
    while some := list(islice(linkable, _AT_ONCE)):
        _link(db, some, None)


def link_mentions(db: sqlite_utils.Database, families: Collection[str], papers: Collection[int]) -> None:
    """Link the mentions in `papers`, which have no links yet, and none of which claims a name of these families."""
    linkable = iter(derived.linkable_families(db, families))
    while some := list(islice(linkable, _AT_ONCE)):
        _link(db, some, papers)


def _link(db: sqlite_utils.Database, families: Collection[str], papers: Collection[int] | None) -> None:
    """Save the links of mentions, in these papers or all. Most names can have none; of these no text is read."""
    introductions = introductions_of(db.conn, families)
    names = resolve.linkable(introductions, mentioned_names(db.conn, families, papers))
    if not names:
        return
    mentions = mentions_of(db.conn, families, papers, names)
    sentences = {use.fact_id: sentence for use, sentence in mentions}
    links = resolve.link([*introductions, *(use for use, _ in mentions)])
    # Between two papers one mention gives one link; an exact one is kept before the others.
    ordered = sorted(links, key=lambda each: (each.kind is not LinkKind.EXACT, each.source.field, each.target.name))
    derived.save_links(db, (_link_row(link, sentences[link.source.fact_id]) for link in ordered))


def _link_row(link: WorkLink, sentence: Sentence) -> dict[str, object]:
    return {
        "source_id": link.source.work,
        "target_id": link.target.work,
        "via": link.source.name,
        "to": link.target.name,
        "kind": link.kind.value,
        "role": link.source.role.value if link.source.role else None,
        "family": resolve.family(link.source.name),
        "record_id": sentence.record,
        "evidence": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
    }
