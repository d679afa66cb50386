"""Zotero's report: a web page with a table of fields for each item of a library."""

from collections.abc import Iterator

from lxml import html

from corpus_index.domain.publication import TYPE
from corpus_index.pages.entry import Entry
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.people import given_first
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "zotero-report"
_ITEMS = "//ul[contains(concat(' ', @class, ' '), ' report ')]/li[contains(concat(' ', @class, ' '), ' item ')]"
_ASIDE = frozenset(("attachment", "note", "annotation"))
_VENUES = ("Publication", "Proceedings Title", "Book Title", "University", "Institution", "Website Title",
           "出版物", "期刊", "会议论文集标题", "大学")  # fmt: skip
_FIELDS = {
    "volume": ("Volume", "卷"),
    "number": ("Issue", "Report Number", "期"),
    "pages": ("Pages", "页码"),
    "series": ("Series",),
    "edition": ("Edition",),
    "location": ("Place",),
    "isbn": ("ISBN",),
    "issn": ("ISSN",),
    "language": ("Language",),
    "shortjournal": ("Journal Abbr",),
}


def sniff(sheet: Sheet) -> Fit:
    """Fit the list of a report whose items have titles."""
    if sheet.html is None:
        return Fit(0.0, "it is no HTML")
    count = sum(1 for _ in _items(sheet.html))
    return Fit(0.97, f"a report of Zotero with {count} items") if count else Fit(0.0, "it is no report of Zotero")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all items but attachments and notes."""
    assert sheet.html is not None  # noqa: S101  sniffed before
    return map(_entry, _items(sheet.html))


def _items(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for item in root.xpath(_ITEMS):
        if item.find("h2") is not None and not _ASIDE & set(item.get("class", "").split()):
            yield item


def _entry(item: html.HtmlElement) -> Entry:
    rows = [(_text(row.find("th")), row.find("th"), _text(row.find("td"))) for row in item.findall("table//tr")]
    fields = {name: value for name, _, value in rows}
    people = [(head.get("class", "") if head is not None else "", value) for _, head, value in rows]
    venue = next(filter(None, map(fields.get, _VENUES)), None)
    named = fields.get("DOI", "")
    return Entry(
        title=_text(item.find("h2")),
        authors=tuple(given_first(name) for role, name in people if role == "author"),
        year=year_in(fields.get("Date"), fields.get("日期")),
        venue=venue,
        ids=(f"doi:{named}",) if named else (),
        urls=tuple(filter(None, (fields.get("URL"), fields.get("网址")))),
        abstract=fields.get("Abstract") or fields.get("摘要") or "",
        publication=publication.details(_published(item, fields, venue or "", people)),
    )


def _published(
    item: html.HtmlElement, fields: dict[str, str], venue: str, people: list[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    kind = publication.type_named(*item.get("class", "").split())
    yield TYPE, kind
    yield from publication.container(kind, venue, fields.get("Publisher") or fields.get("出版社") or "")
    for name, labels in _FIELDS.items():
        yield name, next(filter(None, map(fields.get, labels)), "")
    yield "editor", publication.names(given_first(name) for role, name in people if role == "editor")


def _text(element: html.HtmlElement | None) -> str:
    return " ".join(element.text_content().split()) if element is not None else ""


READER = entries_reader(_NAME, sniff, entries)
