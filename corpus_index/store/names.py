"""Finding a paper by what a person calls it."""

import re
from collections.abc import Iterable, Sequence

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.folding import fold
from corpus_index.store.connection import Store

SIMILAR = 78.0
"""Least likeness, from 0 to 100, of a correction. Two slips in a name of ten letters come to about 80."""

NEAR = 6.0
"""Names whose likeness is within this of the best one are offered together."""

SHORTEST_PART = 5
"""Fewer characters than this (`real`, `nope`) are looked for at the beginning of a word only, and in one word."""

LONGEST_SLIP = 500
"""More characters than this, which no name has, are not looked through for typing errors."""

SHORTEST_SLIP = 6
"""Fewer characters than this are compared with whole names only, not with a few words of a longer one."""

_OWN = "title introduces long"
_MENTIONED = "models benchmarks terms"
_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
# A name is in camel case or has its version glued to it: MiMoAudio, Qwen2.5.
_WORD_BEGIN = re.compile(r"(?<![^\W_])[^\W_]|(?<=[^\W\dA-Z_])[A-Z]|(?<=[^\W\d_])\d")
_RUN = re.compile(r"\S+")
_HUMP = re.compile(r"(?:[A-Z]+|\d[\d.]*)?[^\WA-Z_]*")


@dataclass(frozen=True, slots=True)
class Found:
    """The papers that a name may mean, likeliest first; `exact` where it is a name of theirs, not a part or a typo.

    `sure` where a single paper may be taken without asking: it is exact, or the beginning or a misspelling of a name
    of its own. Else even a single paper is only an offer.
    """

    keys: tuple[str, ...]
    exact: bool
    sure: bool = False


def find(store: Store, text: str) -> Found:
    """Find papers by key, former key, record id, title, or the name of an artefact, model or benchmark.

    Tried in this order, and the first that finds something answers: the exact key or record; in any case and
    spelling, names and titles that are the papers' own; beginnings of those, then words in them; names that papers
    only mention, whole, then in part; what stands inside a word or across words, own names first; and at last names
    that differ by typing errors. An own name is a key, a title, or what a paper introduces (before what only a
    summary says that it introduces). Nothing is found where `keys` is empty.
    """
    folded = fold(text)
    if not folded:
        return Found((), exact=False)
    words = [fold(word) for word in _WORD.findall(text)]
    keys = _by_key(store, text.strip()) or _whole(store, folded, _OWN)
    if keys:
        return Found(keys, exact=True, sure=True)
    keys, begins = _in_words(store, words, _OWN)
    if keys:
        return Found(keys, exact=False, sure=begins)
    keys = _whole(store, folded, _MENTIONED)
    if keys:
        return Found(keys, exact=True, sure=True)
    keys = _in_words(store, words, _MENTIONED)[0] or _inside(store, words, _OWN) or _inside(store, words, _MENTIONED)
    if keys:
        return Found(keys, exact=False)
    keys, close = _similar(store, folded, _OWN)
    return Found(keys or _similar(store, folded, _MENTIONED)[0], exact=False, sure=close)


def _keys(store: Store, statement: str, *values: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["key"] for row in store.connection.execute(statement, values)))


def _by_key(store: Store, text: str) -> tuple[str, ...]:
    statements = (
        "SELECT key FROM papers WHERE key = ?",
        "SELECT key FROM aliases JOIN papers ON papers.id = paper_id WHERE alias = ?",
        "SELECT key FROM papers WHERE key = ? COLLATE NOCASE",
        "SELECT key FROM aliases JOIN papers ON papers.id = paper_id WHERE alias = ? COLLATE NOCASE",
    )
    for statement in statements:
        keys = _keys(store, statement, text)
        if keys:
            return keys
    page, mark, ordinal = text.rpartition("#")
    if mark and ordinal.isascii() and ordinal.isdigit():
        return _keys(store, "SELECT key FROM sources WHERE record = ?", f"{page}#{ordinal}")
    return ()


@dataclass(frozen=True, slots=True)
class _Name:
    key: str
    name: str
    folded: str
    rank: int


_NAMES = """
    SELECT papers.key, names.name, names.folded, CASE WHEN facts.trust = 'summary' THEN 2
           WHEN names.role = 'title' THEN 1 ELSE 0 END AS rank
    FROM names JOIN papers ON papers.id = names.paper_id LEFT JOIN facts ON facts.id = names.fact_id
    WHERE instr(?, CASE WHEN facts.role = 'introduced' THEN 'introduces' ELSE names.role END) > 0 {condition}
    ORDER BY rank, papers.key, names.name
"""
_ALL_NAMES = _NAMES.format(condition="")
_NAMES_EQUAL = _NAMES.format(condition="AND names.folded = ?")
_NAMES_WITH = _NAMES.format(condition="AND instr(names.folded, ?) > 0")


def _names(store: Store, statement: str, *values: str) -> list[_Name]:
    """Names in order: what the paper introduces, its title, and at last what only a summary says it introduces."""
    rows = store.connection.execute(statement, values)
    return [_Name(row["key"], row["name"], row["folded"], row["rank"]) for row in rows]


def _whole(store: Store, folded: str, roles: str) -> tuple[str, ...]:
    found = _names(store, _NAMES_EQUAL, roles, folded)
    claimed_by_summary = [name for name in found if name.rank == 2]
    return _distinct([name for name in found if name.rank < 2] or claimed_by_summary)


def _in_words(store: Store, words: Sequence[str], roles: str) -> tuple[tuple[str, ...], bool]:
    """Papers with a name that begins with the words, or else with one in which they begin words in their order.

    The second value says that they stand at the beginning (`qwen math`: Qwen2.5-Math).
    """
    if not words:
        return (), False
    found = [(_place(name.name, words), name) for name in _names(store, _NAMES_WITH, roles, words[0])]
    first = _distinct(name for place, name in found if place == 0)
    return first or _distinct(name for place, name in found if place), bool(first)


def _place(name: str, words: Sequence[str]) -> int | None:
    """Which word of the name, counted from 0, begins with the first word, if all begin words of it in their order."""
    joined = "".join(words)
    if len(joined) >= SHORTEST_PART and fold(name).startswith(joined):
        return 0
    wanted = iter(words)
    word = next(wanted, None)
    first = None
    for number, begin in enumerate(_WORD_BEGIN.finditer(name)):
        if word is not None and _begins(name, begin.start(), word):
            first = number if first is None else first
            word = next(wanted, None)
    return first if word is None else None


def _begins(name: str, at: int, word: str) -> bool:
    """Whether the name goes on with `word` from here on. A short word must not reach into the next one (`an open`)."""
    if len(word) >= SHORTEST_PART:
        return fold(name[at:]).startswith(word)
    hump = at > 0 and name[at - 1].isalnum()
    reach = _HUMP.match(name, at) if hump else _RUN.match(name, at)
    return reach is not None and fold(reach[0]).startswith(word)


def _inside(store: Store, words: Sequence[str], roles: str) -> tuple[str, ...]:
    """Papers with a name that has the one word anywhere in it, if it is long enough not to stand there by chance."""
    if len(words) != 1 or len(words[0]) < SHORTEST_PART:
        return ()
    return _distinct(_names(store, _NAMES_WITH, roles, words[0]))


def _similar(store: Store, folded: str, roles: str) -> tuple[tuple[str, ...], bool]:
    """Papers with a name like this one, and whether the likeness is to a whole name."""
    if len(folded) > LONGEST_SLIP:
        return (), False
    from rapidfuzz import fuzz, process

    names = _names(store, _ALL_NAMES, roles)
    choices = [name.folded for name in names]
    whole = {at: score for _, score, at in process.extract(folded, choices, scorer=fuzz.ratio, limit=None)}
    likeness = dict(whole)
    if len(folded) >= SHORTEST_SLIP:
        # A few words of a longer name, mistyped; worth less than the whole of a name.
        for _, score, at in process.extract(folded, choices, scorer=fuzz.partial_ratio, limit=None):
            if len(choices[at]) > len(folded):
                likeness[at] = max(likeness[at], score - NEAR)
    best = max(likeness.values(), default=0.0)
    near = sorted(
        (at for at, score in likeness.items() if score >= max(SIMILAR, best - NEAR)), key=lambda at: (-likeness[at], at)
    )
    return _distinct(names[at] for at in near), bool(near) and whole[near[0]] >= SIMILAR


def _distinct(names: Iterable[_Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.key for name in names))
