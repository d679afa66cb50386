"""Citation keys: what a paper is called in a bibliography.

A key is ASCII letters, digits, `-` and `.`, which BibTeX, LaTeX and file systems take as they are. A suffix after `_`
tells papers apart that wish for the same key; it comes from their content alone.
"""

import base64
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256

from corpus_index.domain.work import KeyWish, KnownRecord, Work, content_of
from corpus_index.resolve.assembling import own_introductions
from corpus_index.resolve.naming import mentions
from corpus_index.resolve.titles import main_artefact
from corpus_index.resolve.transliterating import ascii_text
from corpus_index.resolve.words import is_small, words

_LIMIT = 48
_SHORT = 3
_TITLE_WORDS = 3
_SUFFIX = 4
_FORBIDDEN = re.compile(r"[^A-Za-z0-9.]+")


def base_key(work: Work, records: Sequence[KnownRecord]) -> str:
    """Give the key of a work without regard to collisions; never empty, never with `_`, at most 48 characters.

    First author, year and first significant title word where author and year are known; else the name of the main
    artefact; else significant words of the title; else a digest of what the work says.
    """
    key = _author_year(work) or _artefact(work, records) or _title_words(work.title)
    return key or f"paper-{_digest(_content(work))[:8]}"


def key_wish(work: Work, records: Sequence[KnownRecord], frozen: str | None = None) -> KeyWish:
    """Give the wish of a work for `distinct_keys`."""
    return KeyWish(key=base_key(work, records), content=_content(work), frozen=frozen)


def distinct_keys(wanted: Mapping[int, KeyWish], taken: Collection[str]) -> dict[int, str]:
    """Give each work its own key; independent of the order and the numbers of the works.

    `wanted` must hold every work whose key is the wished one, or the wished one with `_` and a suffix (without regard
    to case, as BibTeX compares): where several works wish for one key, each of them gets a suffix made from its
    content, and none the bare key. Frozen keys stay. `taken` are keys of other works and former keys, which are never
    given out again.
    """
    keys = {work: wish.frozen for work, wish in wanted.items() if wish.frozen is not None}
    used = {key.casefold() for key in (*taken, *keys.values())}
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for work, wish in wanted.items():
        if wish.frozen is None:
            groups[wish.key.casefold()].append(work)
    for folded in sorted(groups):
        works = groups[folded]
        if len(works) == 1 and folded not in used:
            keys[works[0]] = wanted[works[0]].key
            used.add(folded)
            continue
        # Works of the same content cannot be told apart by it, and then any order gives the same set of keys.
        for work in sorted(works, key=lambda work: (_digest(wanted[work].content), wanted[work].key, work)):
            keys[work] = _free(wanted[work], used)
            used.add(keys[work].casefold())
    return {work: keys[work] for work in wanted}


def _free(wish: KeyWish, used: Collection[str]) -> str:
    """Give the wished key with the shortest suffix of its digest that nobody has."""
    digest = _digest(wish.content)
    for length in range(_SUFFIX, len(digest) + 1):
        key = f"{wish.key}_{digest[:length]}"
        if key.casefold() not in used:
            return key
    number = 2
    while f"{wish.key}_{digest[:_SUFFIX]}{number}".casefold() in used:
        number += 1
    return f"{wish.key}_{digest[:_SUFFIX]}{number}"


def _author_year(work: Work) -> str:
    if not work.authors or work.year is None or work.title_inferred:
        return ""
    first = work.authors[0]
    last = first.split(",")[0] if "," in first else first.strip().rpartition(" ")[2]
    name = re.sub(r"[^A-Za-z]+", "", ascii_text(last))
    significant = [word for word in _title_words_of(work.title) if len(word) > 1]
    word = significant[0] if significant else ""
    return f"{name}{work.year}{word[:1].upper()}{word[1:]}"[:_LIMIT] if name else ""


def _artefact(work: Work, records: Sequence[KnownRecord]) -> str:
    """Give the name of the main artefact, of those that the title names if it names any.

    One or two letters are a name only where the title begins with them and a colon (`s1: Simple ...`).
    """
    introduced = own_introductions(records)
    named = [each for each in introduced if mentions(each.name, work.title)]
    main = main_artefact(named or introduced, " ".join((work.title, work.abstract or work.summary)))
    # A name of many words is a description, and makes a worse key than the title.
    key = _cleaned(main.name) if main and len(main.name.split()) <= _TITLE_WORDS else ""
    return key if len(key) >= _SHORT or (key and main and work.title.startswith(f"{main.name}:")) else ""


def _title_words(title: str) -> str:
    """Join the first significant words of a title, as many as fit."""
    return _cleaned("-".join(_title_words_of(title)[:_TITLE_WORDS]))


def _title_words_of(title: str) -> list[str]:
    plain = ascii_text(title.replace("’", "'")).replace("'", "")
    significant = [word for word in words(plain) if not is_small(word)] or words(plain)
    printed = {word.casefold(): word for word in re.findall(r"[A-Za-z0-9]+", plain)}
    return [printed.get(word, word) for word in significant]


def _cleaned(name: str) -> str:
    key = _FORBIDDEN.sub("-", ascii_text(name)).strip("-.")
    if len(key) > _LIMIT:
        key = key[:_LIMIT].rsplit("-", 1)[0] if "-" in key[:_LIMIT] else key[:_LIMIT]
    return key.strip("-.")


def _content(work: Work) -> str:
    return content_of(work.title, work.abstract or work.summary, work.authors)


def _digest(content: str) -> str:
    return base64.b32encode(sha256(content.encode("utf-8", "surrogatepass")).digest()).decode().casefold().rstrip("=")
