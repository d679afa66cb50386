"""When two spellings of a name are the same name."""

from functools import lru_cache

_SEPARATORS = dict.fromkeys(map(ord, "-_'’`‘“”\"‐‑‒–—―"))


@lru_cache(maxsize=1 << 13)
def fold(name: str) -> str:
    """Fold case, width, spaces, hyphens and quotes away, so that `AIME '24` equals `aime24`.

    Dots stay, because they carry versions: `Qwen2.5` is not `Qwen25`.
    """
    if not name.isascii():
        # Imported here, because most names do without and importing it takes part of a millisecond.
        from unicodedata import normalize

        name = normalize("NFKC", name)
    folded = "".join(name.casefold().split())
    return folded if folded.isalnum() else folded.translate(_SEPARATORS)
