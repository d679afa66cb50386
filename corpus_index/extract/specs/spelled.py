"""Numbers in words that specifications take: `three MTP layers`, `one hundred million hours`."""

import re
from collections.abc import Iterator

from corpus_index.extract.reading.bounds import bound_before
from corpus_index.extract.reading.numbers import Number

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}
_LAYERS = re.compile(
    rf"(?<!or )(?<!every )\b(?P<word>{'|'.join(_WORDS)})(?=\s+(?:[A-Z]{{2,5}}|hidden|convolutional|[Tt]ransformer|"
    rf"dense|linear)\s+layers\b)"
)
_MAGNITUDES = re.compile(
    rf"\b(?P<word>{'|'.join(_WORDS)})(?P<hundred> hundred)? (?P<scale>thousand|million|billion)\b(?=\s+(?:of\s+)?[a-z])"
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def spelled_numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """Give the numbers of a sentence that are spelled out and can specify something."""
    found = [(match, _WORDS[match["word"]], False) for match in _LAYERS.finditer(text, start, end)]
    for match in _MAGNITUDES.finditer(text, start, end):
        factor = _SCALES[match["scale"]] * (100 if match["hundred"] else 1)
        found.append((match, _WORDS[match["word"]] * factor, True))
    for match, value, scaled in found:
        bound = bound_before(text, match.start())
        yield Number(match.start(), match.end(), value, None, None, 0, bound, scaled, "spelled")
