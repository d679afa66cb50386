"""Finding a paper by what a person calls it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus_index.domain.folding import fold
from corpus_index.store.connection import Store

SIMILAR = 78.0
"""Least likeness, from 0 to 100, of a correction. Two slips in a name of ten letters come to about 80."""

NEAR = 6.0
"""Names whose likeness is within this of the best one are offered together."""

SHORTEST_PART = 3
"""Fewer characters than this are looked for at the beginning of a word only."""

_OWN = "title introduces long"
_MENTIONED = "models benchmarks terms"
_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
# A name is in camel case or has its version glued to it: MiMoAudio, Qwen2.5.
_WORD_BEGIN = re.compile(r"(?<![^\W_])[^\W_]|(?<=[^\W\dA-Z_])[A-Z]|(?<=[^\W\d_])\d")


@dataclass(frozen=True, slots=True)
class Found:
    """The papers that a name may mean, likeliest first; `exact` where it is a name of theirs, not a part or a typo."""

    keys: tuple[str, ...]
    exact: bool


def find(store: Store, text: str) -> Found:
    """Find papers by key, former key, record id, title, or the name of an artefact, model or benchmark.

    Tried in this order, and the first that finds something answers: the exact key or record; in any case and
    spelling, names and titles that are the papers' own; parts of those; names that papers only mention, whole, then
    in part; and at last own names that differ by typing errors. An own name is a key, a title, or what a paper
    introduces (before what only a summary says that it introduces). Nothing is found where `keys` is empty.
    """
    folded = fold(text)
    if not folded:
        return Found((), exact=False)
    keys = _by_key(store, text.strip()) or _whole(store, folded, _OWN)
    if keys:
        return Found(keys, exact=True)
    keys = _in_part(store, text, _OWN)
    if keys:
        return Found(keys, exact=False)
    keys = _whole(store, folded, _MENTIONED)
    if keys:
        return Found(keys, exact=True)
    keys = _in_part(store, text, _MENTIONED) or _similar(store, folded, _OWN) or _similar(store, folded, _MENTIONED)
    return Found(keys, exact=False)


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


def _in_part(store: Store, text: str, roles: str) -> tuple[str, ...]:
    """Papers with a name that has the text in it, or all its words in their order (`qwen math`: Qwen2.5-Math)."""
    words = [fold(word) for word in _WORD.findall(text)]
    if not words:
        return ()
    found = [(_place(name, words), name) for name in _names(store, _NAMES_WITH, roles, words[0])]
    at_word = sorted((each for each in found if each[0] < _INSIDE), key=lambda each: (each[0], each[1].rank))
    inside = [each for each in found if len(words) == 1 and len(words[0]) >= SHORTEST_PART]
    return _distinct(name for _, name in at_word or inside)


_INSIDE = 2


def _place(name: _Name, words: Sequence[str]) -> int:
    """0 where the name begins with the words, 1 where they begin words of it in their order, else 2."""
    if name.folded.startswith("".join(words)):
        return 0
    wanted = iter(words)
    word = next(wanted, None)
    for begin in _WORD_BEGIN.finditer(name.name):
        if word is not None and fold(name.name[begin.start() :]).startswith(word):
            word = next(wanted, None)
    return 1 if word is None else _INSIDE


def _similar(store: Store, folded: str, roles: str) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    names = _names(store, _ALL_NAMES, roles)
    choices = [name.folded for name in names]
    likeness = {at: score for _, score, at in process.extract(folded, choices, scorer=fuzz.ratio, limit=None)}
    if len(folded) >= SHORTEST_PART * 2:
        # A few words of a longer name, mistyped; worth less than the whole of a name.
        for _, score, at in process.extract(folded, choices, scorer=fuzz.partial_ratio, limit=None):
            if len(choices[at]) > len(folded):
                likeness[at] = max(likeness[at], score - NEAR)
    best = max(likeness.values(), default=0.0)
    near = [at for at, score in likeness.items() if score >= max(SIMILAR, best - NEAR)]
    return _distinct(names[at] for at in sorted(near, key=lambda at: (-likeness[at], at)))


def _distinct(names: Iterable[_Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.key for name in names))
