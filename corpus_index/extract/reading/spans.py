"""Spans of a text in order, asked for what they cover."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans by their starts, with the furthest end that any span up to each of them reaches."""

    starts: list[int]
    furthest: list[tuple[int, int]]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> "Spans":
        """Put spans in order; they may overlap."""
        ordered = sorted(spans)
        furthest: list[tuple[int, int]] = []
        for span in ordered:
            furthest.append(max(furthest[-1], span, key=lambda each: each[1]) if furthest else span)
        return cls([start for start, _ in ordered], furthest)

    def cover(self, position: int) -> bool:
        """Say whether a span holds a position."""
        index = bisect_right(self.starts, position)
        return index > 0 and position < self.furthest[index - 1][1]

    def before(self, position: int) -> tuple[int, int] | None:
        """Give the span that ends last of those that end at or before a position, if none goes on beyond it."""
        index = bisect_right(self.starts, position)
        span = self.furthest[index - 1] if index else None
        return span if span and span[1] <= position else None
