"""When two spellings of a name are the same name."""

import unicodedata
from functools import lru_cache

_SEPARATORS = dict.fromkeys(map(ord, "-_'’`‘“”\"‐‑‒–—―"))


@lru_cache(maxsize=1 << 13)
def fold(name: str) -> str:
    """Fold case, width, spaces, hyphens and quotes away, so that `AIME '24` equals `aime24`.

    Dots stay, because they carry versions: `Qwen2.5` is not `Qwen25`.
    """
    folded = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    return folded if folded.isalnum() else folded.translate(_SEPARATORS)
