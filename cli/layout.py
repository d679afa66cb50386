"""Styled text broken into lines: how wide text is on a terminal, and where to break it."""

from collections.abc import Iterable, Iterator

Piece = tuple[str, str]
"""Text and the name of its style (see `cli.console.STYLES`); the empty name is plain text."""


_CLOSING = frozenset("，。、：；！？）》〉」』】”’…,.:;!?)")
"""What does not begin a line."""

_LEAST_OF_PATH = 12


def width_of(text: str) -> int:
    """Columns that `text` takes on a terminal."""
    if text.isascii() or all(map(_is_narrow, text)):
        return len(text)
    # Imported here, because most text needs it not.
    import unicodedata

    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _is_narrow(char: str) -> bool:
    """Whether a character is of a block of which all take one column: European letters, punctuation, arrows, signs."""
    return char < "\u0300" or "\u2010" <= char < "\u2065" or "\u2190" <= char < "\u2300"


def wrap(
    pieces: Iterable[Piece], width: int, first: str = "", later: str = "", *, cut: bool = True
) -> list[list[Piece]]:
    """Break pieces at white space into lines of at most `width` columns, beginning with `first`, then with `later`.

    A word that is wider than a line is broken, or left whole without `cut`.
    """
    lines = _Lines(width, first, later, cut=cut)
    for word in _words(pieces):
        lines.add(word)
    return lines.made


class _Lines:
    """Lines as far as they are made; the last one may still grow."""

    def __init__(self, width: int, first: str, later: str, *, cut: bool) -> None:
        self._cut = cut
        self._width = width
        self._later = later
        self.made: list[list[Piece]] = []
        self._begin(first)

    def _begin(self, indent: str) -> None:
        self._line: list[Piece] = [(indent, "")] if indent else []
        self._used = width_of(indent)
        self._empty = True

    def _put(self, text: str, style: str) -> None:
        if self._empty:
            self.made.append(self._line)
            self._empty = False
        self._used += width_of(text)
        if self._line and self._line[-1][1] == style:
            self._line[-1] = (self._line[-1][0] + text, style)
        else:
            self._line.append((text, style))

    def add(self, word: list[Piece]) -> None:
        """Add a word, on a new line where this one has no room for it and it cannot be broken well."""
        if self._continues(word):
            return
        needed = sum(width_of(text) for text, _ in word)
        too_wide = needed > self._width - width_of(self._later)
        if not self._empty:
            room = self._width - self._used - 1
            if needed > room and not (self._cut and _broken_well(word[0][0], room, too_wide)):
                self._begin(self._later)
            else:
                # The gap has the style of the words around it where they agree, so that a mark looks like one.
                self._put(" ", word[0][1] if self._line[-1][1] == word[0][1] else "")
        for text, style in word:
            if self._cut:
                self._add_cut(text, style, too_wide)
            else:
                self._put(text, style)

    def _continues(self, word: list[Piece]) -> bool:
        """Put a word on this line by the shortest way, if it is as most are: plain, short and of one style."""
        text, style = word[0]
        used = self._used + 1 + len(text)
        if self._empty or len(word) > 1 or used > self._width or not text.isascii() or self._line[-1][1] != style:
            return False
        self._line[-1] = (f"{self._line[-1][0]} {text}", style)
        self._used = used
        return True

    def _add_cut(self, text: str, style: str, too_wide: bool) -> None:
        while text:
            room = self._width - self._used
            head = text if width_of(text) <= room else _broken_well(text, room, too_wide)
            if not head and not self._empty:
                self._begin(self._later)
                continue
            head = head or _beginning(text, room) or text[0]
            self._put(head, style)
            text = text[len(head) :]


def _beginning(text: str, room: int) -> str:
    """As much of the text as `room` columns hold."""
    taken = 0
    for index, char in enumerate(text):
        taken += width_of(char)
        if taken > room:
            return text[:index]
    return text


def _broken_well(text: str, room: int, too_wide: bool) -> str:
    """As much of the text as `room` columns hold, up to where it may be broken: Chinese, Japanese and Korean between
    characters, and a path or address that is too wide for any line behind a slash, but not at once.
    """
    head = _beginning(text, room)
    for end in range(len(head), 0, -1):
        if too_wide and end >= _LEAST_OF_PATH and head[end - 1] in "/\\":
            return head[:end]
        after = text[end : end + 1]
        if max(width_of(head[end - 1]), width_of(after)) == 2 and after not in _CLOSING:
            return head[:end]
    return ""


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Words, each as the pieces that it is made of: a style may change within a word."""
    word: list[Piece] = []
    for text, style in pieces:
        for number, run in enumerate(text.split(" ")):
            if number and word:
                yield word
                word = []
            if run:
                word.append((run, style))
    if word:
        yield word
