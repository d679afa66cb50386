"""Terms of Chinese, Japanese and Korean text, which are looked for as they stand, anywhere in a text.

The index of pairs of characters says which papers can have a term; only these are read.
"""

from collections.abc import Sequence
from itertools import pairwise

from corpus_index.domain.unspaced import LETTER, is_unspaced, runs
from corpus_index.search.clause import Condition
from corpus_index.search.expression import Text, all_of
from corpus_index.search.fulltext import written

COLUMNS = ("title", "names", "abstract", "summary")
"""Texts of a paper, columns of the table `papers`."""


def escaped(text: str) -> str:
    """Write text for a LIKE pattern with the escape character `\\`."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def found_literally(text: str, columns: tuple[str, ...]) -> Condition:
    """True where one of the columns of `papers` holds the text; ASCII letters in either case."""
    held = " OR ".join(f"papers.{column} LIKE ? ESCAPE '\\'" for column in columns)
    sql = f"(papers.id IN (SELECT rowid FROM papers_pairs WHERE papers_pairs MATCH ?) AND ({held}))"  # noqa: S608
    return Condition(sql, (_having_pairs(text), *[f"%{escaped(text)}%"] * len(columns)))


def _having_pairs(text: str) -> str:
    """The expression of FTS5 for papers that have all pairs of characters of a text."""
    alone = [Text(run, prefix=True) for run in runs(text) if len(run) == 1]
    having = all_of([*alone, *(Text(a + b) for run in runs(text) for a, b in pairwise(run))])
    return written(having or Text(""))


def places(text: str, terms: Sequence[str], words: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Code points (start, end) where terms stand in the text, with any white space, in order and without overlaps.

    Of text that is unspaced, `words` are looked for too, because the full-text index does not see them there.
    """
    words = words if is_unspaced(text) else ()
    if not terms and not words:
        return []
    # Imported here, because most searches need it not and importing takes milliseconds.
    import re

    wanted = [r"\s+".join(map(re.escape, term.split())) for term in sorted(terms, key=len, reverse=True)]
    wanted += [rf"(?<!{LETTER}){re.escape(word)}(?!{LETTER})" for word in words]
    return [match.span() for match in re.finditer("|".join(wanted), text, re.IGNORECASE | re.ASCII)]
