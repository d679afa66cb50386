"""JATS, the XML of journals: one article, or several."""

from collections.abc import Iterator

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
from corpus_index.pages.fields.tidying import without_label
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "jats"
_FIELDS = {"volume": "volume", "number": "issue", "eid": "elocation-id"}
_SCHEMES = {"doi": "doi:", "pmid": "PMID:", "pmc": "PMC", "pmcid": "", "arxiv": "arXiv:"}


def sniff(sheet: Sheet) -> Fit:
    """Fit XML with the front matter of an article."""
    root = sheet.xml
    if root is None:
        return Fit(0.0, "it is no XML")
    count = sum(1 for _ in _articles(root))
    return Fit(0.95, f"{count} article(s) in JATS") if count else Fit(0.0, "no article with front matter in JATS")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the front matter and the references of every article."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    _say_formulas_once(sheet.xml)
    return map(_entry, _articles(sheet.xml))


def _say_formulas_once(root: Element) -> None:
    """Take out what is in TeX where the same stands beside it in MathML."""
    for formula in [each for each in below(root, "alternatives") if any(True for _ in inside(each, "math"))]:
        for tex in list(inside(formula, "tex-math")):
            formula.remove(tex)


def _articles(root: Element) -> Iterator[Element]:
    for article in [root] if name_of(root) == "article" else below(root, "article"):
        if any(True for _ in inside(article, "front", "article-meta")):
            yield article


def _entry(article: Element) -> Entry:
    front = next(inside(article, "front", "article-meta"))
    dates = sorted(inside(front, "pub-date"), key=lambda date: date.get("pub-type") not in ("epub", "ppub", None))
    abstracts = list(inside(front, "abstract"))
    # One without a type is the whole abstract; others are teasers, lists of highlights and the like.
    abstracts.sort(key=lambda abstract: abstract.get("abstract-type") is not None)
    return Entry(
        title=first_text(front, "title-group", "article-title"),
        authors=tuple(filter(None, map(_person, _authors(front)))),
        year=year_in(*(first_text(date, "year") or date.get("iso-8601-date") for date in dates)),
        venue=first_below(article, "journal-title") or None,
        ids=tuple(filter(None, map(_identifier, inside(front, "article-id")))),
        abstract=without_label(paragraphs(abstracts[0])) if abstracts else "",
        references=tuple(map(_cited, below(article, "ref"))),
        publication=publication.details(_published(article, front, dates)),
    )


def _published(article: Element, front: Element, dates: list[Element]) -> Iterator[tuple[str, str]]:
    journal = next(inside(article, "front", "journal-meta"), front)
    title = first_below(journal, "journal-title")
    if title:
        yield TYPE, "article"
        yield from publication.container("article", title, first_text(journal, "publisher", "publisher-name"))
    for name, element in _FIELDS.items():
        yield name, first_text(front, element)
    yield "pages", publication.pages(first_text(front, "fpage"), first_text(front, "lpage"))
    yield "issn", first_text(journal, "issn")
    yield "keywords", publication.joined(map(text, inside(front, "kwd-group", "kwd")))
    for date in dates[:1]:
        yield from publication.month_and_day(first_text(date, "month"), first_text(date, "day"))


def _authors(front: Element) -> Iterator[Element]:
    for group in inside(front, "contrib-group"):
        yield from (each for each in inside(group, "contrib") if each.get("contrib-type", "author") == "author")


def _person(contributor: Element) -> str:
    for name in below(contributor, "name"):
        return " ".join(filter(None, (first_text(name, "given-names"), first_text(name, "surname"))))
    return first_below(contributor, "string-name", "collab")


def _identifier(element: Element) -> str:
    prefix = _SCHEMES.get(element.get("pub-id-type", ""))
    value = text(element)
    if prefix is None or not value:
        return ""
    return value if value.casefold().startswith(prefix.casefold()) else prefix + value


def _cited(reference: Element) -> Cited:
    numbers = list(below(reference, "pub-id", "ext-link"))
    ids = [_identifier(each) or each.get("{http://www.w3.org/1999/xlink}href", "") for each in numbers]
    body = next(below(reference, "mixed-citation", "element-citation", "citation", "note"), reference)
    return Cited(text=text(body), ids=tuple(filter(None, ids)))


READER = entries_reader(_NAME, sniff, entries)
