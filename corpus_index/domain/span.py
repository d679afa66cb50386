"""An address in a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `start` to `end` (exclusive) of a page's decoded text, and the `text` that stands there."""

    start: int
    end: int
    text: str
