"""Text as a person sees it: a page must not say to a language model what nobody else can read."""

import unicodedata

_KEPT = frozenset("\n\t\u200c\u200d")
"""Line ends, tabs, and the joiners that some scripts need."""
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Choose between forms of the character before them. In a row of any length they are not seen, and spell any text."""


def visible(text: str) -> str:
    """Leave out control and invisible formatting characters, tags, variation selectors and half characters."""
    if text.isascii() and text.isprintable():
        return text
    unseen = [ord(char) for char in set(text) - _KEPT if not _is_seen(char)]
    return text.translate(dict.fromkeys(unseen))


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN and not any(ord(char) in some for some in _SELECTORS)
