"""Sizes of pictures, grids and kernels: `512x512`, `3x3 kernels`."""

import re
from collections.abc import Iterator

from corpus_index.extract.specs.phrase import Found

_SQUARE = re.compile(r"(?P<side>\d(?<![\w.^].)\d{0,4})\s{0,9}x\s{0,9}(?P=side)(?![\w.]|\s{0,9}x|\s(?:[kcmnuμ]?m|ft)\b)")
_SMALL = re.compile(
    r"[\s-]{1,9}(?:[\w-]+\s+){0,2}?(?P<noun>kernel|filter|grid|patch|window|convolution|mesh|board|maze|array|lattice)"
    r"(?:e?s)?\b"
)
_LEAST = 16


def squares(text: str, start: int, end: int) -> Iterator[Found]:
    """A picture or grid as high as wide is described by one side; areas (`200x200 m`) are neither.

    >>> specs("We generate pictures at 512x512 pixels with 3x3 kernels.")
    other 512 pixels (square pictures)
    other 3 x3 kernel (small squares)
    """
    if text.find("x", start, end) < 0:
        return
    for square in _SQUARE.finditer(text, start, end):
        side, small = int(square["side"]), _SMALL.match(text, square.end(), end)
        if small and side > 1:
            yield Found("other", side, f"x{side} {small['noun']}", *square.span(), rule="small squares")
        elif side >= _LEAST:
            yield Found("other", side, "pixels", *square.span(), rule="square pictures")
