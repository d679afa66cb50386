"""Blocks: short strings by which records that may be one paper find each other without comparing all with all.

Identifiers give themselves, and so do the keys of a file of references, of which another revision may come. Titles
give their folded form, its beginning, their first words, and the smallest hashes of sets of three of their words,
some of which a slip of the finger leaves as they are; so are some of their longest words, each with the first author.
Abstracts give the smallest hashes of their word sequences (a bottom-k sketch after Broder, "On the resemblance and
containment of documents", 1997): two texts of which a part agrees share one of them with near certainty, wherever
they differ. They also give a hash of the whole, and one of their opening words, which catches a text of which only
the first sentence is printed.
"""

from collections.abc import Iterable
from itertools import combinations
from zlib import crc32

from corpus_index.domain.own import NOTHING_OWN
from corpus_index.domain.record import RecordKind
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve.people import family_name
from corpus_index.resolve.words import squeezed, telling, words

HINTS = ("b:", "f:", "n:", "o:", "s:", "w:")
"""How blocks begin that only hint at one paper: where very many records share one, it is a turn of phrase.

The others are of an identifier, a key, a whole title or a whole abstract, and join records however many share them.
"""
_SHINGLE = 4
_SKETCH = 8
_OPENING = 6
_TITLE_BEGINNING = 32
_SHORT_TITLE = 2
_TITLE_SKETCH = 5
_MOST_TITLE_WORDS = 16
_LONGEST = 3


def blocks(known: KnownRecord) -> frozenset[str]:
    """Give the blocks of a record; records that `compare` holds to be one paper share at least one, but for rare cases.

    Depends on the record and what a person said of it alone, never on its `id` or on other records.
    """
    record = known.record
    found = {f"at:{known.digest}#{record.ordinal}"}
    if record.kind is RecordKind.SUMMARY:
        if record.summarises is not None:
            found.add(f"at:{known.digest}#{record.summarises}")
    else:
        found |= _text_blocks(record.abstract.text)
    found |= {f"id:{each.id.scheme}:{each.id.value}" for each in record.ids}
    if record.title:
        found |= _title_blocks(record.title.text)
        if record.authors:
            found |= _author_blocks(record.authors[0].text, record.title.text)
    if record.key:
        found.add(f"key:{known.page}:{record.key.text}")
    return frozenset(found | _own_blocks(known))


def _own_blocks(known: KnownRecord) -> set[str]:
    """Give the blocks of what a person said of a record, with what it prints where nothing was said."""
    record, own = known.record, known.own
    if own is NOTHING_OWN:
        return set()
    found = {f"id:{each.scheme}:{each.value}" for each in own.ids}
    title = own.title or (record.title.text if record.title else "")
    authors = own.authors or tuple(author.text for author in record.authors)
    found |= _title_blocks(title)
    return found | _author_blocks(authors[0], title) if title and authors else found


def _title_blocks(title: str) -> set[str]:
    folded = squeezed(title)
    if not folded:
        return set()
    found = {f"t:{folded[:200]}"}
    if len(folded) > _TITLE_BEGINNING:
        found.add(f"b:{folded[:_TITLE_BEGINNING]}")
    significant = telling(title)[:_MOST_TITLE_WORDS]
    if len(significant) >= _SHORT_TITLE:
        found.add(f"f:{' '.join(significant[:_SHORT_TITLE])}")
    hashes = sorted(map(crc32, map(b" ".join, combinations(sorted(set(_encoded(significant))), 3))))
    return found | {f"w:{value:08x}" for value in hashes[:_TITLE_SKETCH]}


def _author_blocks(first_author: str, title: str) -> set[str]:
    longest = sorted(set(telling(title)), key=lambda word: (-len(word), word))[:_LONGEST]
    return {f"n:{family_name(first_author)}:{word}" for word in longest}


def _encoded(folded: Iterable[str]) -> list[bytes]:
    return " ".join(folded).encode().split()


def _text_blocks(text: str) -> set[str]:
    significant = telling(text)
    if len(significant) < 2 * _SHINGLE:
        significant = words(text)
    if not significant:
        return set()
    encoded = _encoded(significant)
    shingles = set(map(b" ".join, zip(*(encoded[at:] for at in range(_SHINGLE)), strict=False)))
    hashes = sorted(map(crc32, shingles or {b" ".join(encoded)}))
    # The byte order of the hash is the sketch's random order, so it must be the same on every machine.
    opening = f"o:{crc32(' '.join(significant[:_OPENING]).encode()):08x}"
    whole = f"a:{crc32(squeezed(text).encode()):08x}"
    return {opening, whole} | {f"s:{value:08x}" for value in hashes[:_SKETCH]}
