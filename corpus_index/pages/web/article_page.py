"""The page of one article, as publishers, repositories and preprint servers have it."""

import re
from collections.abc import Iterator

from lxml import html

from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.feeds.flattened import said
from corpus_index.pages.feeds.json_people import people
from corpus_index.pages.feeds.json_values import string
from corpus_index.pages.fields.people import have_initials_last, initials_first
from corpus_index.pages.fields.tidying import without_label, without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader
from corpus_index.pages.web.abstract_on_page import abstract_on
from corpus_index.pages.web.page_metadata import PageMetadata
from corpus_index.pages.web.page_publication import part_of, published

_NAME = "article-page"
_TITLES = ("citation_title", "dc.title", "eprints.title", "title")
_AUTHORS = ("citation_author", "citation_authors", "dc.creator", "dc.creator.personalname",
            "dc.contributor", "creators_name")  # fmt: skip
_DATES = ("citation_publication_date", "citation_date", "citation_year", "citation_cover_date", "prism.publicationdate",
          "dc.issued", "dc.date", "dc.date.issued", "dc.date.created", "citation_online_date",
          "article:published_time")  # fmt: skip
_VENUES = ("citation_journal_title", "citation_conference_title", "citation_inbook_title", "prism.publicationname",
           "citation_book_title", "citation_dissertation_institution",
           "citation_technical_report_institution")  # fmt: skip
_WAITING = re.compile(
    r"just a moment|attention required|are you a robot|access denied|checking your browser|enable javascript",
    re.IGNORECASE,
)


def sniff(sheet: Sheet) -> Fit:
    """Fit a page whose head says what article it shows."""
    root = sheet.html
    if root is None:
        return Fit(0.0, "it is no HTML")
    heading = " ".join((root.findtext(".//title") or "").split())
    if _WAITING.match(heading) and len(sheet.page.text) < 100_000:
        return Fit(
            0.0,
            f"it is no article but a page that asked to wait ('{heading}'): open it and save it again",
            holds_none=True,
        )
    found = PageMetadata(root)
    if found.first("citation_title"):
        return Fit(0.95, "the page of one article, with citation tags")
    if found.every("citation_doi") or (found.first("dc.title") and found.every(*_AUTHORS, "dc.identifier")):
        return Fit(0.85, "the page of one article, by its metadata")
    if found.article:
        return Fit(0.8, "the page of one article, as it describes itself in a script")
    return Fit(0.0, "its head has no metadata of an article")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the one article."""
    assert sheet.html is not None  # noqa: S101  sniffed before
    found, root = PageMetadata(sheet.html), sheet.html
    described = found.article
    title = found.first(*_TITLES) or string(described.get("headline") or described.get("name"))
    yield Entry(
        title=without_tags(title or _heading(root)),
        authors=_authors(found, root),
        year=year_in(*(found.first(name) for name in _DATES), string(described.get("datePublished"))),
        venue=without_tags(found.first(*_VENUES) or part_of(described)),
        ids=_ids(found),
        urls=_urls(found),
        abstract=_abstract(found, root),
        references=tuple(map(_cited, found.tags.get("citation_reference", ()))),
        publication=published(found),
    )


def _heading(root: html.HtmlElement) -> str:
    for heading in root.iter("h1"):
        words = " ".join(heading.text_content().split())
        if words:
            return words
    return " ".join((root.findtext(".//title") or "").split())


def _authors(found: PageMetadata, root: html.HtmlElement) -> tuple[str, ...]:
    names = found.every(*_AUTHORS)
    if len(names) == 1 and ";" in names[0]:
        names = names[0].split(";")
    told = [without_tags(name) for name in names] or list(people(_as_list(found.article.get("author"))))
    initials_last = len(told) > 1 and have_initials_last(["; ".join(told)])
    return tuple(initials_first(name) if initials_last else _in_order(name) for name in told or _marked(root))


def _as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _marked(root: html.HtmlElement) -> list[str]:
    """Names that the body marks by given and family name, as some publishers do in place of tags."""
    names = []
    for given in root.xpath("//*[contains(concat(' ', @class, ' '), ' given-name ')]"):
        family = given.xpath("following-sibling::*[contains(@class, 'surname')][1]")
        if family:
            names.append(f"{given.text_content()} {family[0].text_content()}")
    return list(dict.fromkeys(names))


def _in_order(name: str) -> str:
    """Turn `Doe, Jane` into `Jane Doe`; a name with more commas is left alone."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and "," not in given and not re.match(r"(?:Jr|Sr|I{2,3})\b", given) else name


def _ids(found: PageMetadata) -> tuple[str, ...]:
    doi = next((each for each in found.tags.get("citation_doi", []) if "10." in each), "")
    named = [f"doi:{doi}"] if doi else []
    for name, prefix in (("citation_arxiv_id", "arXiv:"), ("citation_pmid", "PMID:")):
        named += [f"{prefix}{each}" for each in found.tags.get(name, [])]
    for name in ("dc.identifier", "dc.identifier.doi", "prism.doi", "dc.source"):
        named += [each for each in found.tags.get(name, []) if "10." in each]
    return (*named, string(found.article.get("sameAs")), string(said(found.article.get("identifier"))))


def _urls(found: PageMetadata) -> tuple[str, ...]:
    pages = (found.first("citation_abstract_html_url"), found.first("og:url"), found.link("canonical"))
    page = next((each for each in pages if each.startswith("http")), "")
    files = (found.first("citation_fulltext_html_url"), found.first("citation_pdf_url"))
    return tuple(filter(None, (page, *(each for each in files if each.startswith("http")))))


def _abstract(found: PageMetadata, root: html.HtmlElement) -> str:
    named = [found.first(name) for name in ("citation_abstract", "dc.description", "dc.abstract", "eprints.abstract")]
    named += [string(found.article.get(name)) for name in ("abstract", "description")]
    told = [without_label(without_tags(each)) for each in named if each]
    told = [each for each in told if not _cites(each, found)]
    described = found.first("og:description", "description")
    beginning = told[0] if told else "" if _cites(described, found) else described
    shown = without_label(abstract_on(root, beginning))
    return max((*told[:1], "" if _cites(shown, found) else shown), key=len)


def _cites(text: str, found: PageMetadata) -> bool:
    """Say whether a description is only how to cite the article: its title behind its authors."""
    title, author = found.first(*_TITLES), found.first(*_AUTHORS)
    at = text.casefold().find(title.casefold()) if title else -1
    family = author.partition(",")[0] if "," in author else author.rpartition(" ")[2]
    return at > 0 and bool(family) and family.casefold() in text[:at].casefold()


def _cited(printed: str) -> Cited:
    """`citation_title=...; citation_author=...`, or a reference as plain text."""
    parts = [part.partition("=")[::2] for part in printed.split(";") if "=" in part]
    if not parts or not all(name.strip().startswith("citation_") for name, _ in parts):
        return Cited(text=without_tags(printed))
    fields: dict[str, list[str]] = {}
    for name, value in parts:
        fields.setdefault(name.strip(), []).append(value.strip())
    order = ("author", "title", "journal_title", "conference_title", "volume", "firstpage", "publication_date", "date")
    words = [", ".join(fields.get(f"citation_{name}", [])) for name in order]
    doi = [f"doi:{each}" for each in fields.get("citation_doi", [])]
    return Cited(text=without_tags(". ".join(filter(None, words))), ids=tuple(doi))


READER = entries_reader(_NAME, sniff, entries)
