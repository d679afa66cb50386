"""Papers as RIS, which reference managers import."""

from collections.abc import Collection, Iterable, Iterator

from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import PEOPLE
from corpus_index.export.names import Name, name_in_parts
from corpus_index.export.publication_fields import called, day, month, people
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
    yield "TY", work.type.ris
    yield "ID", work.key
    yield from _people("AU", work.authors, work.authors_complete, work.families)
    yield "TI", squeezed(work.title)
    yield from _published(work)
    yield "PY", squeezed(work.dated)
    yield "DO", work.doi
    yield from (("UR", url) for url in work.addresses)
    yield from (("KW", squeezed(keyword)) for keyword in work.keywords)
    # Reference managers take N1 for notes of one's own, and print none of them.
    yield "M2", work.note
    yield "N1", squeezed(work.annotation)
    yield "AB", squeezed(work.abstract)


def _people(tag: str, names: Iterable[str], complete: bool, families: Collection[str]) -> Iterator[tuple[str, str]]:
    printed = [name_in_parts(name, families) for name in names]
    yield from ((tag, _name(name)) for name in printed)
    if printed and not complete:
        yield tag, "others"


def _name(name: Name) -> str:
    """Give a name, the family name first; a comma ends the name of a body, of which nothing is given."""
    body = name.is_body and " " in name.family and "," not in name.family
    return f"{name.family}," if body else ", ".join(filter(None, (name.family, name.given, name.suffix)))


def _published(work: Reference) -> Iterator[tuple[str, str]]:
    told = set()
    for tag, name, value in called("ris", work.details):
        if name in PEOPLE:
            yield from _people(tag, *people(value), work.families)
        elif name == "pages":
            first, _, last = value.replace("–", "-").partition("-")
            yield from (("SP", first.strip()), ("EP", last.strip()))
        elif tag not in told or tag == "SN":
            yield tag, squeezed(value)
        told.add(tag)
    if in_month := month(work.details):
        yield "DA", f"{work.year or ''}/{in_month:02}/{day(work.details) or ''}/"
    if date := work.details.get("urldate"):
        yield "Y2", date.replace("-", "/")
