"""Prose reduced to what survives another encoding, typesetting or layout of the same text."""

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files

from corpus_index.resolve.transliterating import LATIN

_SYMBOLIC_ACCENT = re.compile(r"\\[`'^\"~=.]\s*\{?\\?([A-Za-z])\}?")
_LETTERED_ACCENT = re.compile(r"\\[uvHcdbkr]\s*\{([A-Za-z])\}")
_FONT_COMMAND = re.compile(r"\\(?:text|math|emph|rm|bf|it|tt|cal)[a-z]*\b")
_DROPPED = re.compile(r"[$^{}\\]")
_ASCII_WORDS = {
    ord(char): None if char in "$^{}\\" else char.lower() if char.isalnum() else " " for char in map(chr, range(128))
}
"""What `_DROPPED`, folding of case and `_WORD` come to where there is nothing but ASCII and no apostrophe."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WITHOUT_BASE = str.maketrans(LATIN)
_APOSTROPHE = re.compile(r"(?<=\w)['’`](?=\w)|ʼ")
# Scripts that are written without spaces between words count by the character.
_WORD = re.compile(r"[぀-ヿ㐀-䶿一-鿿가-힯฀-๿]|[^\W_぀-ヿ㐀-䶿一-鿿가-힯฀-๿]+")

_LISTS = tomllib.loads(files("corpus_index.resolve").joinpath("common_words.toml").read_text(encoding="utf-8"))
_COMMON = frozenset(_LISTS["words"].split())
_SMALL = frozenset(_LISTS["small"].split())


# Whole abstracts are among the texts, and these are asked for again only while their record is at hand.
@lru_cache(maxsize=128)
def words(text: str) -> tuple[str, ...]:
    """Split into folded words: no case, accents, punctuation, LaTeX accents or mathematics markup, `l` for `ł`."""
    if "\\" in text:
        text = _LETTERED_ACCENT.sub(r"\1", _SYMBOLIC_ACCENT.sub(r"\1", text))
        text = _FONT_COMMAND.sub(" ", text)
    if text.isascii():
        if "'" in text or "`" in text:
            text = _APOSTROPHE.sub("", _DROPPED.sub("", text))
        return tuple(text.translate(_ASCII_WORDS).split())
    text = unicodedata.normalize("NFKD", _DROPPED.sub("", text))
    text = _APOSTROPHE.sub("", unicodedata.normalize("NFKD", text.casefold()).translate(_WITHOUT_BASE))
    return tuple(_WORD.findall(_NOT_ASCII.sub(_without_accent, text)))


def _without_accent(char: re.Match[str]) -> str:
    return "" if unicodedata.combining(char[0]) else char[0]


def telling(text: str) -> tuple[str, ...]:
    """Give the folded words without those that any paper has."""
    return tuple([word for word in words(text) if word not in _COMMON])


def is_small(word: str) -> bool:
    """Tell whether a folded word says nothing in a title (articles, prepositions, question words)."""
    return word in _SMALL


def squeezed(text: str) -> str:
    """Give the folded words without anything between them, so that `non-convex` equals `nonconvex`."""
    return "".join(words(text))
