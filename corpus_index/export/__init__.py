"""Papers as files for other programs. Text out only; nothing here reads the index.

Every format is a function from papers to pieces of text, so that an index of any size is written in little memory.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from corpus_index.domain.paper import Paper
from corpus_index.export.biblatex import biblatex
from corpus_index.export.bibtex import bibtex
from corpus_index.export.csl_json import csl_json
from corpus_index.export.csv_table import csv_table
from corpus_index.export.jsonl import jsonl
from corpus_index.export.markdown import markdown
from corpus_index.export.ris import ris

Writer = Callable[[Iterable[Paper]], Iterator[str]]

WRITERS: dict[str, Writer] = {
    "bibtex": bibtex,
    "biblatex": biblatex,
    "ris": ris,
    "csl-json": csl_json,
    "jsonl": jsonl,
    "csv": csv_table,
    "markdown": markdown,
}
"""The formats by the names that people give."""

UNICODE_WRITERS: dict[str, Writer] = {
    "bibtex": partial(bibtex, unicode=True),
    "biblatex": partial(biblatex, unicode=True),
}
"""The formats whose text is LaTeX, written with letters as they are."""

__all__ = [
    "UNICODE_WRITERS",
    "WRITERS",
    "biblatex",
    "bibtex",
    "csl_json",
    "csv_table",
    "jsonl",
    "markdown",
    "ris",
]
