"""White space in values that stand on one line."""

import re
import unicodedata

_SPACES = re.compile("  +")
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))


def squeezed(text: str) -> str:
    """Drop control and invisible formatting characters and squeeze white space (but keep no-break spaces)."""
    if not (text.isascii() and text.isprintable()):
        kept = "".join(" " if char in "\t\n\v\f\r\x85\u2028\u2029" else char for char in text)
        text = "".join(char for char in kept if unicodedata.category(char) not in _INVISIBLE)
    return (_SPACES.sub(" ", text) if "  " in text else text).strip()
