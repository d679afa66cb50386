"""The word lists of `furniture.toml`, ready to be asked."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# No line of a menu or heading is longer; longer ones are text, and are not worth a row of patterns.
LONGEST = 240
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
# An emoji, or the sign of a heading or of a point, stands apart from the words.
_LEAD = re.compile(r"(?:[^\w\s(\[+©]+\s+|\*+)+")
_GAPS = re.compile(r"[\s_]+")
_DASHES = re.compile(r"[‐-―-]+")


@dataclass(frozen=True, slots=True)
class WordList:
    """Lines that are known: whole lines as `words`, and regular expressions for whole lines."""

    words: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def holds(self, line: str) -> bool:
        """Say whether the whole line is in the list, whatever its case and the symbols around it."""
        if len(line) > LONGEST:
            return False
        if bare(line) in self.words:
            return True
        lead = _LEAD.match(line)
        body = line[lead.end() :] if lead else line
        return any(pattern.fullmatch(line) or pattern.fullmatch(body) for pattern in self.patterns)


# One line is held against many lists in a row, by several readers.
@lru_cache(maxsize=8192)
def bare(line: str) -> str:
    """Fold a line for comparing: no case, no emoji or punctuation around it, dashes and gaps as one space."""
    folded = _GAPS.sub(" ", line).casefold().replace("’", "'")
    return _DASHES.sub(" ", _AROUND.sub("", folded))


@cache
def word_list(name: str) -> WordList:
    """Return the list `[name]`; the file is read once."""
    entry = _tables()[name]
    return WordList(
        words=frozenset(bare(word) for word in entry["words"]),
        patterns=tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry["patterns"]),
    )


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    text = files("corpus_index.pages.text").joinpath("furniture.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
