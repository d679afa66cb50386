"""Papers as a list of references in Markdown, to read and to paste."""

from collections.abc import Iterable, Iterator

from corpus_index.domain.paper import Paper
from corpus_index.export.markdown_text import escaped, link
from corpus_index.export.reference import Reference, reference


def markdown(papers: Iterable[Paper]) -> Iterator[str]:
    """Yield one item of a list a paper, in the order given: authors, title, venue, year, addresses, key."""
    for work in map(reference, papers):
        yield f"- {' '.join(_parts(work))}\n"


def _parts(work: Reference) -> Iterator[str]:
    if work.authors:
        others = [] if work.authors_complete else ["and others"]
        yield f"{', '.join([*map(escaped, work.authors), *others])}."
    yield f"**{escaped(work.title)}**."
    published = [f"*{escaped(work.venue)}*"] if work.venue.strip() else []
    published += [escaped(work.dated)] if work.dated else []
    if published:
        yield f"{', '.join(published)}."
    yield from (link(_shown(url), url) for url in work.addresses[:2])
    yield f"`{work.key}`"


def _shown(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://")
