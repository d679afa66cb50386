"""Passages that show why a paper matched."""

from collections.abc import Sequence

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.hit import Snippet
from corpus_index.search.expression import Expression
from corpus_index.search.highlighting import Highlighted
from corpus_index.search.unspaced import places

MAX_LENGTH = 240
"""Code points of a passage: three lines of a terminal."""
_MOST_PASSAGES = 2


@dataclass(frozen=True, slots=True)
class Passages:
    """Snippets of one paper; `from_summary` says that one of them stands in a summary only."""

    snippets: tuple[Snippet, ...]
    from_summary: bool


@dataclass(frozen=True, slots=True)
class Sought:
    """What passages are chosen for.

    FTS5 says itself which words of `expression` it matched, so that stemmed forms are marked too; `literal` terms,
    which it may not know as words, are marked where they stand, and so are `words` in text without spaces. Where a
    text has one of the quotes of `evidence`, only they say which passages are shown.
    """

    expression: Expression | None
    literal: Sequence[str] = ()
    words: Sequence[str] = ()
    evidence: Sequence[str] = ()


_Marks = tuple[tuple[int, int], ...]


def passages(texts: Highlighted, sought: Sought) -> Passages:
    """Choose passages: the title where it matched, then the best of the abstract, or else of the summaries.

    `texts` are what `highlighted` gives of the paper. Evidence goes before words. Where no text matched, the beginning
    of the abstract stands without marks.
    """
    marked = _marked(texts, sought)
    chosen: list[Snippet] = []
    title, marks = marked["title"]
    if marks:
        chosen.append(Snippet(text=title, marks=marks))
    from_summary = False
    evidence = {column: tuple(places(marked[column][0], sought.evidence)) for column in ("abstract", "summary")}
    for column in sorted(evidence, key=lambda column: not evidence[column]):
        text, marks = marked[column]
        if marks:
            chosen.extend(_best(text, marks, evidence[column]))
            from_summary = column == "summary"
            break
    else:
        text = marked["abstract"][0] or marked["summary"][0]
        from_summary = bool(text) and not marked["abstract"][0]
        if text:
            chosen.append(_cut(text, (), *_window(text, 0, 0)))
    return Passages(tuple(chosen), from_summary)


def _marked(texts: Highlighted, sought: Sought) -> dict[str, tuple[str, _Marks]]:
    """Each column's text, and the code points in it that FTS5 matched, or where terms stand."""
    literal = (*sought.literal, *sought.evidence)
    return {
        column: (text, _joined([*_marks(text, shown, marker), *places(text, literal, sought.words)]))
        for column, (text, shown, marker) in texts.items()
    }


def _marks(text: str, highlighted: str, marker: str) -> _Marks:
    marks: list[tuple[int, int]] = []
    position = 0
    for number, piece in enumerate(highlighted.split(marker)):
        if number % 2:
            marks.append((position, position + len(piece)))
        position += len(piece)
    return tuple(marks) if position == len(text) else ()


def _joined(marks: list[tuple[int, int]]) -> _Marks:
    """Marks in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _best(text: str, marks: _Marks, evidence: _Marks) -> list[Snippet]:
    """The passage with most of the words, and one more if it has words that the first has not.

    Where there is evidence, passages around it, chosen in the same way.
    """
    of = evidence or marks
    # By their first letters, so that forms of one word count once.
    words = [text[start:end].casefold()[:5] for start, end in of]
    windows = {
        (first, last): [word for (start, end), word in zip(of, words, strict=True) if first <= start and end <= last]
        for first, last in (_window(text, start, end) for start, end in of)
    }
    seen: set[str] = set()
    chosen: list[tuple[int, int]] = []
    for _ in range(_MOST_PASSAGES):
        gains = {window: len(set(found) - seen) for window, found in windows.items()}
        best = max(windows, key=lambda window: (gains[window], len(windows[window]), -window[0]))
        if not gains[best]:
            break
        if not any(best[0] < end and start < best[1] for start, end in chosen):
            chosen.append(best)
        seen.update(windows[best])
    return [_cut(text, marks, *window) for window in sorted(chosen)]


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """A passage around a mark: from the beginning of its sentence if that is near, and cut between words."""
    first = _sentence_start(text, start)
    if end - first > MAX_LENGTH * 2 // 3:
        first = text.find(" ", max(0, start - MAX_LENGTH // 3), start) + 1 or start
    last = min(len(text), max(end, first + MAX_LENGTH))
    if last < len(text) and not text[last].isspace():
        cut = text.rfind(" ", end, last)
        last = cut if cut > 0 else last
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _sentence_start(text: str, place: int) -> int:
    """Where the sentence at `place` begins, if that is near; else where the text does."""
    first, last = max(1, place - MAX_LENGTH) - 1, max(0, place - 1)
    while (sign := max(text.rfind(each, first, last) for each in ".!?")) >= 0:
        if text[sign + 1].isspace() and not text[sign + 2].isspace():
            return sign + 2
        last = sign
    return 0


def _cut(text: str, marks: _Marks, first: int, last: int) -> Snippet:
    inside = tuple((start - first, end - first) for start, end in marks if first <= start and end <= last)
    return Snippet(text=text[first:last], marks=inside)
