"""Words of Chinese, Japanese and Korean text, which is written without spaces between them, or with endings glued on.

The full-text index cuts text at spaces and signs, so a word within a run of such characters is no word of the index.
Terms with such characters are therefore looked for as they stand, anywhere in a text.
"""

import re
from collections.abc import Sequence

_CHARACTERS = (
    r"[\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    r"\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
COLUMNS = ("title", "names", "abstract", "summary")
"""Texts of a paper, columns of the table `papers`."""


def is_unspaced(text: str) -> bool:
    """Whether the text has Chinese, Japanese or Korean characters."""
    # Compiled when it is needed, because most searches need it not and compiling takes milliseconds.
    return not text.isascii() and re.search(_CHARACTERS, text) is not None


def escaped(text: str) -> str:
    """Write text for a LIKE pattern with the escape character `\\`."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def found_literally(columns: tuple[str, ...]) -> str:
    """SQL that is true where one of the columns of `papers` holds a text; each has a placeholder for `pattern`."""
    return " OR ".join(f"papers.{column} LIKE ? ESCAPE '\\'" for column in columns)


def pattern(text: str) -> str:
    """The LIKE pattern for a text anywhere in another; ASCII letters in either case."""
    return f"%{escaped(text)}%"


def places(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Code points (start, end) where terms stand in the text, in order and without overlaps."""
    if not terms:
        return []
    wanted = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
    return [match.span() for match in re.finditer(wanted, text, re.IGNORECASE | re.ASCII)]
