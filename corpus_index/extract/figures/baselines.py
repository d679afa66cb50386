"""What a number is compared with."""

import re

from corpus_index.extract.reading.text import Text

_BASELINE = re.compile(
    r"\b(?:over|than|compared (?:to|with)|relative to|against|vs\.?|versus|"
    r"outperform\w*|surpass\w*|exceed\w*|beat\w*|improv\w+ (?:up)?on|above)\s+(?P<np>(?:the\s+|"
    r"an?\s+)?[\w.@/+-]+(?:\s+(?!by\b|on\b|in\b|with\b|and\b|across\b|when\b|"
    r"while\b|at\b|for\b|using\b)[\w.@/+'-]+){0,6})"
)


def baseline(text: Text, sentence: tuple[int, int], spot: tuple[int, int]) -> str | None:
    """Give what the number is compared with: the phrase after the nearest `over`, `than`, `outperforms`."""
    start, end = sentence
    behind = re.search(r"[;]|,\s+(?:while|and|but)\b", text.clean[spot[1] : end])
    edge = spot[1] + behind.start() if behind else end
    match = _BASELINE.search(text.clean, spot[1], edge)
    if not match:
        ahead = [m for m in _BASELINE.finditer(text.clean, start, spot[0]) if spot[0] - m.end() < 60]
        match = ahead[-1] if ahead else None
    if not match or re.match(r"(?:\d|all|the\s+\d|five|four|three|two|six|eight|ten)\b", match["np"]):
        return None
    words = re.sub(r"^(?:even\s+)?(?:the|an?)?\s*", "", text.raw[match.start("np") : match.end("np")].strip(" .,-"))
    return words or None
