"""What a number is compared with."""

import re
from itertools import pairwise

from corpus_index.extract.reading.text import Text

_NOUN_PHRASE = (
    r"(?P<np>(?:even\s+)?(?:the\s+|an?\s+)?(?!\d|it\b|its\b|them\b|this\b|that\b|those\b|these\b|all\b|each\b|both\b|"
    r"(?:two|three|four|five|six|eight|ten|other|others)\b)[\w.@/+-]+(?:\s+(?!by\b|"
    r"on\b|in\b|with\b|and\b|across\b|when\b|while\b|at\b|"
    r"for\b|using\b|under\b|that\b|which\b)[\w.@/+'-]+){0,6})"
)
_BASELINE = re.compile(
    rf"\b(?:over|(?<!longer )(?<!shorter )(?<!other )(?<!rather )than|compared (?:to|"
    rf"with)|relative to|above|below|against|vs\.?|versus|outperform\w*|surpass\w*|"
    rf"exceed\w*|beat\w*)\s+{_NOUN_PHRASE}"
)
_OPENS = re.compile(rf"(?:[\w-]+,\s+)?[Cc]ompared (?:to|with)\s+{_NOUN_PHRASE}")
_RIVALS = re.compile(
    r"\b(?:outperform|surpass|exceed|beat)\w*\s+(?P<list>[\w.@/+-]+(?:(?:,\s+(?:and\s+)?|"
    r"\s+and\s+)[\w.@/+-]+)+)\s+by\s+$"
)


def baseline(text: Text, sentence: tuple[int, int], spots: list[tuple[int, int]], index: int) -> str | None:
    """Give what a number is compared with: the phrase after the nearest `over`, `than`, `outperforms`.

    Where a list of rivals stands before a list of as many numbers, each number has its own.
    """
    start, end = sentence
    turn = _in_turn(text, sentence, spots, index)
    if turn:
        return turn
    spot = spots[index]
    behind = re.search(r"[;]|,\s+(?:while|and|but)\b", text.clean[spot[1] : end])
    edge = spot[1] + behind.start() if behind else end
    edge = min(edge, spots[index + 1][0]) if index + 1 < len(spots) else edge
    match = _BASELINE.search(text.clean, spot[1], edge)
    if not match:
        match = _OPENS.match(text.clean, start, spot[0])
    if not match:
        ahead = [m for m in _BASELINE.finditer(text.clean, start, spot[0]) if spot[0] - m.end() < 60]
        match = ahead[-1] if ahead else _BASELINE.search(text.clean, spot[1], end)
    if not match:
        return None
    words = re.sub(r"^(?:even\s+)?(?:(?:the|an?)\s+)?", "", text.raw[match.start("np") : match.end("np")].strip(" .,-"))
    return words or None


def _in_turn(text: Text, sentence: tuple[int, int], spots: list[tuple[int, int]], index: int) -> str | None:
    """`outperforms A and B by 13.0% and 22.2%`."""
    for first in range(index, -1, -1):
        rivals = _RIVALS.search(text.clean[sentence[0] : spots[first][0]])
        if rivals:
            names = re.split(r",\s+(?:and\s+)?|\s+and\s+", rivals["list"])
            run = spots[first : first + len(names)]
            listed = all(re.fullmatch(r"\s*(?:,|and|,\s*and)\s*", text.clean[a[1] : b[0]]) for a, b in pairwise(run))
            return names[index - first] if listed and len(run) == len(names) and index - first < len(names) else None
    return None
