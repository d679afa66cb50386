"""Where the words begin that show that a paper presents something."""

import re

_PRESENTER = re.compile(
    r"\b(?:we|(?:this|the|our)\s+(?:present\s+)?(?:paper|work|report|study|article|thesis|letter|technical report))\s+"
    r"(?:(?:also|further|then|therefore|thus|hence|first|here|next|\w{2,12}ly)\s+){0,2}$",
    re.IGNORECASE,
)
_REACH = 60
_MARKS = " ),.;:]}"


def evidence_start(text: str, start: int, end: int) -> int:
    """Take in the subject of the verb at `start` (`we`, `this paper`), and leave out marks of what stands before."""
    while start < end and text[start] in _MARKS:
        start += 1
    presenter = _PRESENTER.search(text, max(0, start - _REACH), start)
    return presenter.start() if presenter else start
