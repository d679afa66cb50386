"""Papers as CSL-JSON, which pandoc, Zotero and every CSL processor read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from corpus_index.domain.paper import Paper
from corpus_index.export.bib_entry import is_arxiv
from corpus_index.export.names import name_in_parts
from corpus_index.export.reference import Reference, reference
from corpus_index.export.white_space import squeezed


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
    form = work.type.csl
    item: dict[str, Any] = {
        "id": work.key,
        "type": form.type,
        "title": squeezed(work.title),
        "author": _authors(work),
        "issued": {"date-parts": [[work.year]]} if work.year is not None else None,
        form.venue: squeezed(work.venue),
        "DOI": work.doi,
        "URL": next((url for url in work.addresses if not work.doi or not url.endswith(work.doi)), None),
        "keyword": ", ".join(keyword.replace(",", " ") for keyword in map(squeezed, work.keywords)),
        "note": work.note,
        "annote": work.annotation,
        "abstract": squeezed(work.abstract),
    }
    if is_arxiv(work.arxiv) and not work.venue:
        item |= {"publisher": "arXiv", "number": f"arXiv:{work.arxiv}"}
    return item


def _authors(work: Reference) -> list[dict[str, str]]:
    authors = []
    for printed in work.authors:
        name = name_in_parts(printed)
        parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
        whole = name.is_body or not name.given
        authors.append({"literal": name.family} if whole else {part: text for part, text in parts.items() if text})
    # Pandoc, too, writes `and others` so.
    return [*authors, {"literal": "others"}] if authors and not work.authors_complete else authors
