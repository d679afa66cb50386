"""What each source of a paper says of each of its fields, and which value the paper shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus_index.domain.own import CHOSEN_KEY
from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import FAMILIES, PROTECTED
from corpus_index.domain.record import RawRecord
from corpus_index.store import Store
from corpus_index.store.known import known_records
from corpus_index.store.read import sources_of

YOU = "you"
"""The source of what a person set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """A value with the records (`page#ordinal`, or `you`) that give it; `shown` where the paper has it.

    You may have said that there is none; then the value is empty.
    """

    value: str
    sources: tuple[str, ...]
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSources:
    """All values of a field, the shown ones first, then in the order of the sources."""

    field: str
    values: tuple[FieldValue, ...]


def field_sources(store: Store, paper: Paper) -> tuple[FieldSources, ...]:
    """List all values that the sources of a paper give, field by field; nothing that they say is left out."""
    row = store.connection.execute("SELECT id FROM papers WHERE key = ?", (paper.key,)).fetchone()
    names = sources_of(store.connection, row["id"])
    known = {each.id: each.record for each in known_records(store.connection, names.values())}
    given: dict[str, dict[str, list[str]]] = {}
    shown = dict(_shown(paper))
    chosen = store.connection.execute(_CHOSEN_KEY, (row["id"], CHOSEN_KEY, paper.key)).fetchall()
    for field in (*paper.corrected, *([CHOSEN_KEY] if chosen else [])):
        given.setdefault(field, {}).setdefault((shown.get(field) or _NONE)[0], []).append(YOU)
    for name, number in names.items():
        for field, value in _said(known[number], shown):
            given.setdefault(field, {}).setdefault(value, []).append(name)
    return tuple(
        FieldSources(field=field, values=_values(given[field], shown.get(field) or _NONE))
        for field in sorted(given, key=_place)
    )


_CHOSEN_KEY = "SELECT 1 FROM paper_own WHERE paper_id = ? AND field = ? AND value = ?"
_NONE = ("",)
_ORDER = ("title", "authors", "year", "venue", "abstract", "summary")


def _place(field: str) -> tuple[int, str]:
    return (_ORDER.index(field) if field in _ORDER else len(_ORDER)), field


def _values(given: dict[str, list[str]], shown: tuple[str, ...]) -> tuple[FieldValue, ...]:
    values = [FieldValue(value=value, sources=tuple(names), shown=value in shown) for value, names in given.items()]
    return tuple(sorted(values, key=lambda each: not each.shown))


def _shown(paper: Paper) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "title", (paper.title,)
    yield "authors", ("; ".join(paper.authors),)
    yield "year", (str(paper.year or ""),)
    yield "venue", (paper.venue or "",)
    yield "abstract", (paper.abstract or "",)
    yield "summary", tuple(summary.text for summary in paper.summaries)
    yield "url", paper.urls
    yield CHOSEN_KEY, (paper.key,)
    for field, value in (*paper.ids.items(), *paper.publication.items()):
        yield field, (value,)


def _said(record: RawRecord, shown: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """The fields of a record as it prints them, but for white space in titles, and DOIs spelt as the paper's are.

    Authors are one value.
    """
    if record.title:
        yield "title", " ".join(record.title.text.split())
    if record.authors:
        yield "authors", "; ".join(author.text for author in record.authors)
    if record.year:
        yield "year", str(record.year.value)
    if record.venue:
        yield "venue", record.venue.text
    for printed in record.ids:
        scheme, value = printed.id.scheme.value, printed.id.value
        yield scheme, next((each for each in shown.get(scheme, ()) if each.lower() == value), value)
    for url in record.urls:
        yield "url", url.text
    if record.key:
        yield CHOSEN_KEY, record.key.text
    for name, span in record.publication:
        if name not in (FAMILIES, PROTECTED) and not (record.venue and span.text == record.venue.text):
            yield name, span.text
    if record.abstract.text.strip():
        yield record.kind.value, record.abstract.text
