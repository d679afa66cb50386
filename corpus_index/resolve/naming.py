"""Names of models, methods and data: their parts, their family, and what they look like."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus_index.domain.folding import fold

# Makers that some authors print before a name that is complete without them.
_MAKERS = frozenset({"anthropic", "google", "meta", "microsoft", "nvidia", "openai"})

_SEPARATOR = re.compile(r"[\s\-_/‐-―]+")
_GLUED_VERSION = re.compile(r"([^\W\d_]+)(\d+(?:\.\d+)*[a-z]?)")
_VERSION = re.compile(r"v?\d+(?:\.\d+)*[a-z]?", re.IGNORECASE)
_DESIGNATOR = re.compile(r"[a-uw-z]\d+(?:\.\d+)*", re.IGNORECASE)
_SIZE = re.compile(r"(?:\d+x)?[ae]?\d+(?:\.\d+)?[bmkt]", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+|[^\W_]+")


@dataclass(frozen=True, slots=True)
class ModelName:
    """The parts of a model's name, in printed order: `Qwen2.5-Math-7B` is Qwen, 2.5, (math, 7b).

    `word` keeps its case; all else is folded. `number` is a version, or a letter with a number (`R1`, `K2`), which
    tells models apart as a version does but cannot be left out. `stem` stands before the number (`DeepSeek-Prover-V2`:
    prover), `tail` behind it, or behind the word where there is no number.
    """

    word: str
    stem: tuple[str, ...]
    number: str
    tail: tuple[str, ...]

    @property
    def sizes(self) -> tuple[str, ...]:
        """The sizes in the tail."""
        return tuple(sorted(piece for piece in self.tail if _SIZE.fullmatch(piece)))

    @property
    def variants(self) -> tuple[str, ...]:
        """The tail without its sizes."""
        return tuple(piece for piece in self.tail if not _SIZE.fullmatch(piece))

    @property
    def versioned(self) -> bool:
        """Whether the number is a version."""
        return bool(self.number) and not _DESIGNATOR.fullmatch(self.number)

    def without_version(self) -> "ModelName":
        """Give the name as one would write it who leaves the version out."""
        return ModelName(self.word, (), "", self.stem + self.tail) if self.versioned else self


@lru_cache(maxsize=8192)
def parse_model(name: str) -> ModelName:
    """Split the name of a model, with or without hyphens: `Phi4-mini` and `Phi-4-mini` have the same parts."""
    pieces = _pieces(name)
    if not pieces:
        return ModelName("", (), "", ())
    glued = _GLUED_VERSION.fullmatch(pieces[0])
    if glued:
        pieces = [glued[1], glued[2], *pieces[1:]]
    rest = tuple(piece.casefold() for piece in pieces[1:])
    for at, piece in enumerate(rest):
        if _VERSION.fullmatch(piece) and not _SIZE.fullmatch(piece):
            return ModelName(pieces[0], rest[:at], piece, rest[at + 1 :])
        if at == 0 and _DESIGNATOR.fullmatch(piece):
            return ModelName(pieces[0], (), piece, rest[1:])
    return ModelName(pieces[0], (), "", rest)


def _pieces(name: str) -> list[str]:
    pieces = [piece for piece in _SEPARATOR.split(unicodedata.normalize("NFKC", name)) if piece]
    return pieces[1:] if len(pieces) > 1 and pieces[0].casefold() in _MAKERS else pieces


@lru_cache(maxsize=8192)
def family(name: str) -> str:
    """Give the first word of a name, folded (`Qwen2.5-Math`: `qwen`): only uses of one family can be linked."""
    pieces = _pieces(name)
    word = _FIRST_WORD.match(pieces[0].lstrip("_")) if pieces else None
    return fold(word[0] if word else name)


def is_acronym(name: str) -> bool:
    """Tell whether a name has no letters but capitals, and neither digits nor hyphens (a plural `s` is allowed)."""
    letters = name.removesuffix("s")
    return letters.isalpha() and letters.isupper()


def is_plain_word(name: str) -> bool:
    """Tell whether a name looks like a word (Tina) or an acronym (START): no digit, no hyphen, no capital inside."""
    mixed = any(after.isupper() and before.islower() for before, after in pairwise(name)) or (
        any(after.isupper() and before.isupper() for before, after in pairwise(name)) and not is_acronym(name)
    )
    return not mixed and not any(char.isdigit() or char == "-" for char in name)


def is_distinctive(name: str) -> bool:
    """Tell whether a name can hardly be anything but a name: four characters or more, no plain word, not all small."""
    return len(name) >= 4 and name != name.lower() and not is_plain_word(name)


def mentions(name: str, text: str) -> int:
    """Count how often a text names something or a member of it (`MiMo-7B-RL` names `MiMo-7B`)."""
    return sum(1 for _ in places(name, text))


def places(name: str, text: str) -> Iterator[int]:
    """Give where a text names something or a member of it, one place behind the other."""
    at = text.find(name)
    while name and at >= 0:
        end = at + len(name)
        whole = not (_is_of_word(text[at - 1 : at]) or text[at - 1 : at] == "-" or _is_of_word(text[end : end + 1]))
        if whole:
            yield at
        at = text.find(name, end if whole else at + 1)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"
