"""Pages in, records with their facts out, without an index."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from corpus_index import extract, pages
from corpus_index.domain.facts import Facts
from corpus_index.domain.record import ReadPage
from corpus_index.errors import PageError
from corpus_index.pages import Source
from corpus_index.pipeline.in_processes import in_processes


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """One page as it was read: `facts` has those of each record of `read`; or the `problem` that its source has."""

    source: str
    read: ReadPage | None = None
    facts: tuple[Facts, ...] = ()
    problem: PageError | None = None


def parse(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Parsed]:
    """Read the sources one after the other, in their order; what cannot be read comes as a `problem`.

    A source that is too large for one page comes as a row of pages, as it does when it is added.
    """
    for source in pages.sources(paths, stdin):
        if isinstance(source, PageError):
            yield Parsed(source=source.where, problem=source)
            continue
        try:
            if source.reopen is None:
                yield _with_facts(pages.split(pages.load(source.name, source.data)))
            else:
                yield from _in_parts(source)
        except PageError as problem:
            yield Parsed(source=source.name, problem=problem)


def _in_parts(source: Source) -> Iterator[Parsed]:
    reader = pages.line_reader(source)
    parts = pages.parts(source, pages.extent_of(source).digest)
    return in_processes(partial(_parsed_part, source.name, reader), parts)


def _parsed_part(source: str, reader: pages.LineReader, part: pages.Part) -> Parsed:
    return _with_facts(pages.read_part(source, reader, part))


def _with_facts(read: ReadPage) -> Parsed:
    return Parsed(source=read.page.name, read=read, facts=tuple(map(extract.facts_of, read.records)))
