"""Query text cut into tokens. Never fails: what is no syntax is a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPEN, CLOSE, MINUS, OPERATOR, WORD, PHRASE, LABEL, STRAY_QUOTE = (
    "open", "close", "minus", "operator", "word", "phrase", "label", "stray quote"
)  # fmt: skip

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<phrase>["“”][^"“”]*["“”])
    | (?P<stray>["“”])
    | (?P<minus>-(?=[^\s\-)]))
    | (?P<operator>(?:OR|AND|NOT)(?=[\s()"“”]|\Z))
    | (?P<label>[A-Za-z]+:(?=["“”(]))
    | (?P<word>[^\s()"“”]+)
    """,
    re.VERBOSE,
)
_KINDS = {"open": OPEN, "close": CLOSE, "phrase": PHRASE, "stray": STRAY_QUOTE, "minus": MINUS,
          "operator": OPERATOR, "label": LABEL, "word": WORD}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query; `position` is its 0-based offset; `text` of a phrase is without the quotes."""

    kind: str
    text: str
    position: int


def tokens(text: str) -> Iterator[Token]:
    """Cut `text` into tokens; every character that is not white space is in one."""
    for match in _TOKEN.finditer(_speakable(text)):
        name = match.lastgroup or ""
        if name == "phrase":
            yield Token(PHRASE, " ".join(match.group()[1:-1].split()), match.start())
        elif name != "space":
            yield Token(_KINDS[name], match.group(), match.start())


def _speakable(text: str) -> str:
    """Blank out what no index holds and no database takes: control characters and lone surrogates."""
    return "".join(" " if char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" else char
                   for char in text)  # fmt: skip
