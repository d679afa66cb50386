"""Query text cut into tokens. Never fails: what is no syntax is a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPEN, CLOSE, MINUS, OPERATOR, WORD, PHRASE, LABEL, STRAY_QUOTE = (
    "open", "close", "minus", "operator", "word", "phrase", "label", "stray quote"
)  # fmt: skip

_QUOTES = '"“”„‟«»「」『』＂'
_BRACKETS = "()（）"
_COLONS = ":："
_TOKEN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<open>[(（])
    | (?P<close>[)）])
    | (?P<phrase>[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}])
    | (?P<stray>[{_QUOTES}])
    | (?P<minus>-(?=[^\s\-)）]))
    | (?P<operator>(?:OR|AND|NOT)(?=[\s{_BRACKETS}{_QUOTES}]|\Z))
    | (?P<label>[A-Za-z]+(?:-[A-Za-z]+)?[{_COLONS}](?=[{_QUOTES}(（]))
    | (?P<word>[^\s{_BRACKETS}{_QUOTES}]+)
    """,
    re.VERBOSE,
)
_UNSPEAKABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and lone surrogates."""
_KINDS = {"open": OPEN, "close": CLOSE, "phrase": PHRASE, "stray": STRAY_QUOTE, "minus": MINUS,
          "operator": OPERATOR, "label": LABEL, "word": WORD}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query from `start` to `end` (0-based, end exclusive); `text` of a phrase is without the quotes."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Cut `text` into tokens; every character that is not white space is in one."""
    for match in _TOKEN.finditer(_speakable(text)):
        name = match.lastgroup or ""
        if name == "phrase":
            yield Token(PHRASE, " ".join(match.group()[1:-1].split()), *match.span())
        elif name != "space":
            yield Token(_KINDS[name], match.group(), *match.span())


def _speakable(text: str) -> str:
    """Blank out what no index holds and no database takes; every other character keeps its place."""
    return _UNSPEAKABLE.sub(" ", text)


def field_of(text: str) -> tuple[str, str]:
    """Cut a word at its first colon into what may be the name of a field, in lower case, and its value.

    The name is empty where there is no colon.
    """
    place = min((text.find(colon) for colon in _COLONS if colon in text), default=-1)
    return (text[:place].lower(), text[place + 1 :]) if place >= 0 else ("", text)
