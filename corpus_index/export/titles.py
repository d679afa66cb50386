"""Titles in which names keep their capitals where a bibliography style lowers the rest."""

import re
from collections.abc import Collection, Iterator

from corpus_index.export.latex_text import latex_text
from corpus_index.export.protected_parts import printed_parts, with_parts
from corpus_index.export.white_space import squeezed

_WORD = re.compile(r"(?P<word>\S+)|\s+")
_EDGES = re.compile(r"^([\"'“‘(\[]*)(.*?)([\"'”’)\].,:;?!]*)$", re.DOTALL)
_STOPS = re.compile(r"^()(.*?)([.,:;?!]*)$", re.DOTALL)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def protected_title(
    title: str, names: Collection[str] = (), protected: Collection[str] = (), *, unicode: bool = False
) -> str:
    """Encode a title as LaTeX with braces around what must keep its capitals.

    That is all that is `protected` by a source; every word with a capital, or a capital and a digit, where ordinary
    title case has none (MiMo-V2-Flash, LLM, Phi-4), and every word of one of `names` that the title prints whole.
    Punctuation and brackets around a word stay outside, brackets that are part of it inside.
    """
    title = squeezed(title)
    if "$" in title or "\\(" in title:
        # Words cannot be told from formulas, so all of it is kept as it is.
        return "{" + latex_text(title, unicode=unicode) + "}"
    spans = [span for name in names for span in _places(squeezed(name), title)]

    def words(start: int, end: int) -> str:
        found = _WORD.finditer(title, start, end)
        return "".join(_protected(each, spans, unicode) if each["word"] else each[0] for each in found)

    pattern = printed_parts(protected, title)
    return with_parts(title, pattern, lambda part: f"{{{latex_text(part, unicode=unicode)}}}", words)


def _places(name: str, title: str) -> Iterator[tuple[int, int]]:
    """Where a title prints a name as it is, and not as a part of a longer word."""
    if name:
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", title):
            yield found.span()


def _protected(found: re.Match[str], names: Collection[tuple[int, int]], unicode: bool) -> str:
    word = found[0]
    edges = _EDGES.match(word)
    if edges is None or not edges[2]:
        return latex_text(word, unicode=unicode)
    if not all(_paired(edges[2], left, right) for left, right in _PAIRS):
        # The brackets belong to the word, as in GPT(s) and in [b]GPT[/b].
        edges = _STOPS.match(word) or edges
    before, inner, after = edges.groups()
    encoded = latex_text(inner, unicode=unicode)
    start = found.start() + len(before)
    named = any(first <= start and start + len(inner) <= last for first, last in names)
    if (named and inner.lower() != inner) or has_own_capitals(inner):
        encoded = "{" + encoded + "}"
    return latex_text(before, unicode=unicode) + encoded + latex_text(after, unicode=unicode)


def _paired(word: str, left: str, right: str) -> bool:
    depth = 0
    for char in word:
        depth += (char == left) - (char == right)
        if depth < 0:
            return False
    return depth == 0


def has_own_capitals(word: str) -> bool:
    """Whether the capitals of `word` belong to it, rather than to its place in a title."""
    parts = [part for part in re.split(r"[-‐-―/]", word) if part]
    if any(char.isupper() for part in parts for char in part[1:]):
        return True
    capital = any(char.isupper() for char in word)
    if capital and any(char.isdigit() for char in word):
        return True
    return len(parts) > 1 and any(len(part) == 1 and part.isupper() for part in parts)
