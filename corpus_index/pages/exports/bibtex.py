"""BibTeX and biblatex."""

import re
from collections.abc import Iterator, Mapping

from corpus_index.pages.entry import Entry
from corpus_index.pages.exports.bibtex_blocks import BibEntry, bib_entries
from corpus_index.pages.exports.bibtex_details import details_of
from corpus_index.pages.exports.bibtex_names import names_of
from corpus_index.pages.exports.latex_plain import address, plain, with_addresses
from corpus_index.pages.exports.tagged_lines import unified
from corpus_index.pages.fields.identifiers import identifier, identifiers
from corpus_index.pages.fields.tidying import without_label
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "bibtex"
_START = re.compile(
    r"(?m)^[ \t]*@(?!(?:comment|preamble|string)\b)[A-Za-z]\w{0,40}[ \t]*[{(]\s*[^\s,{}()]{0,200}"
    r"(?:\s+[A-Za-z][\w+:-]{0,60})?\s*[,=]",
    re.I,
)
_FEWEST_LINES = 0.5
_FIELD = re.compile(r"[ \t]*(?:[A-Za-z][\w:+.-]{0,60}[ \t]*=|@\w|[})])")
_TITLES = ("title", "titleaddon", "maintitle", "issuetitle")
_VOLUMES = frozenset(("proceedings", "mvproceedings", "collection", "mvcollection", "book", "mvbook", "periodical"))
"""Types of works that some write the title of in `booktitle`, which is the title of what a part is in."""
_VENUES = ("journal", "journaltitle", "booktitle", "eventtitle", "school", "institution", "publisher", "howpublished")
_DATES = ("year", "date", "issued", "eventdate", "origdate")
_LINKS = ("url", "link", "ee", "pdf", "html", "howpublished", "bdsk-url-1", "bdsk-url-2")
_PREPRINTS = ("journal", "journaltitle", "howpublished", "note", "number", "volume", "pages")
_NOT_INHERITED = frozenset(
    ("title", "subtitle", "titleaddon", "booktitle", "author", "key", "ids", "pages", "doi", "url", "eprint",
     "abstract", "keywords", "note", "annote", "annotation", "crossref", "type")
)  # fmt: skip
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"]{1,500}")
_LONGEST_VENUE = 1000


def sniff(sheet: Sheet) -> Fit:
    """Fit a text of which entries are the most part; a document that shows an entry in between is none."""
    text = unified(sheet.page.text)
    if not _START.search(text):
        return Fit(0.0, "no BibTeX entry")
    share = _share_of_entries(text)
    if share < _FEWEST_LINES:
        return Fit(0.0, f"only {share:.0%} of the text are BibTeX entries")
    titled = sum(bool(_title(each)) for each in bib_entries(text))
    return (
        Fit(0.95, f"BibTeX with {titled} titles")
        if titled
        else Fit(0.0, "it is BibTeX without any title", holds_none=True)
    )


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all entries, with what they inherit from the collection that `crossref` names."""
    found = bib_entries(sheet.page.text)
    by_key = {each.key.casefold(): each for each in reversed(found) if each.key}
    for each in found:
        parent = by_key.get(each.fields.get("crossref", each.fields.get("xdata", "")).strip().casefold())
        yield _entry(each, _with_inherited(each, parent) if parent and parent is not each else each.fields)


def _share_of_entries(text: str) -> float:
    """Say which share of the lines stands between the first line of an entry and the end of its braces.

    Within braces a parenthesis is text, such as that of `1)`.
    """
    inside = parenthesised = False
    depth = total = taken = 0
    for line in text.split("\n"):
        if not line.strip():
            continue
        total += 1
        if _START.match(line) or line.lstrip()[:1] == "@":
            inside, depth = True, 0
            parenthesised = "(" in line.partition("{")[0]
        taken += inside
        if inside:
            depth += line.count("{") - line.count("}")
            depth += line.count("(") - line.count(")") if parenthesised else 0
            inside = depth > 0
    return taken / total if total else 0.0


def _with_inherited(entry: BibEntry, parent: BibEntry) -> dict[str, str]:
    """Add what the collection says of all that is in it: its title is the venue of each part."""
    taken = {name: value for name, value in parent.fields.items() if name not in _NOT_INHERITED}
    if parent.type == "xdata":
        taken = dict(parent.fields)
    elif title := parent.fields.get("booktitle") or parent.fields.get("title"):
        taken["journal" if parent.type in ("periodical", "article") else "booktitle"] = title[:_LONGEST_VENUE]
    if entry.type in ("inbook", "bookinbook", "suppbook") and "author" in parent.fields:
        taken["author"] = parent.fields["author"]
    dated = any(name in entry.fields for name in ("year", "date"))
    own = {name: value for name, value in taken.items() if not (dated and name in ("year", "date"))}
    return own | entry.fields


def _entry(entry: BibEntry, fields: Mapping[str, str]) -> Entry:
    names, complete = names_of(fields.get("author", ""))
    return Entry(
        title=_title(entry),
        authors=names,
        authors_complete=complete,
        year=year_in(*(fields.get(name) for name in _DATES)),
        venue=next(filter(None, (plain(fields.get(name, "")) for name in _VENUES)), None),
        ids=tuple(_ids(fields)),
        urls=tuple(_urls(fields)),
        abstract=without_label(plain(with_addresses(fields.get("abstract", "")))),
        key=entry.key or None,
        publication=details_of(entry, fields),
    )


def _title(entry: BibEntry) -> str:
    fields = entry.fields
    for name in ("title", "booktitle", *_TITLES) if entry.type in _VOLUMES else _TITLES:
        main, sub = plain(fields.get(name, "")), plain(fields.get(name.replace("title", "subtitle"), ""))
        if main:
            joint = " " if main[-1] in ":?!" else ": "
            return f"{main}{joint}{sub}" if sub and "title" in name and sub.casefold() not in main.casefold() else main
    return ""


def _ids(fields: Mapping[str, str]) -> Iterator[str]:
    printed = address(fields.get("doi", ""))
    if printed:
        yield f"doi:{printed}" if printed.startswith("10.") else printed if identifier(printed) else ""
    eprint = address(fields.get("eprint", "") or fields.get("arxivid", "") or fields.get("arxiv", ""))
    kind = (fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv").strip().casefold()
    if eprint and kind == "arxiv":
        yield eprint if identifier(eprint) else f"arXiv:{eprint}"
    elif eprint and kind in ("pubmed", "pmid"):
        yield f"PMID:{eprint}"
    if fields.get("pmid"):
        yield f"PMID:{address(fields['pmid'])}"
    if fields.get("pmcid"):
        yield address(fields["pmcid"])
    # Preprints are often cited in a field for something else: `journal = {arXiv preprint arXiv:2401.00001}`.
    for name in _PREPRINTS:
        for found, _, _ in identifiers(address(fields.get(name, "")).replace("abs/", "arXiv:", 1)):
            if found.scheme == "arxiv":
                yield f"arXiv:{found.value}"


def _urls(fields: Mapping[str, str]) -> Iterator[str]:
    for name in _LINKS:
        for found in _URL.finditer(address(fields.get(name, ""))):
            yield found[0].rstrip(".,;)")


READER = entries_reader(_NAME, sniff, entries)
