"""PubMed's XML: articles and books."""

from collections.abc import Iterator
from functools import partial

from corpus_index.domain.publication import TYPE
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.feeds.xml_elements import (
    Element,
    below,
    first_below,
    first_text,
    inside,
    name_of,
    paragraphs,
    text,
)
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "pubmed-xml"
_FIELDS = {"volume": "Volume", "number": "Issue", "pages": "MedlinePgn", "issn": "ISSN", "isbn": "Isbn",
           "shortjournal": "ISOAbbreviation", "language": "Language", "location": "PublisherLocation"}  # fmt: skip
_SCHEMES = {"doi": "doi:", "pubmed": "PMID:", "pmc": ""}


def sniff(sheet: Sheet) -> Fit:
    """Fit a set of PubMed's articles."""
    root = sheet.xml
    if root is None:
        return Fit(0.0, "it is no XML")
    count = sum(1 for _ in _citations(root))
    return Fit(0.95, f"{count} article(s) of PubMed") if count else Fit(0.0, "no articles of PubMed")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all articles and books."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    return map(_entry, _citations(sheet.xml))


def _citations(root: Element) -> Iterator[Element]:
    names = ("PubmedArticle", "PubmedBookArticle", "MedlineCitation")
    for found in [root] if name_of(root) in names else below(root, *names):
        parent = found.getparent()
        if parent is None or name_of(parent) not in names:
            yield found


def _entry(citation: Element) -> Entry:
    article = next(below(citation, "Article", "BookDocument"), citation)
    date = next(below(article, "PubDate"), None)
    abstract = next(below(article, "Abstract"), None)
    own = [*inside(citation, "PubmedData", "ArticleIdList", "ArticleId"), *below(article, "ELocationID")]
    number = first_below(citation, "PMID")
    ids = [_SCHEMES.get(each.get("IdType") or each.get("EIdType") or "", "-") + text(each) for each in own]
    references = below(citation, "Reference")
    return Entry(
        title=_title(article),
        authors=tuple(filter(None, map(_person, _authors(article)))),
        year=year_in(text(date)) or year_in(first_text(citation, "MedlineCitation", "DateCompleted", "Year")),
        venue=first_below(article, "Title", "MedlineTA") or None,
        ids=(*((f"PMID:{number}",) if number else ()), *(each for each in ids if not each.startswith("-"))),
        abstract=paragraphs(abstract) if abstract is not None else "",
        references=tuple(Cited(text=first_text(each, "Citation")) for each in references),
        publication=publication.details(_published(citation, article)),
    )


def _published(citation: Element, article: Element) -> Iterator[tuple[str, str]]:
    said = partial(first_below, article)
    book = name_of(article) == "BookDocument"
    chapter = "incollection" if said("ArticleTitle") else "book"
    kind = chapter if book else publication.type_of("medline", *map(text, below(article, "PublicationType")))
    yield TYPE, kind
    title = "" if kind == "book" else said("BookTitle") if book else first_text(article, "Journal", "Title")
    yield from publication.container(kind, title, said("PublisherName"))
    for name, element in _FIELDS.items():
        yield name, said(element)
    yield "keywords", publication.joined(map(text, below(citation, "Keyword")))
    for date in below(article, "PubDate"):
        yield from publication.month_and_day(first_text(date, "Month"), first_text(date, "Day"))


def _title(article: Element) -> str:
    found = first_below(article, "ArticleTitle", "BookTitle", "VernacularTitle")
    # A title in brackets is a translation.
    return found.removesuffix(".").strip("[]") if found.startswith("[") else found.removesuffix(".")


def _authors(article: Element) -> Iterator[Element]:
    for group in below(article, "AuthorList"):
        if group.get("Type", "authors") == "authors":
            yield from inside(group, "Author")


def _person(author: Element) -> str:
    given = first_text(author, "ForeName") or first_text(author, "Initials")
    return " ".join(filter(None, (given, first_text(author, "LastName")))) or first_text(author, "CollectiveName")


READER = entries_reader(_NAME, sniff, entries)
