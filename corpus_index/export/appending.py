"""Adding papers to a file that has some already, of which no byte changes."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator

from corpus_index.errors import PapersError

_BIB = re.compile(
    r"(?:^|\})[ \t]*@(?!(?:comment|string|preamble)\b)\w+\s*[{(]\s*([^\s,{}()=]+)\s*,", re.IGNORECASE | re.MULTILINE
)
_OWN_LINE = re.compile(r"^[ \t]*(?:@(?:comment|string|preamble)\b|%)", re.IGNORECASE | re.MULTILINE)
_IDS = re.compile(r"^\s*ids\s*=\s*[{\"]([^{}\"]*)[}\"]", re.IGNORECASE | re.MULTILINE)
_RIS = re.compile(r"^ID  - (\S+)", re.MULTILINE)
_REFERENCE = re.compile(r"^TY  - ", re.MULTILINE)
_WITHOUT_KEY = "references without an ID"
_MARKDOWN = re.compile(r"`([^`\s]+)`$", re.MULTILINE)

APPENDABLE = frozenset(("bibtex", "biblatex", "ris", "jsonl", "csv", "markdown"))
"""Formats in which a file goes on after its end; CSL-JSON is one list, which ends with a bracket."""


def keys_in(form: str, name: str, text: str) -> dict[str, str]:
    """Give the keys that the file `name` with this `text` has, each by what BibTeX compares, as it is written.

    References of RIS without one are one of several words, which no key is.

    Raises `PapersError` where the text is plainly not of this format, so that nothing is added to another file.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.strip():
        return {}
    try:
        found = set(_KEYS[form](text))
    except (ValueError, KeyError, TypeError):
        found = set()
    if not found and not has_own_lines(form, text):
        raise PapersError(name, f"has no papers in the format {form}", "give --format, or another file")
    return {key.casefold(): key for key in sorted(found)}


def has_own_lines(form: str, text: str) -> bool:
    """Whether a `.bib` with this text has definitions or comments, which no export writes."""
    return form in ("bibtex", "biblatex") and bool(_OWN_LINE.search(text))


def addition(form: str, pieces: Iterable[str], text: str) -> Iterator[str]:
    """Give what to write behind a file with this `text`, so that `pieces` of the format go on with it.

    Lines end as the first one of the file does, and rows of a table have its columns. Raises `PapersError` where the
    file is not all UTF-8 and something else than ASCII would be added.
    """
    if text and not text.endswith("\n"):
        yield _line_end(text)
    if text and form in ("bibtex", "biblatex"):
        yield _line_end(text)
    rows = _rows(pieces, text) if text and form == "csv" else pieces
    for piece in rows:
        if "\ufffd" in text and not piece.isascii():
            raise PapersError(
                "--append", "the file is not all UTF-8, as what would be added is", "convert the file first"
            )
        yield piece.replace("\n", _line_end(text))


def _line_end(text: str) -> str:
    return "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"


def _rows(pieces: Iterable[str], text: str) -> Iterator[str]:
    """Give the rows of a table with the columns of another one, without a header."""
    columns = next(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    for row in csv.DictReader(pieces):
        out = io.StringIO()
        csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n").writerow(row)
        yield out.getvalue()


def _bib(text: str) -> Iterator[str]:
    yield from _BIB.findall(text)
    for ids in _IDS.findall(text):
        yield from map(str.strip, ids.split(","))


def _ris(text: str) -> Iterator[str]:
    for reference in _REFERENCE.split(text)[1:]:
        key = _RIS.search(reference)
        yield key[1] if key else _WITHOUT_KEY


def _jsonl(text: str) -> Iterator[str]:
    return (json.loads(line)["key"] for line in text.split("\n") if line.strip())


def _csl_json(text: str) -> Iterator[str]:
    return (item["id"] for item in json.loads(text))


def _csv(text: str) -> Iterator[str]:
    return (row["key"] for row in csv.DictReader(io.StringIO(text)))


_KEYS: dict[str, Callable[[str], Iterable[str]]] = {
    "bibtex": _bib,
    "biblatex": _bib,
    "ris": _ris,
    "csl-json": _csl_json,
    "jsonl": _jsonl,
    "csv": _csv,
    "markdown": _MARKDOWN.findall,
}
