"""OAI-PMH answers with arXiv's own metadata or Dublin Core."""

from collections.abc import Iterator

from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.xml_elements import Element, below, first_text, inside, name_of, text
from corpus_index.pages.fields.journal_reference import journal_reference
from corpus_index.pages.fields.people import given_first
from corpus_index.pages.fields.publication import details
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "oai-pmh"


def sniff(sheet: Sheet) -> Fit:
    """Fit an answer that holds at least one record with metadata."""
    root = sheet.xml
    if root is None or name_of(root) not in ("OAI-PMH", "ListRecords", "record"):
        return Fit(0.0, "it is no OAI-PMH answer")
    problem = next(inside(root, "error"), None)
    count = sum(1 for _ in _entries(root))
    if count:
        return Fit(0.95, f"an OAI-PMH answer with {count} records")
    if problem is not None:
        return Fit(
            0.0, f"it is an OAI-PMH answer that says {problem.get('code', 'error')}: no records", holds_none=True
        )
    return Fit(0.0, "it is an OAI-PMH answer without records", holds_none=True)


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all records that are not deleted."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    return _entries(sheet.xml)


def _entries(root: Element) -> Iterator[Entry]:
    records = [root] if name_of(root) == "record" else below(root, "record")
    for record in records:
        for metadata in inside(record, "metadata"):
            for shape in metadata:
                if name_of(shape) in ("arXiv", "arXivRaw"):
                    yield _arxiv(shape)
                elif name_of(shape) == "dc":
                    yield _dublin_core(shape)


def _arxiv(shape: Element) -> Entry:
    parts = ("forenames", "keyname", "suffix")
    people = [" ".join(filter(None, (first_text(author, part) for part in parts))) for author in below(shape, "author")]
    raw = "" if people else first_text(shape, "authors").replace(" and ", ", ")
    doi = first_text(shape, "doi")
    created = next((first_text(version, "date") for version in inside(shape, "version")), "")
    year = year_in(first_text(shape, "created"), created, first_text(shape, "datestamp"))
    return Entry(
        title=first_text(shape, "title"),
        authors=tuple(each for each in people if each.strip(": ")) or tuple(filter(None, raw.split(", "))),
        year=year,
        venue=first_text(shape, "journal-ref"),
        ids=(f"arXiv:{first_text(shape, 'id')}", *(f"doi:{each}" for each in doi.split())),
        abstract=first_text(shape, "abstract"),
        publication=details(journal_reference(first_text(shape, "journal-ref"), year)),
    )


def _dublin_core(shape: Element) -> Entry:
    def every(name: str) -> list[str]:
        return [value for value in map(text, inside(shape, name)) if value]

    named = every("identifier") + every("relation")
    return Entry(
        title=next(iter(every("title")), None),
        authors=tuple(map(given_first, every("creator"))),
        year=year_in(*every("date")),
        venue=next(iter(every("source")), None),
        ids=tuple(each for each in named if not each.startswith("http")),
        urls=tuple(each for each in named if each.startswith("http")),
        abstract=max(every("description"), key=len, default=""),
    )


READER = entries_reader(_NAME, sniff, entries)
