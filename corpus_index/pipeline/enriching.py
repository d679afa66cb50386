"""Filling in what papers lack from sources that list many more, without adding any paper."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from corpus_index import extract, pages, resolve
from corpus_index.domain.facts import Facts
from corpus_index.domain.page import Page, PageDigest
from corpus_index.domain.paper import Paper
from corpus_index.domain.record import PrintedDetail, PrintedId, PrintedYear, RawRecord, ReadPage, Reference
from corpus_index.domain.report import KeyNotKept
from corpus_index.domain.span import Span
from corpus_index.domain.work import KnownRecord, Verdict
from corpus_index.errors import PageError
from corpus_index.pages import Source
from corpus_index.pipeline.embedding import keep_vectors
from corpus_index.pipeline.storing import quoted_reasons, store_page
from corpus_index.pipeline.target import Target
from corpus_index.store.blocks import records_in_blocks
from corpus_index.store.building import build_papers
from corpus_index.store.connection import connect_checked
from corpus_index.store.known import known_records, papers_of

_NAMED = 20
"""How many broken lines of a page are named."""
Progress = Callable[[str, int], None]
"""Called now and then with the name of a source and how many of its records were looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enriched:
    """A paper that a source told more of: how sure the match is (0 to 1), by what, and what it was and is called."""

    key: str
    score: float
    by: str
    source: str
    title_before: str
    title: str
    new_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrichReport:
    """The papers that changed; `problems` are sources and lines that could not be read, `looked_at` counts records.

    `keys_not_kept` are keys that a source gives to papers that changed, and that lead to other papers.
    """

    enriched: tuple[Enriched, ...]
    looked_at: int
    problems: tuple[str, ...]
    keys_not_kept: tuple[KeyNotKept, ...] = ()
    dry_run: bool = False


_told = attrgetter("title", "authors", "authors_complete", "year", "ids", "urls", "venue", "publication", "abstract")
"""What a source may tell of a paper."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A record of a source, and the `known` one of the `paper` that it was recognised by."""

    paper: int
    known: int
    record: RawRecord
    page: Page
    verdict: Verdict
    by: str

    @property
    def place(self) -> tuple[int, str | None]:
        """The paper, and the key that the record gives it."""
        return self.paper, self.record.key.text if self.record.key else None


def enrich(
    path: Path,
    paths: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> EnrichReport:
    """Store, of each source, the records of papers that are in the index already; other papers are passed over.

    Records are recognised as `add` recognises them: by identifier, title, abstract and authors. Where a source has
    several records that fit one paper, the best one is taken, and the best one for each key that it gives. Raises a
    `StoreError`, also where there is no index yet: without papers there is nothing to look for.
    """
    connect_checked(path)[0].close()
    given = list(paths)
    problems: list[str] = []
    enriched: list[Enriched] = []
    not_kept: list[KeyNotKept] = []
    looked_at = 0
    with Target(path, command=f"enrich {' '.join(given)}", dry_run=dry_run) as target:
        for source in pages.sources(given, stdin):
            best: dict[tuple[int, str | None], _Match] = {}
            try:
                for page in _read(source):
                    looked_at += len(page.records)
                    broken = [each for each in page.skipped if each.reason.endswith(pages.BROKEN)]
                    problems += [f"{page.page.name}: {told}" for told in quoted_reasons(page.page, broken[:_NAMED])]
                    for match in _matches(target, page):
                        known = best.get(match.place)
                        if known is None or match.verdict.score > known.verdict.score:
                            best[match.place] = match
                    if progress:
                        progress(page.page.name, looked_at)
            except PageError as problem:
                problems.append(str(problem))
            enriched += _store(target, list(best.values()), not_kept)
        if enriched and not dry_run:
            keep_vectors(target.store)
    return EnrichReport(
        enriched=tuple(enriched),
        looked_at=looked_at,
        problems=tuple(problems),
        keys_not_kept=tuple(not_kept),
        dry_run=dry_run,
    )


def _read(source: Source | PageError) -> Iterator[ReadPage]:
    if isinstance(source, PageError):
        raise source
    if source.reopen is None:
        yield pages.split(pages.load(source.name, source.data))
        return
    reader = pages.line_reader(source)
    for part in pages.parts(source, pages.extent_of(source).digest):
        yield pages.read_part(source.name, reader, part)


def _matches(target: Target, page: ReadPage) -> Iterator[_Match]:
    """The records of a page that are papers of the index, each with the paper that it fits best."""
    connection = target.store.connection
    keys = Counter(record.key.text for record in page.records if record.key)
    known = [
        KnownRecord(
            id=-1 - at,
            page=page.page.name,
            digest=page.page.digest,
            record=record,
            facts=Facts(),
            key_repeated=record.key is not None and keys[record.key.text] > 1,
        )
        for at, record in enumerate(page.records)
    ]
    blocks = {each.id: resolve.blocks(each) for each in known}
    stored = records_in_blocks(connection, set().union(*blocks.values()) if blocks else set(), resolve.HINTS)
    candidates = {each.id: {other for block in blocks[each.id] for other in stored[block]} for each in known}
    wanted = set().union(*candidates.values()) if candidates else set()
    others = {each.id: each for each in known_records(connection, wanted)}
    paper = papers_of(connection, wanted)
    for each in known:
        verdicts = {other: resolve.compare(each, others[other]) for other in sorted(candidates[each.id])}
        same = [(verdict.score, -other) for other, verdict in verdicts.items() if verdict.same]
        if same:
            other = -max(same)[1]
            by = _by(each.record, others[other].record)
            yield _Match(paper[other], other, each.record, page.page, verdicts[other], by)


def _by(a: RawRecord, b: RawRecord) -> str:
    ours, theirs = ({(each.id.scheme, each.id.value) for each in record.ids} for record in (a, b))
    if ours & theirs:
        return next(iter(sorted(ours & theirs)))[0].value
    if a.title and b.title and a.title.text.casefold() == b.title.text.casefold():
        return "title"
    return "title and abstract" if a.title and b.title else "abstract"


def _store(target: Target, best: Sequence[_Match], not_kept: list[KeyNotKept]) -> Iterator[Enriched]:
    """Store the best records; keys of theirs that lead to other papers are put into `not_kept`."""
    if not best:
        return
    before = _papers(target, best)
    for page in _pages_of(best):
        placed = store_page(target.store, page, [extract.facts_of(record) for record in page.records], target.change)
        not_kept += placed.keys_not_kept if placed else ()
    after = _papers(target, best)
    for match in {match.paper: match for match in sorted(best, key=lambda match: match.verdict.score)}.values():
        was, now = before[match.known], after[match.known]
        if _told(was) == _told(now):
            continue
        yield Enriched(
            key=was.key,
            score=match.verdict.score,
            by=match.by,
            source=match.page.name,
            title_before=was.title,
            title=now.title,
            new_key=now.key,
        )


def _papers(target: Target, matches: Iterable[_Match]) -> dict[int, Paper]:
    """Give the papers of the known records: a match may have joined two papers."""
    connection = target.store.connection
    paper_of = papers_of(connection, [match.known for match in matches])
    ids = sorted(set(paper_of.values()))
    papers = dict(zip(ids, build_papers(connection, ids), strict=True))
    return {record: papers[paper] for record, paper in paper_of.items()}


def _pages_of(matches: Sequence[_Match]) -> Iterator[ReadPage]:
    """Make a page of the matched records of each page: their own lines and nothing else."""
    by_page: dict[PageDigest, list[_Match]] = {}
    for match in matches:
        by_page.setdefault(match.page.digest, []).append(match)
    for of_page in by_page.values():
        page = of_page[0].page
        ordered = sorted(of_page, key=lambda match: match.record.start)
        text, records = "", []
        for ordinal, match in enumerate(ordered):
            shift = len(text) - match.record.start
            records.append(_shifted(match.record, shift)._replace(ordinal=ordinal, summarises=None))
            text += page.text[match.record.start : match.record.end] + "\n\n"
        digest = PageDigest(hashlib.sha256(f"{page.digest}\0{text}".encode("utf-8", "surrogatepass")).hexdigest())
        yield ReadPage(Page(page.name, digest, text), "enrich", tuple(records), ())


def _shifted(record: RawRecord, by: int) -> RawRecord:
    """Give a record as it stands on a page on which it begins so much later."""

    def moved(value: object) -> object:
        if isinstance(value, (Span, PrintedYear, PrintedId)):
            return value._replace(start=value.start + by, end=value.end + by)
        if isinstance(value, (Reference, PrintedDetail)):
            return value._replace(span=value.span._replace(start=value.span.start + by, end=value.span.end + by))
        return tuple(map(moved, value)) if isinstance(value, tuple) else value

    fields = ("title", "abstract", "authors", "year", "venue", "ids", "urls", "key", "references", "publication")
    changed = {name: moved(getattr(record, name)) for name in fields}
    return record._replace(start=record.start + by, end=record.end + by, **changed)  # type: ignore[arg-type]
