"""Chinese, Japanese and Korean text in the encodings of before Unicode, of which a few words look like one another.

The standards list everyday characters first (level 1 of GB 2312, Big5 and JIS X 0208; the syllables of KS X 1001). Read
in the right encoding, nearly all characters of a text are among these; in a wrong one, many are rare.
"""

import re
from dataclasses import dataclass

_SAMPLE = 4096
_BYTES = 2
_FEWEST = 2
_FEWEST_COMMON = 0.85
_FEWEST_KOREAN = 8
_RUN = re.compile(r"[^\x00-\x7f]+")
_WITHIN_A_WORD = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f](?=[A-Za-z])")
_WORDS_APART = re.compile(r"[가-힣] [가-힣]")


@dataclass(frozen=True, slots=True)
class _Standard:
    """An encoding with the ranges of two bytes that hold its everyday characters, and those of signs."""

    encoding: str
    common: tuple[tuple[int, int], ...]
    signs: tuple[int, int]


_STANDARDS = (
    _Standard("gb18030", ((0xB0A1, 0xD7F9),), (0xA1A1, 0xA3FE)),
    _Standard("big5", ((0xA440, 0xC67E),), (0xA140, 0xA3BF)),
    _Standard("cp932", ((0x829F, 0x8396), (0x889F, 0x9872)), (0x8140, 0x829A)),
    _Standard("euc_jp", ((0xA4A1, 0xA5F6), (0xB0A1, 0xCFD3)), (0xA1A1, 0xA3FE)),
    _Standard("cp949", ((0xB0A1, 0xC8FE),), (0xA1A1, 0xA3FE)),
)
"""Of two that fit alike the first is taken, so that what can be Chinese is."""


def east_asian_encoding(data: bytes) -> str | None:
    """Give the encoding in which a text is everyday Chinese, Japanese or Korean; `None` where it is in none.

    What fits Chinese and Korean alike is Korean if it is long, or has spaces between words, as Chinese has not.
    """
    fits = {each.encoding: _share(data, each) for each in _STANDARDS}
    best = max(fits, key=lambda encoding: fits[encoding])
    if fits[best] < _FEWEST_COMMON:
        return None
    if best == "gb18030" and fits["cp949"] == fits[best] and _is_korean(data):
        return "cp949"
    return best


def _share(data: bytes, standard: _Standard) -> float:
    """Say which share of the characters beyond ASCII are everyday ones; 0 for what is not in the encoding."""
    try:
        text = data.decode(standard.encoding)
    except UnicodeDecodeError:
        return 0.0
    text = text[:_SAMPLE]
    # Two letters with accents in a word in capitals look like one character.
    if 2 * len(_WITHIN_A_WORD.findall(text)) >= len(_RUN.findall(text)):
        return 0.0
    codes = [_code(char, standard.encoding) for char in text if char > "\x7f"]
    told = [code for code in codes if not standard.signs[0] <= code <= standard.signs[1]]
    common = sum(any(low <= code <= high for low, high in standard.common) for code in told)
    return common / len(told) if len(told) >= _FEWEST else 0.0


def _code(char: str, encoding: str) -> int:
    encoded = char.encode(encoding, "replace")
    return int.from_bytes(encoded, "big") if len(encoded) == _BYTES else 0


def _is_korean(data: bytes) -> bool:
    text = data.decode("cp949")
    return bool(_WORDS_APART.search(text)) or sum(char > "\x7f" for char in text) >= _FEWEST_KOREAN
