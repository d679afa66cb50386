"""Styled text broken into lines: how wide text is on a terminal, and where to break it."""

from collections.abc import Iterable, Iterator

Piece = tuple[str, str]
"""Text and the name of its style (see `cli.console.STYLES`); the empty name is plain text."""


def width_of(text: str) -> int:
    """Columns that `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrap(pieces: Iterable[Piece], width: int, first: str = "", later: str = "") -> Iterator[list[Piece]]:
    """Break pieces at white space into lines of at most `width` columns, beginning with `first`, then with `later`.

    A word that is wider than a line is broken where the line ends.
    """
    line: list[Piece] = [(first, "")] if first else []
    used, empty = width_of(first), True
    for word in _words(pieces):
        needed = sum(width_of(text) for text, _ in word)
        if not empty and used + 1 + needed > width:
            yield line
            line, used, empty = ([(later, "")] if later else []), width_of(later), True
        if not empty:
            # The gap has the style of the words around it where they agree, so that a mark looks like one.
            line.append((" ", word[0][1] if line[-1][1] == word[0][1] else ""))
            used += 1
        for piece in word:
            for part in _fitting(piece[0], width, used):
                if used + width_of(part) > width and not empty:
                    yield line
                    line, used = ([(later, "")] if later else []), width_of(later)
                line.append((part, piece[1]))
                used += width_of(part)
                empty = False
    if not empty:
        yield line


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


def _fitting(text: str, width: int, used: int) -> Iterator[str]:
    """Cut a word that no line can hold."""
    room = max(8, width - used)
    if width_of(text) <= room:
        yield text
        return
    part, taken = "", 0
    for char in text:
        columns = width_of(char)
        if taken + columns > room:
            yield part
            part, taken = "", 0
        part += char
        taken += columns
    if part:
        yield part
