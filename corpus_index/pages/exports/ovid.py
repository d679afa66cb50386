"""Ovid's export with labels on lines of their own and indented values."""

import re
from collections.abc import Iterator

from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.exports.tagged_lines import lines_of, unified
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.people import given_first
from corpus_index.pages.fields.tidying import squeezed, without_label
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "ovid"
_NUMBER = re.compile(r"<\d{1,7}>\s*")
_START = re.compile(r"(?m)^<\d{1,7}>[ \t]*$")
_NAMES = ("author", "authors", "author/editor")
# Numbers behind names lead to institutions; degrees and addresses stand in brackets.
_AFTER_NAME = re.compile(r"(?:\s+\d{1,3}(?:,\d{1,3})*|\s*[\[(][^\[\]()]{0,200}[\])]|,?\s+(?:Ph\.?D|M\.?D)\.?)+\s*\.?$")
_KIND = re.compile(r"\.?\s*\[[\w ,/&-]{1,60}\]\.?$")
_PAGES = re.compile(r"\b[a-z]?\d{1,5}\s*-\s*[a-z]?\d{1,5}\b|\bpp?\.?\s*\d+|\(\d{1,4}\)", re.IGNORECASE)
_LONGEST_NAME = 300

Fields = dict[str, list[str]]


def sniff(sheet: Sheet) -> Fit:
    """Fit numbered references with a line `Title` in them."""
    text = unified(sheet.page.text)
    if not _START.search(text):
        return Fit(0.0, "no numbered references of Ovid (<1>)")
    titled = sum(bool(_title(fields)) for fields in _records(text))
    return (
        Fit(0.95, f"Ovid's export with {titled} titles")
        if titled
        else Fit(0.0, "Ovid's export without titles", holds_none=True)
    )


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all references."""
    return map(_entry, _records(sheet.page.text))


def _records(text: str) -> Iterator[Fields]:
    """Give the fields of each reference: the paragraphs of values by labels in lower case."""
    fields: Fields | None = None
    label = ""
    fresh = True
    for line in lines_of(text):
        if _NUMBER.fullmatch(line):
            if fields:
                yield fields
            fields, label = {}, ""
        elif fields is None:
            continue
        elif not line.strip():
            fresh = True
        elif line[0] not in " \t":
            label = line.strip().rstrip(":").casefold()
            fresh = True
        elif label:
            values = fields.setdefault(label, [])
            if fresh or not values:
                values.append(squeezed(line))
            else:
                values[-1] += f" {squeezed(line)}"
            fresh = False
    if fields:
        yield fields


def _entry(fields: Fields) -> Entry:
    source = _first(fields, "source", "citation")
    numbers = _first(fields, "doi number", "digital object identifier", "doi").split()
    links = _first(fields, "link to the ovid full text or citation", "url").split()
    return Entry(
        title=_title(fields),
        authors=tuple(_people(fields)),
        year=year_in(_first(fields, "year of publication", "publication year", "year"), *_years(source)),
        venue=source.partition(".")[0],
        ids=tuple(each if identifier(each) else f"doi:{each}" for each in numbers if "10." in each),
        urls=tuple(each for each in links if "://" in each),
        abstract=without_label("\n".join(fields.get("abstract", ()))),
        references=tuple(Cited(text=each) for each in fields.get("references", ())),
    )


def _first(fields: Fields, *labels: str) -> str:
    return next((" ".join(fields[label]) for label in labels if label in fields), "")


def _title(fields: Fields) -> str:
    return _KIND.sub("", _first(fields, "title", "book title")).removesuffix(".")


def _years(source: str) -> list[str]:
    """Give what may hold the year of a source, the last part first: pages and issues look like years, too."""
    return _PAGES.sub(" ", source).split()[::-1]


def _people(fields: Fields) -> Iterator[str]:
    for label in _NAMES:
        for paragraph in fields.get(label, ()):
            for name in paragraph.split(";"):
                printed = given_first(_AFTER_NAME.sub("", name.strip()[:_LONGEST_NAME]).rstrip("."))
                if printed:
                    yield printed


READER = entries_reader(_NAME, sniff, entries)
