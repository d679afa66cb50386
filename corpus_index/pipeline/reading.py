"""Pages in, records with their facts out, without an index."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from corpus_index import extract, pages
from corpus_index.domain.facts import Facts
from corpus_index.domain.record import ReadPage
from corpus_index.errors import PageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """One source as it was read: `facts` has those of each record of `read`; or the `problem` that it has."""

    source: str
    read: ReadPage | None = None
    facts: tuple[Facts, ...] = ()
    problem: PageError | None = None


def parse(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Parsed]:
    """Read the sources one after the other, in their order; what cannot be read comes as a `problem`."""
    for source in pages.sources(paths, stdin):
        if isinstance(source, PageError):
            yield Parsed(source=source.where, problem=source)
            continue
        try:
            read = pages.split(pages.load(source.name, source.data))
        except PageError as problem:
            yield Parsed(source=source.name, problem=problem)
        else:
            yield Parsed(source=source.name, read=read, facts=tuple(extract.facts_of(each) for each in read.records))
