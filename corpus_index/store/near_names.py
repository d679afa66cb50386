"""Names of which somebody remembers a part, or that are mistyped."""

import re
from collections.abc import Sequence

from corpus_index.domain.folding import fold
from corpus_index.store.connection import Store
from corpus_index.store.name_rows import ALL, WITH, keys_of, names

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


def similar(store: Store, folded: str, roles: str) -> tuple[tuple[str, ...], bool]:
    """Papers with a name like this one, and whether the likeness is to a whole name."""
    if len(folded) > LONGEST_SLIP:
        return (), False
    from rapidfuzz import fuzz, process

    found = names(store, ALL, roles)
    choices = [name.folded for name in found]
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
    return keys_of(found[at] for at in near), bool(near) and whole[near[0]] >= SIMILAR
