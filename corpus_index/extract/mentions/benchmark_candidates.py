"""Words that may name a data set where they stand."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from corpus_index.extract.mentions.benchmark_name import BenchmarkName, canonical
from corpus_index.extract.mentions.benchmark_vocabulary import needs_a_cue
from corpus_index.extract.mentions.benchmark_word_shapes import (
    is_family,
    is_language,
    is_like_a_model,
    is_refused,
    is_telling,
)
from corpus_index.extract.reading.names import Name, tokens
from corpus_index.extract.reading.numbers import has_digit
from corpus_index.extract.reading.text import Text

_MORE = re.compile(
    r"\s(?:v?\d+(?:\.\d+)?[kKM]?|[VI]{1,3})(?![\w%.]|\s*%|\s*[x×]\s|-)|-\s?\d+[kKM](?![\w-])|\s(?:test|dev|val)-[a-z]+(?![\w-])"
)
_BEGINS_WITH_DIGIT = re.compile(r"[0-9](?<![\w.,@/$-].)\d{0,2}-?[A-Z](?=[A-Za-z-]*[a-z])[A-Za-z]{2,}[\w-]*")
_PARTS_OF_NOUNS = ("set", "ench", "orp", "uite", "atabase", "halleng", "eaderboard", "ompetition", "reebank", "xam")
_TITLE_WORD = re.compile(r"[A-Z][a-z]+(?:'s)?(?:-[A-Z]?[a-z]+)*")
_Placed = TypeVar("_Placed", Name, BenchmarkName)
_CITED = re.compile(r"\s+et\.?\s+al\b|,\s(?:19|20)\d\d[a-z]?\)")
_QUALIFIES = re.compile(r"-[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be a data set's: it is `listed` or the paper's own, `telling` by its shape, or capitalised.

    It is `certain` where it is a benchmark wherever it stands, and the paper's `own` where that introduces it as data.
    """

    name: str
    start: int
    end: int
    listed: bool
    telling: bool
    certain: bool
    own: bool = False


def candidates(
    text: Text, known: list[BenchmarkName], taken: list[tuple[int, int]]
) -> Iterator[tuple[int, int, list[Candidate]]]:
    """Give, sentence by sentence, listed names and runs of capitalised words, in order."""
    words = _free_words(text, [*taken, *((name.start, name.end) for name in known)])
    nouns = [noun for noun in _PARTS_OF_NOUNS if noun in text.clean]
    if not known and not nouns and "On " not in text.clean and not any(_tells(word) for word in words):
        return
    named, inside = deque(sorted(known, key=_start)), deque(words)
    for start, end in text.sentences:
        found = [_listed(name) for name in _up_to(named, end)]
        free = _up_to(inside, end)
        opens = text.clean.startswith("On ", start)
        if found or opens or any(_tells(word) for word in free) or _mentions(text.clean, nouns, start, end):
            for run in _runs(text.clean, free):
                found += _of_run(text, run, opens=run[0].start == start)
            yield start, end, sorted(found, key=_start)


def _start(name: Name | BenchmarkName | Candidate) -> int:
    return name.start


def _up_to(names: deque[_Placed], end: int) -> list[_Placed]:
    """Take from the front what begins before `end`."""
    taken: list[_Placed] = []
    while names and names[0].start < end:
        taken.append(names.popleft())
    return taken


def _tells(word: Name) -> bool:
    return is_telling(word.text) or word.text[0].isdigit()


def _mentions(text: str, parts: list[str], start: int, end: int) -> bool:
    return any(text.find(part, start, end) >= 0 for part in parts)


def _runs(text: str, words: list[Name]) -> Iterator[list[Name]]:
    """Part words into runs: those that begin with a capital stay with the word before them."""
    run: list[Name] = []
    for word in words:
        if run and (not word.text[0].isupper() or text[run[-1].end : word.start] not in ("", " ")):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _listed(name: BenchmarkName) -> Candidate:
    ordinary, own = needs_a_cue(name.name), not name.rule
    return Candidate(
        name.name, name.start, name.end, listed=True, telling=not ordinary, certain=not (ordinary or own), own=own
    )


def _free_words(text: Text, covered: list[tuple[int, int]]) -> list[Name]:
    """Give the words that may be names, or parts of one, outside of what is covered."""
    clean = text.clean
    hidden = bytearray(len(clean))
    for start, end in covered:
        hidden[start:end] = b"\1" * (end - start)
    digits = _BEGINS_WITH_DIGIT.finditer(clean) if has_digit(clean) else ()
    numbered = [Name(match.start(), match.end(), match[0]) for match in digits]
    every = sorted((*tokens(clean), *numbered), key=_start) if numbered else tokens(clean)
    return [
        word
        for word in every
        if hidden.find(1, word.start, word.end) < 0 and (word.start == 0 or clean[word.start - 1] not in "/\\@_^{&")
    ]


def _of_run(text: Text, run: list[Name], *, opens: bool) -> Iterator[Candidate]:
    """Make a name of the words of a run that are not refused; one that opens a sentence must tell by its shape.

    A language before two or more other words belongs to the name, as in `Danish News Tasmin`.
    """
    named = len(run) > 2 and is_language(run[0].text) and all(_TITLE_WORD.fullmatch(word.text) for word in run)
    while run and not named and (is_refused(run[0].text) or (opens and _TITLE_WORD.fullmatch(run[0].text))):
        run, opens = run[1:], False
    while run and not named and is_refused(run[-1].text):
        run = run[:-1]
    if not run or len(run) > 5:
        return
    more = _MORE.match(text.clean, run[-1].end)
    end = more.end() if more else run[-1].end
    telling = any(is_telling(word.text) or word.text[0].isdigit() for word in run)
    if _QUALIFIES.match(text.clean, end) or ("." in run[-1].text[-3:-1] and not run[-1].text[-1].isdigit()):
        return
    if (
        text.clean.startswith("@", end)
        or (not telling and text.clean.startswith("'s", end))
        or _CITED.match(text.clean, end)
    ):
        return
    if not telling and not all(_TITLE_WORD.fullmatch(word.text) and not is_family(word.text) for word in run):
        return
    if any(is_like_a_model(word.text) for word in run):
        return
    yield Candidate(
        canonical(text.clean[run[0].start : end]), run[0].start, end, listed=False, telling=telling, certain=False
    )
