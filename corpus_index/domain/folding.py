"""When two spellings of a name are the same name."""

import re
import unicodedata
from functools import lru_cache

_SEPARATORS = re.compile(r"[\s\-_'’`‘“”\"‐-―]+")


@lru_cache(maxsize=1 << 13)
def fold(name: str) -> str:
    """Fold case, width, spaces, hyphens and quotes away, so that `AIME '24` equals `aime24`.

    Dots stay, because they carry versions: `Qwen2.5` is not `Qwen25`.
    """
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", name).casefold())
