"""Query text cut into tokens. Never fails: what is no syntax is a word."""

from collections.abc import Callable, Iterator

from corpus_index.domain.dataclass import dataclass

OPEN, CLOSE, MINUS, OPERATOR, WORD, PHRASE, LABEL, STRAY_QUOTE = (
    "open", "close", "minus", "operator", "word", "phrase", "label", "stray quote"
)  # fmt: skip

_QUOTES = '"“”„‟«»「」『』＂'
_OPENING, _CLOSING = "(（", ")）"
_COLONS = ":："
_OPERATORS = ("OR", "AND", "NOT")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query from `start` to `end` (0-based, end exclusive); `text` of a phrase is without the quotes."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Cut `text` into tokens; every character that is not white space is in one."""
    # By hand, because importing regular expressions takes longer than all of a search.
    text = _speakable(text)
    start = 0
    while start < len(text):
        if text[start].isspace():
            start += 1
            continue
        token = _token(text, start)
        yield token
        start = token.end


def _token(text: str, start: int) -> Token:
    """The token that begins at `start`, where no white space is."""
    char, after = text[start], text[start + 1 : start + 2]
    if char in _OPENING + _CLOSING:
        return Token(OPEN if char in _OPENING else CLOSE, char, start, start + 1)
    if char in _QUOTES:
        end = _first(text, start + 1, _is_quote)
        if end == len(text):
            return Token(STRAY_QUOTE, char, start, start + 1)
        return Token(PHRASE, " ".join(text[start + 1 : end].split()), start, end + 1)
    if char == "-" and after and not after.isspace() and after not in "-" + _CLOSING:
        return Token(MINUS, char, start, start + 1)
    end = _first(text, start, _ends_word)
    word = text[start:end]
    if word in _OPERATORS:
        return Token(OPERATOR, word, start, end)
    labels = _is_label(word) and text[end : end + 1] in tuple(_QUOTES + _OPENING)
    return Token(LABEL if labels else WORD, word, start, end)


def _first(text: str, start: int, fits: Callable[[str], bool]) -> int:
    """The place of the first character from `start` on that fits; the end of the text where none does."""
    return next((place for place in range(start, len(text)) if fits(text[place])), len(text))


def _is_quote(char: str) -> bool:
    return char in _QUOTES


def _ends_word(char: str) -> bool:
    return char.isspace() or char in _QUOTES + _OPENING + _CLOSING


def _is_label(word: str) -> bool:
    """Whether the word is a name such as `cited-by` and a colon."""
    parts = word[:-1].split("-")
    return word[-1] in _COLONS and len(parts) <= 2 and all(part.isascii() and part.isalpha() for part in parts)


def _speakable(text: str) -> str:
    """Blank out what no index holds and no database takes: control characters and half characters.

    Every other character keeps its place.
    """
    if text.isprintable():
        return text
    from unicodedata import category

    return "".join(" " if category(char) in ("Cc", "Cs") else char for char in text)


def field_of(text: str) -> tuple[str, str]:
    """Cut a word at its first colon into what may be the name of a field, in lower case, and its value.

    The name is empty where there is no colon.
    """
    place = min((text.find(colon) for colon in _COLONS if colon in text), default=-1)
    return (text[:place].lower(), text[place + 1 :]) if place >= 0 else ("", text)
