"""EndNote's XML export."""

from collections.abc import Iterator

from corpus_index.domain.publication import FAMILIES, GENRE, TYPE
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.xml_elements import Element, below, first_text, inside, name_of, text
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.people import family_names, given_first
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "endnote-xml"
_FIELDS = {
    "volume": ("volume",),
    "number": ("number",),
    "pages": ("pages",),
    "location": ("pub-location",),
    "series": ("titles", "tertiary-title"),
    "edition": ("edition",),
    "chapter": ("section",),
    "language": ("language",),
    GENRE: ("work-type",),
    "note": ("notes",),
}


def sniff(sheet: Sheet) -> Fit:
    """Fit records with titles under `titles`."""
    root = sheet.xml
    if root is None or name_of(root) not in ("xml", "records", "record"):
        return Fit(0.0, "it is no EndNote export in XML")
    count = sum(1 for _ in _records(root))
    return Fit(0.95, f"{count} record(s) of EndNote") if count else Fit(0.0, "no records of EndNote")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all records."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    return map(_entry, _records(sheet.xml))


def _records(root: Element) -> Iterator[Element]:
    for record in [root] if name_of(root) == "record" else below(root, "record"):
        if any(True for _ in inside(record, "titles", "title")):
            yield record


def _entry(record: Element) -> Entry:
    number = first_text(record, "electronic-resource-num")
    people = next(inside(record, "contributors", "authors"), None)
    return Entry(
        title=first_text(record, "titles", "title"),
        authors=tuple(given_first(text(each)) for each in inside(people, "author")) if people is not None else (),
        year=year_in(first_text(record, "dates", "year")),
        venue=first_text(record, "titles", "secondary-title") or first_text(record, "periodical", "full-title"),
        ids=(number,) if number else (),
        urls=tuple(map(text, below(record, "url"))),
        abstract=first_text(record, "abstract"),
        publication=publication.details(_published(record)),
    )


def _published(record: Element) -> Iterator[tuple[str, str]]:
    kind = publication.type_of("endnote", *(each.get("name", "") for each in inside(record, "ref-type")))
    yield TYPE, kind
    title = first_text(record, "titles", "secondary-title") or first_text(record, "periodical", "full-title")
    yield from publication.container(kind, title, first_text(record, "publisher"))
    for name, path in _FIELDS.items():
        yield name, first_text(record, *path)
    yield from publication.standard_number(first_text(record, "isbn"))
    editors = [text(each) for each in inside(record, "contributors", "secondary-authors", "author")]
    yield "editor", publication.names(map(given_first, editors))
    authors = [text(each) for each in inside(record, "contributors", "authors", "author")]
    yield FAMILIES, publication.divided(family_names((*authors, *editors)))
    yield "keywords", publication.joined(map(text, inside(record, "keywords", "keyword")))


READER = entries_reader(_NAME, sniff, entries)
