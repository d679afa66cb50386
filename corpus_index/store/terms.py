"""The terms of a text exactly as the full-text table cuts and stems it, because FTS5 itself is asked for them.

It is asked once for each word, so that the terms of many texts cost little more than cutting them at spaces.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock

_PIECE = re.compile(r"[^\x00-/:-@\[-`{-\x7f]+")
"""What stands between signs of ASCII, all of which separate words; what else does is left to FTS5."""
_MOST_KNOWN = 500_000


class Terms:
    """Cuts texts as one `tokenizer` does (see `full_text.tokenizer`)."""

    def __init__(self, tokenizer: str) -> None:
        self._known: dict[str, str] = {}
        self._lock = Lock()
        self._words = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._words.execute(f"CREATE VIRTUAL TABLE words USING fts5(word, content='', tokenize='{tokenizer}')")
        self._words.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(words, instance)")

    def written(self, texts: Sequence[str]) -> list[str]:
        """Each text as its terms, each between two spaces of its own (` a  b `), so that one can be looked for."""
        cut = [_PIECE.findall(text.lower() if text.isascii() else text) for text in texts]
        with self._lock:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            if new := {piece for pieces in cut for piece in pieces} - self._known.keys():
                self._learn(new)
            return ["".join(map(self._known.__getitem__, pieces)) for pieces in cut]

    def _learn(self, pieces: Iterable[str]) -> None:
        new = list(pieces)
        found: dict[int, list[str]] = {at: [] for at in range(len(new))}
        self._words.execute("BEGIN")
        # Half of a surrogate pair, which is no character, cannot be written in UTF-8; it separates words.
        rows = ((at, piece.encode("utf-8", "replace").decode("utf-8")) for at, piece in enumerate(new))
        self._words.executemany("INSERT INTO words(rowid, word) VALUES (?, ?)", rows)
        for at, term in self._words.execute("SELECT doc, term FROM terms ORDER BY doc, offset"):
            found[at].append(term)
        self._words.execute("INSERT INTO words(words) VALUES ('delete-all')")
        self._words.execute("COMMIT")
        self._known.update((new[at], "".join(f" {term} " for term in terms)) for at, terms in found.items())


@lru_cache(maxsize=2)
def terms_of(tokenizer: str) -> Terms:
    """The one `Terms` of a tokenizer in this process, which remembers words from one call to the next."""
    return Terms(tokenizer)
