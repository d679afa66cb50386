"""Scopus' plain text: a stretch for each paper, with labels in capitals below the authors and the title."""

import re
from collections.abc import Iterator

from corpus_index.domain.publication import TYPE
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.exports.tagged_lines import unified
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.people import people_in
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "scopus-text"
_END = re.compile(r"^SOURCE: Scopus[ \t\r]*$", re.MULTILINE)
_FIELD = re.compile(r"^(?P<name>[A-Z][A-Z -]{2,40}): (?P<value>.*)$")
_CITED = re.compile(
    r"\((?P<year>(?:19|20)\d\d)\) (?P<venue>.{2,300}?)(?:, (?P<volume>[\w-]{1,20}))?(?: \((?P<number>[^()]{1,20})\))?"
    r"(?:, art\. no\. (?P<eid>[\w.-]{1,30}))?(?:, pp?\. ?(?P<pages>[\w. –-]{1,30}?))?(?:[.,] Cited .*|\.|)$"
)
_IDS = re.compile(r"^[\d; ]{8,}$")
_RIGHTS = re.compile(r"\s*©.{0,200}$", re.DOTALL)
_HEAD = re.compile(r"^(?:Scopus|EXPORT DATE: .*)$")


def sniff(sheet: Sheet) -> Fit:
    """Fit stretches that end with `SOURCE: Scopus`."""
    count = sum(bool(each.title) for each in entries(sheet)) if _END.search(sheet.page.text) else 0
    return Fit(0.95, f"{count} paper(s) of Scopus") if count else Fit(0.0, "no papers in Scopus' plain text")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all papers."""
    text = unified(sheet.page.text)
    return map(_entry, _END.split(text)[:-1])


def _entry(stretch: str) -> Entry:
    lines = [line.strip() for line in stretch.split("\n") if line.strip() and not _HEAD.match(line.strip())]
    fields = {found["name"]: found["value"] for line in lines if (found := _FIELD.match(line))}
    plain = [line for line in lines if not _FIELD.match(line) and not _IDS.match(line)]
    at = next((at for at, line in enumerate(plain) if _CITED.match(line)), 0)
    cited = _CITED.match(plain[at]) if plain else None
    full = fields.get("AUTHOR FULL NAMES", "")
    names, complete = people_in(full or (plain[0] if at > 1 else ""), initials_last=not full)
    doi = fields.get("DOI", "")
    return Entry(
        title=plain[at - 1] if at else None,
        authors=names,
        authors_complete=complete,
        year=year_in(cited["year"]) if cited else None,
        venue=cited["venue"] if cited else None,
        ids=(f"doi:{doi}",) if doi else (),
        urls=tuple(line for line in plain if line.startswith("http")),
        abstract=_RIGHTS.sub("", fields.get("ABSTRACT", "")),
        references=tuple(Cited(text=each) for each in fields.get("REFERENCES", "").split("; ") if each),
        publication=publication.details(_published(fields, cited)),
    )


def _published(fields: dict[str, str], cited: re.Match[str] | None) -> Iterator[tuple[str, str]]:
    kind = publication.type_named(fields.get("DOCUMENT TYPE", ""))
    yield TYPE, kind
    yield from publication.container(kind, cited["venue"] if cited else "", fields.get("PUBLISHER", ""))
    for name in ("volume", "number", "eid", "pages"):
        yield name, (cited[name] or "") if cited else ""
    yield from publication.standard_number(f"{fields.get('ISSN', '')} {fields.get('ISBN', '')}")
    yield "keywords", publication.joined(fields.get("AUTHOR KEYWORDS", "").split(";"))


READER = entries_reader(_NAME, sniff, entries)
