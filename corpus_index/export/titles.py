"""Titles in which names keep their capitals where a bibliography style lowers the rest."""

import re
from collections.abc import Collection, Iterator

from corpus_index.export.latex_text import latex_text, text_and_formulas
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
    Punctuation and brackets around a word stay outside, brackets that are part of it inside. So are formulas.
    """
    pieces = list(text_and_formulas(squeezed(title)))
    beside = [False, *(is_formula for _, is_formula in pieces), False]
    return "".join(
        f"{{{text}}}"
        if is_formula
        else _stretch(text, names, protected, behind=beside[at], before=beside[at + 2], unicode=unicode)
        for at, (text, is_formula) in enumerate(pieces)
    )


def _stretch(
    text: str, names: Collection[str], protected: Collection[str], *, behind: bool, before: bool, unicode: bool
) -> str:
    """Encode a stretch of a title that stands behind or before a formula; a word that touches it belongs to it."""
    spans = [span for name in names for span in _places(squeezed(name), text)]

    def words(start: int, end: int) -> str:
        return "".join(map(word, _WORD.finditer(text, start, end)))

    def word(found: re.Match[str]) -> str:
        if not found["word"]:
            return found[0]
        touches = (behind and found.start() == 0) or (before and found.end() == len(text))
        if touches and found[0].lower() != found[0]:
            return f"{{{latex_text(found[0], unicode=unicode)}}}"
        return _protected(found, spans, unicode)

    pattern = printed_parts(protected, text)
    return with_parts(text, pattern, lambda part: f"{{{latex_text(part, unicode=unicode)}}}", words)


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
