"""Papers as RIS, which reference managers import."""

from collections.abc import Iterable, Iterator

from corpus_index.domain.paper import Paper
from corpus_index.export.names import name_in_parts
from corpus_index.export.reference import Reference, reference
from corpus_index.export.white_space import squeezed


def ris(papers: Iterable[Paper]) -> Iterator[str]:
    """Yield one reference a paper in the order given, each with an empty line after it.

    A value is one line, so that no text can begin a tag of its own. Where the authors are not all, `others` is the
    last of them.
    """
    for work in map(reference, papers):
        yield "".join(f"{tag}  - {value}\n" for tag, value in _lines(work) if value) + "ER  - \n\n"


def _lines(work: Reference) -> Iterator[tuple[str, str]]:
    form = work.type.ris
    yield "TY", form.type
    yield "ID", work.key
    for printed in work.authors:
        name = name_in_parts(printed)
        yield "AU", ", ".join(filter(None, (name.family, name.given, name.suffix)))
    if work.authors and not work.authors_complete:
        yield "AU", "others"
    yield "TI", squeezed(work.title)
    yield form.venue, squeezed(work.venue)
    yield "PY", str(work.year or "")
    yield "DO", work.doi
    yield from (("UR", url) for url in work.addresses)
    yield from (("KW", squeezed(keyword)) for keyword in work.keywords)
    yield "N1", work.note
    yield "N1", work.annotation
    yield "AB", squeezed(work.abstract)
