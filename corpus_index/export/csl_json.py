"""Papers as CSL-JSON, which pandoc, Zotero and every CSL processor read."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import CONTAINERS, END_DATE, PEOPLE
from corpus_index.export.bib_entry import is_arxiv
from corpus_index.export.names import name_in_parts
from corpus_index.export.publication_fields import called, day, month, people
from corpus_index.export.reference import Reference, reference
from corpus_index.export.white_space import squeezed

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def csl_json(papers: Iterable[Paper]) -> Iterator[str]:
    """Yield a list of items in pieces, one item a line, in the order given."""
    before = "[\n"
    for item in csl_items(papers):
        yield before + json.dumps(item, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def csl_items(papers: Iterable[Paper]) -> Iterator[dict[str, Any]]:
    """Yield the papers as items of CSL; a name that is not known is left out, and so is an empty value."""
    for work in map(reference, papers):
        yield {name: value for name, value in _item(work).items() if value}


def _item(work: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": work.key,
        # Pandoc finds an item by these too.
        "other-ids": " ".join(work.aliases),
        "type": work.type.csl,
        "title": squeezed(work.title),
        "author": _people(work.authors, work.authors_complete, work.families),
        "issued": _issued(work),
        "accessed": _accessed(work),
        **_published(work),
        "DOI": work.doi,
        "URL": next((url for url in work.addresses if not work.doi or not url.endswith(work.doi)), None),
        "keyword": ", ".join(keyword.replace(",", " ") for keyword in map(squeezed, work.keywords)),
        "note": work.note,
        "annote": work.annotation,
        "abstract": squeezed(work.abstract),
    }
    if is_arxiv(work.arxiv) and work.details.keys().isdisjoint((*CONTAINERS, "number")):
        item |= {"publisher": "arXiv", "number": f"arXiv:{work.arxiv}"}
    return item


def _issued(work: Reference) -> dict[str, Any] | None:
    if work.before_christ:
        return {"date-parts": [[-work.before_christ]]}
    if work.year is None:
        return {"literal": squeezed(work.dated)} if work.dated else None
    parts = [[work.year, *filter(None, (month(work.details), day(work.details)))]]
    if last := work.details.get(END_DATE):
        parts.append([int(part) for part in last.split("-")])
    return {"date-parts": parts, **({"circa": True} if work.is_circa else {})}


def _accessed(work: Reference) -> dict[str, Any] | None:
    date = work.details.get("urldate", "")
    return {"date-parts": [[int(part) for part in date.split("-")]]} if _DATE.fullmatch(date) else None


def _published(work: Reference) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for variable, name, value in called("csl", work.details):
        # An issue is of a journal; other numbers are of the work.
        called_so = "issue" if name == "number" and work.type.csl.startswith("article") else variable
        found.setdefault(
            called_so, _people(*people(value), work.families) if name in PEOPLE else squeezed(value).replace("–", "-")
        )
    return found


def _people(names: Iterable[str], complete: bool, families: Collection[str]) -> list[dict[str, str]]:
    authors = []
    for printed in names:
        name = name_in_parts(printed, families)
        parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
        whole = name.is_body or not name.given
        authors.append({"literal": name.family} if whole else {part: text for part, text in parts.items() if text})
    # Pandoc, too, writes `and others` so.
    return [*authors, {"literal": "others"}] if authors and not complete else authors
