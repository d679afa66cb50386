"""Chinese, Japanese and Korean text, which is written without spaces between its words, or with endings glued on.

The full-text index cuts text at spaces and signs, so a word within a run of such characters is no word of the index,
and neither is a Latin word that stands next to them (`GPT模型`).
"""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_RANGES = (
    ("\u1100", "\u11ff"), ("\u3005", "\u3007"), ("\u3040", "\u30ff"), ("\u3130", "\u318f"), ("\u31f0", "\u31ff"),
    ("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"), ("\uff66", "\uff9f"),
    ("\U00020000", "\U0003ffff"),
)  # fmt: skip
_CHARACTERS = "".join(f"{first}-{last}" for first, last in _RANGES)
LETTER = rf"(?![{_CHARACTERS}])[^\W_]"
"""Pattern of a letter or digit of a writing with spaces."""


def is_unspaced(text: str) -> bool:
    """Whether the text has Chinese, Japanese or Korean characters."""
    # Without a pattern, because most searches meet no such text, and compiling takes milliseconds.
    return not text.isascii() and any(
        first <= char <= last for char in set(text) if char >= _RANGES[0][0] for first, last in _RANGES
    )


def runs(text: str) -> list[str]:
    """The runs of such characters, in their order."""
    return _run().findall(text) if is_unspaced(text) else []


def pairs(text: str) -> set[str]:
    """Each such character with the one behind it, or alone at the end of a run."""
    return {run[at : at + 2] for run in runs(text) for at in range(len(run))}


def glued_words(text: str) -> Iterator[str]:
    """Words with letters of other writings that such characters touch, with what hyphens and dots join to them."""
    if is_unspaced(text):
        for match in _glued().finditer(text):
            if any(char.isalpha() for char in match.group()):
                yield match.group()


@cache
def _run() -> re.Pattern[str]:
    import re

    return re.compile(f"[{_CHARACTERS}]+")


@cache
def _glued() -> re.Pattern[str]:
    import re

    word = rf"(?:{LETTER})+(?:[-.'’](?:{LETTER})+)*"
    return re.compile(rf"(?<=[{_CHARACTERS}]){word}|(?<!{LETTER})(?<![-.'’]){word}(?=[{_CHARACTERS}])")
