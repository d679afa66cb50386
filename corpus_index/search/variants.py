"""Other ways to write a name: spellings that fold to the same, the long form of an acronym, the acronym of a long form.

They are those that the index has read in papers, so that none has to be listed here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.folding import fold
from corpus_index.search.expression import Text
from corpus_index.search.fulltext import written
from corpus_index.search.name_matching import spellings
from corpus_index.search.query import Phrase, Word
from corpus_index.search.words import says_nothing, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

LONGEST_NAME = 4
"""Words that are taken together for one name: `Llama 3.1 8B Instruct`."""
MOST_WORDS = 8
"""Longer queries are sentences, which name things in passing."""
_MOST = 3
"""Other spellings that are looked for, and other forms: more would let a rare one outweigh what was typed."""
_LOOKED_AT = 100
"""Uses of a name that are counted, however common it is."""
_RARE = 0.2
"""A form with a smaller part of the uses than this is another meaning of the same letters."""
_ORDINARY = 0.1
"""A word that fewer of the papers that have it abbreviate to is meant as a word: `cat` is, `MoE` is not."""

_USES = "SELECT name FROM names WHERE folded = ? AND role IN ('introduces', 'models', 'benchmarks', 'terms') LIMIT ?"
_LONG = "SELECT long FROM facts WHERE field = 'abbreviations' AND name = ? COLLATE NOCASE LIMIT ?"
_SHORT = "SELECT name FROM facts WHERE field = 'abbreviations' AND lower(replace(long, '-', ' ')) = ? LIMIT ?"


@dataclass(frozen=True, slots=True)
class Variants:
    """Words of a query that are one name, from `start` up to `end`, and how else it is written, commonest first."""

    start: int
    end: int
    phrases: tuple[str, ...]


def variants(connection: sqlite3.Connection, words: Sequence[Word | Phrase]) -> list[Variants]:
    """Find runs of words that the index knows under another form: longer ones first, none that overlap, in order."""
    if len(words) > MOST_WORDS:
        return []
    found: list[Variants] = []
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            end = start + length
            apart = all(end <= other.start or other.end <= start for other in found)
            if apart and (phrases := _others(connection, [word.text for word in words[start:end]])):
                found.append(Variants(start, end, phrases))
    return sorted(found, key=lambda each: each.start)


def _others(connection: sqlite3.Connection, words: list[str]) -> tuple[str, ...]:
    if says_nothing(words[0]) or says_nothing(words[-1]):
        return ()
    text = " ".join(words)
    names = Counter[str]()
    for spelled in spellings(Phrase(text)):
        names += _counted(connection, _USES, fold(spelled.text))
    longs = _counted(connection, _LONG, text)
    if longs and not _is_name(connection, text, longs.total()):
        longs.clear()
    given = _written(text)
    shorts = _acronyms(connection, text, given) if " " in given else Counter[str]()
    return tuple(form for counted in (names, longs, shorts) for form in _usual(counted) if form != given)


def _acronyms(connection: sqlite3.Connection, text: str, given: str) -> Counter[str]:
    """Short forms of a long one, without those that mean something else more often."""
    shorts = _counted(connection, _SHORT, text.lower().replace("-", " "))
    for short in list(shorts):
        meanings = _counted(connection, _LONG, short)
        if meanings[given] * 2 < meanings.total():
            del shorts[short]
    return shorts


def _counted(connection: sqlite3.Connection, statement: str, value: str) -> Counter[str]:
    counted = Counter[str]()
    # Most uses are printed in the same few ways.
    for form, uses in Counter(form for (form,) in connection.execute(statement, (value, _LOOKED_AT))).items():
        counted[_written(form)] += uses
    return counted


def _is_name(connection: sqlite3.Connection, text: str, uses: int) -> bool:
    sql = "SELECT COUNT(*) FROM (SELECT 1 FROM papers_fts WHERE papers_fts MATCH ? LIMIT ?)"
    (papers,) = connection.execute(sql, (written(Text(text)), int(_LOOKED_AT / _ORDINARY))).fetchone()
    return bool(uses >= _ORDINARY * papers)


def _usual(counted: Counter[str]) -> list[str]:
    """The commonest, those of one frequency in the order of the alphabet."""
    least = _RARE * counted.total()
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [form for form, uses in ordered[:_MOST] if uses >= least and max(map(len, form.split())) > 1]


def _written(name: str) -> str:
    """A name as the full-text index sees it."""
    return " ".join(tokens(name))
