"""Citation keys: what a paper is called in a bibliography.

A key is ASCII letters, digits, `-` and `.`, which BibTeX, LaTeX and file systems take as they are. A suffix after `_`
tells papers apart that wish for the same key; it comes from their content alone. A key that a page gives, such as that
of an entry in a `.bib` file, is kept instead, with `:`, `/`, `+` and `_` too.
"""

import base64
import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from hashlib import sha256

from corpus_index.domain.facts import Introduction
from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import APART, FORMER_KEYS
from corpus_index.domain.record import RawRecord
from corpus_index.domain.work import KeyWish, KnownRecord, Work, content_of
from corpus_index.resolve.assembling import own_introductions
from corpus_index.resolve.judging import in_order
from corpus_index.resolve.key_pattern import KeyParts, key_pattern
from corpus_index.resolve.naming import mentions
from corpus_index.resolve.titles import main_artefact
from corpus_index.resolve.transliterating import ascii_text

_DEFAULT = key_pattern(
    "auth + year + veryshorttitle(1, 1) | artefact | auth + year + Title.skipwords.select(1, 1).condense"
    " | Title.skipwords.select(1, 3).condense('-')"
)
_SHORT = 3
_NAME_WORDS = 3
SUFFIX = 4
"""How many characters of a digest tell papers apart that wish for one key, unless these are the same, too."""
_CITABLE = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9:/+._-]{0,127}")
_FORBIDDEN = re.compile(r"[^A-Za-z0-9.]+")


def citable(key: str) -> bool:
    """Tell whether a key that somebody gives can be kept: ASCII without signs that LaTeX reads, with a letter."""
    return bool(_CITABLE.fullmatch(key))


def base_key(work: Work, records: Sequence[KnownRecord]) -> str:
    """Give the key of a work without regard to collisions; never empty, never with `_`, at most 48 characters.

    First author, year and first significant title word where these are known; else the name of the main artefact; else
    what is known of the former; else significant words of the title; else a digest of what the work says.
    """
    parts = key_parts(work, work.abstract or work.summary, own_introductions(records))
    return _DEFAULT.key(parts) or f"paper-{_digest(_content(work))[:8]}"


def key_parts(of: Work | Paper, text: str, introduced: Sequence[Introduction]) -> KeyParts:
    """Give what a key can be made of; `introduced` is what the paper itself introduces in its `text`."""
    return KeyParts(
        authors=of.authors,
        year=of.year,
        title=of.title,
        printed_title="" if of.title_inferred else of.title,
        artefact=_artefact(of.title, text, introduced),
    )


def key_wish(work: Work, records: Sequence[KnownRecord], frozen: str | None = None) -> KeyWish:
    """Give the wish of a work for `distinct_keys`."""
    ordered = in_order(records)
    given = [known.record.key.text for known in ordered if known.record.key]
    given += [key for known in ordered for key in _former_keys(known.record)]
    return KeyWish(
        key=base_key(work, records),
        content=_content(work),
        frozen=frozen,
        given=tuple(dict.fromkeys(key for key in given if citable(key))),
    )


def _former_keys(record: RawRecord) -> list[str]:
    return next((span.text.split(APART) for name, span in record.publication if name == FORMER_KEYS), [])


def renamed(records: Sequence[KnownRecord], key: str) -> str | None:
    """Give the key that a file of references has for a work now, where only earlier revisions of it give `key`."""
    given = [(known, known.record.key.text) for known in in_order(records) if known.record.key]
    last: defaultdict[str, int] = defaultdict(int)
    for known, _ in given:
        last[known.page] = max(known.revision, last[known.page])
    now = [(known.page, text) for known, text in given if known.revision == last[known.page]]
    if key in (text for _, text in now):
        return None
    pages = {known.page for known, text in given if text == key}
    return next((text for page, text in now if page in pages and citable(text)), None)


def key_stem(wish: KeyWish) -> str:
    """Give the wished key with the shortest suffix; what tells a work apart from others of this wish begins so."""
    return f"{wish.key}_{_digest(wish.content)[:SUFFIX]}"


def distinct_keys(
    wanted: Mapping[int, KeyWish],
    taken: Collection[str],
    reserved: Collection[str] = (),
    held: Container[str] = (),
) -> dict[int, str]:
    """Give each work its own key; independent of the order and the numbers of the works.

    `wanted` must hold every work whose key is a wished one or begins with the `key_stem` of one (without regard to
    case, as BibTeX compares), and of those with other suffixes two, if there are any: where several works wish for one
    key, each of them gets a suffix made from its content, and none the bare key. Frozen keys stay; a key that a page
    gives comes before one that is only wished for. `taken` are keys of other works and former keys, which are never
    given out again, no more than those that are `held`; those in `reserved` only where a page gives them.
    """
    keys = {work: wish.frozen for work, wish in wanted.items() if wish.frozen is not None}
    used = _Used((*taken, *keys.values()), held)
    for work in sorted((work for work in wanted if wanted[work].given), key=lambda work: _digest(wanted[work].content)):
        free = next((key for key in wanted[work].given if key not in used), None)
        if work not in keys and free is not None:
            keys[work] = free
            used.add(free)
    for key in reserved:
        used.add(key)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for work, wish in wanted.items():
        if work not in keys:
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
            used.add(keys[work])
    return {work: keys[work] for work in wanted}


class _Used:
    """Keys that somebody has, in any case."""

    def __init__(self, keys: Iterable[str], held: Container[str]) -> None:
        self._folded = {key.casefold() for key in keys}
        self._held = held

    def __contains__(self, key: str) -> bool:
        return key.casefold() in self._folded or key in self._held

    def add(self, key: str) -> None:
        self._folded.add(key.casefold())


def _free(wish: KeyWish, used: _Used) -> str:
    """Give the wished key with the shortest suffix of its digest that nobody has, else with a number behind that."""
    digest = _digest(wish.content)
    for length in range(SUFFIX, len(digest) + 1):
        key = f"{wish.key}_{digest[:length]}"
        if key not in used:
            return key
    # Of thousands of works of one content all numbers up to one are used: that is looked for in ever larger steps.
    stem = key_stem(wish)
    last, free = 1, 2
    while f"{stem}{free}" in used:
        last, free = free, 2 * free
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if f"{stem}{middle}" in used else (last, middle)
    return f"{stem}{free}"


def _artefact(title: str, text: str, introduced: Sequence[Introduction]) -> str:
    """Give the name of the main artefact, of those that the title names if it names any.

    One or two letters are a name only where the title begins with them and a colon (`s1: Simple ...`).
    """
    named = [each for each in introduced if mentions(each.name, title)]
    main = main_artefact(named or introduced, f"{title} {text}")
    # A name of many words is a description, and makes a worse key than the title.
    if main is None or len(main.name.split()) > _NAME_WORDS:
        return ""
    name = _FORBIDDEN.sub("-", ascii_text(main.name)).strip("-.")
    return name if len(name) >= _SHORT or title.startswith(f"{main.name}:") else ""


def _content(work: Work) -> str:
    return content_of(work.title, work.abstract or work.summary, work.authors)


def _digest(content: str) -> str:
    return base64.b32encode(sha256(content.encode("utf-8", "surrogatepass")).digest()).decode().casefold().rstrip("=")
