"""Papers that stand in several rows or lists of one note, with different links or a letter missing."""

from collections.abc import Iterable
from dataclasses import replace

from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import identifiers

_SHORTEST = 20


def joined(entries: Iterable[Entry]) -> list[Entry]:
    """Join entries of one title, or of one identifier and titles of which one begins the other, at the first place.

    An identifier by itself says too little: rows are copied, and the link of the row above stays.
    """
    kept: dict[str, Entry] = {}
    by_id: dict[object, str] = {}
    for entry in entries:
        name = (entry.title or "").casefold()
        ids = [value for text in (*entry.ids, *entry.urls) for value, _, _ in identifiers(text)]
        place = name
        for each in ids:
            other = by_id.setdefault((each.scheme, each.value), name)
            if name not in kept and other in kept and _begins(name, other):
                place = other
        kept[place] = _with(kept[place], entry) if place in kept else entry
    return list(kept.values())


def _begins(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and longer.startswith(shorter)


def _with(entry: Entry, more: Entry) -> Entry:
    """Add what an entry lacks."""
    return replace(
        entry,
        title=max(entry.title or "", more.title or "", key=len),
        authors=entry.authors or more.authors,
        authors_complete=entry.authors_complete if entry.authors else more.authors_complete,
        year=entry.year or more.year,
        venue=entry.venue or more.venue,
        ids=tuple(dict.fromkeys((*entry.ids, *more.ids))),
        urls=tuple(dict.fromkeys((*entry.urls, *more.urls))),
        abstract=entry.abstract or more.abstract,
        summary=entry.summary or more.summary,
    )
