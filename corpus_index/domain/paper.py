"""A paper: everything that the index knows of one work, from all the records of it."""

from corpus_index.domain.conflict import Conflict
from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.facts import BenchmarkMention, Introduction, ModelMention, Result, Spec, Trust
from corpus_index.domain.link import PaperLink
from corpus_index.domain.own import ReadStatus
from corpus_index.domain.record_kind import RecordKind
from corpus_index.domain.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedIntroduction(Introduction):
    """An introduction, with the `record` (`page#ordinal`) that states it and how far to trust it."""

    record: str
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedModelMention(ModelMention):
    """A model mention, with the `record` (`page#ordinal`) that states it and how far to trust it."""

    record: str
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedBenchmarkMention(BenchmarkMention):
    """A benchmark mention, with the `record` (`page#ordinal`) that states it and how far to trust it."""

    record: str
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedResult(Result):
    """A result, with the `record` (`page#ordinal`) that states it and how far to trust it."""

    record: str
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedSpec(Spec):
    """A specification, with the `record` (`page#ordinal`) that states it and how far to trust it."""

    record: str
    trust: Trust


SourcedFact = SourcedIntroduction | SourcedModelMention | SourcedBenchmarkMention | SourcedResult | SourcedSpec
"""Any fact of a paper that has its place on a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A record as a source of a paper: `id` is `page#ordinal`, lines count from 1, positions are code points."""

    id: str
    page: str
    ordinal: int
    kind: RecordKind
    title: str | None
    start: int
    end: int
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A summary of the paper that a page gives, never mixed with its abstract."""

    record: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One work. The fields, in this order, are the JSON of `show --json` and `export --format jsonl`.

    `title_inferred` says that no page prints the title: it is then the name of what the paper introduces, or the first
    words of its text. `authors_complete` is false where pages name only some of them. `year`, `venue` and `ids` (by
    scheme, without versions) are what its pages say, and so is the
    `publication`: the type of the work and the other fields of a reference, as biblatex names them. The fields in
    `corrected`, the `tags`, the `note` and the `status` are a person's word. A fact that several records repeat stands
    once, with the most trusted record; the records are ordered by trust, page name and ordinal. `versions` are none
    where the pages know of one only.
    """

    key: str
    aliases: tuple[str, ...]
    title: str
    title_inferred: bool
    authors: tuple[str, ...]
    authors_complete: bool
    year: int | None
    ids: dict[str, str]
    urls: tuple[str, ...]
    abstract: str | None
    summaries: tuple[Summary, ...]
    records: tuple[Source, ...]
    introduces: tuple[SourcedIntroduction, ...]
    models: tuple[SourcedModelMention, ...]
    benchmarks: tuple[SourcedBenchmarkMention, ...]
    results: tuple[SourcedResult, ...]
    specs: tuple[SourcedSpec, ...]
    links: tuple[PaperLink, ...]
    conflicts: tuple[Conflict, ...]
    publication: dict[str, str]
    venue: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    status: ReadStatus = ReadStatus.UNREAD
    corrected: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
