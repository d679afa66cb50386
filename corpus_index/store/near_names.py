"""Names of which somebody remembers a part, or that are mistyped."""

import re
from collections.abc import Collection, Sequence

from corpus_index.domain.folding import fold
from corpus_index.store.connection import Store
from corpus_index.store.name_rows import EQUAL, MENTIONED, OWN, WITH, Name, keys_of, names

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

_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
# A name is in camel case or has its version glued to it: MiMoAudio, Qwen2.5.
_WORD_BEGIN = re.compile(r"(?<![^\W_])[^\W_]|(?<=[^\W\dA-Z_])[A-Z]|(?<=[^\W\d_])\d")
_RUN = re.compile(r"\S+")
_HUMP = re.compile(r"(?:[A-Z]+|\d[\d.]*)?[^\WA-Z_]*")


def words_of(text: str) -> list[str]:
    """The words of what a person typed, each folded; a version is one (`2.5`)."""
    return [fold(word) for word in _WORD.findall(text)]


def in_words(store: Store, words: Sequence[str], roles: str) -> tuple[tuple[str, ...], bool]:
    """Papers with a name that begins with the words, or else with one in which they begin words in their order.

    The second value says that they stand at the beginning (`qwen math`: Qwen2.5-Math).
    """
    if not words:
        return (), False
    found = [(_place(name.name, words), name) for name in names(store, WITH, roles, words[0])]
    first = keys_of(name for place, name in found if place == 0)
    return first or keys_of(name for place, name in found if place), bool(first)


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


def inside(store: Store, words: Sequence[str], roles: str) -> tuple[str, ...]:
    """Papers with a name that has the one word anywhere in it, if it is long enough not to stand there by chance."""
    if len(words) != 1 or len(words[0]) < SHORTEST_PART:
        return ()
    return keys_of(names(store, WITH, roles, words[0]))


def similar(store: Store, folded: str) -> tuple[tuple[str, ...], bool]:
    """Papers with an own name or a key like this, and whether it is like a whole one; else those that mention one.

    A key with other digits is that of another paper.
    """
    if len(folded) > LONGEST_SLIP:
        return (), False
    wholes, parts = _like(folded, {row[0] for row in store.connection.execute("SELECT folded FROM names")})
    likeness = {name: max(wholes.get(name, 0.0), parts.get(name, 0.0)) for name in wholes.keys() | parts.keys()}
    for roles in (OWN, MENTIONED):
        found = [(likeness[near], name) for near in likeness for name in names(store, EQUAL, roles, near)]
        if roles == OWN:
            keys = {fold(row[0]): row[0] for row in store.connection.execute("SELECT key FROM papers")}
            near_keys = _like(folded, {key for key in keys if _digits(key) == _digits(folded)})[0]
            found += [(score, Name(keys[key], keys[key], key, 0)) for key, score in near_keys.items()]
            wholes |= near_keys
        if found:
            least = max(score for score, _ in found) - NEAR
            found.sort(key=lambda each: (-each[0], each[1].rank, each[1].key, each[1].name))
            near = keys_of(name for score, name in found if score >= least)
            return near, roles == OWN and found[0][1].folded in wholes
    return (), False


def _like(folded: str, known: Collection[str]) -> tuple[dict[str, float], dict[str, float]]:
    """Which of the known names are like this one, and how much; and those of which a part is, if the name is longer."""
    from rapidfuzz import fuzz, process

    wholes = process.extract(folded, known, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None)
    parts: Sequence[tuple[str, float, int]] = ()
    if len(folded) >= SHORTEST_SLIP:
        # A few words of a longer name, mistyped; worth less than the whole of a name.
        longer = [name for name in known if len(name) > len(folded)]
        parts = process.extract(folded, longer, scorer=fuzz.partial_ratio, score_cutoff=SIMILAR + NEAR, limit=None)
    return {name: score for name, score, _ in wholes}, {name: score - NEAR for name, score, _ in parts}


def _digits(text: str) -> list[str]:
    return [char for char in text if char.isdecimal()]
