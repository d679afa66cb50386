"""Papers that a list gives more than once, as digests do under each of their headings."""

from collections.abc import Iterable

from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import identifier, identifiers

_ONE_A_PAPER = frozenset((Scheme.ARXIV, Scheme.ACL, Scheme.OPENREVIEW))


def without_repeats(entries: Iterable[Entry]) -> list[Entry]:
    """Keep one entry of those with one title and one identifier, in the place of the first.

    Of several the one of the latest version stays, of equal versions the one that says most, then the first. Entries
    with citation keys of their own all stay, since a person may cite each of them.
    """
    kept: dict[object, Entry] = {}
    for number, entry in enumerate(entries):
        told = None if entry.key else _identity(entry)
        place = (told.scheme, told.value, (entry.title or "").casefold()) if told else number
        other = kept.get(place)
        kept[place] = entry if other is None else max((other, entry), key=_weight)
    return list(kept.values())


def _identity(entry: Entry) -> PaperId | None:
    for printed in entry.ids:
        found = identifier(printed)
        if found and found.scheme in _ONE_A_PAPER:
            return found
    for url in entry.urls:
        for found, _, _ in identifiers(url):
            if found.scheme in _ONE_A_PAPER:
                return found
    return None


def _weight(entry: Entry) -> tuple[int, int, int]:
    found = _identity(entry)
    version = int(found.version[1:]) if found and found.version else 0
    return version, bool(entry.abstract), len(entry.abstract or entry.summary)
