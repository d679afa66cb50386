"""Papers as Semantic Scholar's API has them, alone, in lists, and as citations of one another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.publication import TYPE
from corpus_index.domain.version import PREPRINT_VENUES
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.feeds.json_people import people
from corpus_index.pages.feeds.json_values import Object, first, mappings, objects, string, texts
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.identifiers import PREFIXES
from corpus_index.pages.fields.tidying import without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "semantic-scholar-json"
_SCHEMES = {
    "ArXiv": "arXiv:",
    "DOI": "doi:",
    "ACL": "https://aclanthology.org/",
    "PubMed": "PMID:",
    "PubMedCentral": "PMC",
}
_FORMAT = re.compile(r"^\[(?:PDF|HTML|BOOK|CITATION)\]\s*", re.IGNORECASE)
_OWN_ID = re.compile(r"[0-9a-f]{40}")
_WRAPPED = ("citingPaper", "citedPaper", "paper")


def sniff(sheet: Sheet) -> Fit:
    """Fit papers with Semantic Scholar's ids."""
    if sheet.json is None:
        return Fit(0.0, "it is no JSON")
    papers = _papers(sheet.json)
    if papers:
        return Fit(0.95, f"{len(papers)} paper(s) of Semantic Scholar")
    problem = sheet.json.get("error") or sheet.json.get("message") if isinstance(sheet.json, dict) else None
    if isinstance(problem, str) and len(sheet.json) <= 2:
        return Fit(0.0, f"it is an error that an API answered: {problem}", holds_none=True)
    return Fit(0.0, "no papers of Semantic Scholar")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all papers that have a title."""
    return map(entry_of, _papers(sheet.json))


def _papers(value: Any) -> Sequence[Object]:
    for found in objects(value):
        papers = [each for each in found if is_entry(each)]
        if papers:
            return papers
    return []


def is_entry(item: object) -> bool:
    """Say whether an object is one paper with a title, or holds one."""
    inner = _unwrapped(item) if isinstance(item, Mapping) else {}
    return "paperId" in inner and bool(first(inner, "title"))


def _unwrapped(item: Object) -> Object:
    """Take a paper out of what says how it was found."""
    return next((item[key] for key in _WRAPPED if isinstance(item.get(key), dict)), item)


def _ids(item: Object) -> tuple[str, ...]:
    external = item.get("externalIds")
    if not isinstance(external, dict):
        return ()
    found = {prefix: string(external.get(key)) for key, prefix in _SCHEMES.items()}
    return tuple(f"{prefix}{value}" for prefix, value in found.items() if value)


def _own_id(item: Object) -> tuple[str, ...]:
    own = string(item.get("paperId"))
    return (f"{PREFIXES[Scheme.SEMANTIC_SCHOLAR]}{own}",) if _OWN_ID.fullmatch(own) else ()


def entry_of(item: Object) -> Entry:
    """Read one paper."""
    item = _unwrapped(item)
    pdf = item.get("openAccessPdf")
    tldr = item.get("tldr")
    abstract = string(item.get("abstract"))
    return Entry(
        title=_FORMAT.sub("", without_tags(first(item, "title"))),
        authors=people(item.get("authors")),
        year=year_in(item.get("year"), item.get("publicationDate")),
        venue=first(item, "venue") or first(item.get("publicationVenue"), "name") or first(item.get("journal"), "name"),
        ids=(*_ids(item), *_own_id(item)),
        urls=tuple(filter(None, (string(item.get("url")), string(pdf.get("url")) if isinstance(pdf, dict) else ""))),
        abstract=abstract,
        summary=string(tldr.get("text")) if isinstance(tldr, dict) else "",
        references=tuple(map(_cited, mappings(item.get("references")))),
        publication=publication.details(_published(item)),
    )


def _published(item: Object) -> Iterator[tuple[str, str]]:
    """Say how a paper was published; it is called an article of a journal also where it is on a preprint server."""
    place, journal = item.get("publicationVenue"), item.get("journal")
    title = first(place, "name") or first(journal, "name") or first(item, "venue")
    if not title or title.casefold().startswith(PREPRINT_VENUES):
        return
    # One of a conference is often called one of a journal too.
    kinds = sorted(texts(item.get("publicationTypes")), key="Conference".__ne__)
    kind = publication.type_named(first(place, "type"), *kinds)
    yield TYPE, kind
    yield from publication.container(kind, title)
    if not first(journal, "name").casefold().startswith(PREPRINT_VENUES):
        yield "volume", first(journal, "volume")
        yield "pages", "".join(first(journal, "pages").split())
    yield "issn", first(place, "issn")
    yield from publication.date(first(item, "publicationDate"))


def _cited(reference: Object) -> Cited:
    named = ", ".join(people(reference.get("authors")))
    parts = (named, *(first(reference, part) for part in ("title", "venue", "year")))
    return Cited(text=". ".join(filter(None, parts)), ids=_ids(reference) or _own_id(reference))


READER = entries_reader(_NAME, sniff, entries)
