"""Where the fault of a query is."""

from cli.console import width
from cli.layout import width_of
from cli.untrusted import clean

_INDENT = "  "


def pointed(text: str, place: tuple[int, int]) -> tuple[str, str]:
    """The text around `place` (code points: start, end) on one line, and a line of `^` under the place itself."""
    start, end = place
    before, fault, after = clean(text[:start]), clean(text[start:end]), clean(text[end:])
    room = width() - len(_INDENT)
    fault = _cut(fault, room // 2)
    before = _cut(before[::-1], (room - width_of(fault)) // 2)[::-1]
    after = _cut(after, room - width_of(before) - width_of(fault))
    marker = " " * width_of(before) + "^" * max(1, width_of(fault))
    return f"{_INDENT}{before}{fault}{after}", f"{_INDENT}{marker}"


def _cut(text: str, room: int) -> str:
    """The beginning of a text as far as `room` columns hold it."""
    kept = text[:room]
    while width_of(kept) > room:
        kept = kept[:-1]
    return text if kept == text else f"{kept[:-1]}…"
