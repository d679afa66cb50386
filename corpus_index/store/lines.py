"""Line numbers of places in a page, as an editor counts them."""

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Where the lines of one text begin; the first line is line 1."""

    def __init__(self, text: str) -> None:
        self._begins = [0, *(match.end() for match in _BREAK.finditer(text))]

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """First and last line that the code points `start` to `end` (exclusive) stand on."""
        return bisect_right(self._begins, start), bisect_right(self._begins, max(start, end - 1))
