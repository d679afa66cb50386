"""JSON Schemas of what the program prints, generated from the dataclasses that it prints."""

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from corpus_index.domain.board import BenchmarkSummary, Comparison, Finding, Leaderboard, ModelProfile, ModelUses
from corpus_index.domain.choice import Choices
from corpus_index.domain.document import RecordDocument
from corpus_index.domain.explanation import Explanation
from corpus_index.domain.fault import VerifyReport
from corpus_index.domain.graph import CitedPaper, Graph, Missing
from corpus_index.domain.hit import SearchAnswer
from corpus_index.domain.link import PaperLink
from corpus_index.domain.paper import Paper
from corpus_index.domain.related import RelatedPaper
from corpus_index.domain.report import AddReport
from corpus_index.domain.why import Reasons
from corpus_index.export.formatted import FormattedReference
from corpus_index.pipeline import (
    DecisionReport,
    EnrichReport,
    OwnReport,
    RebuildReport,
    ReindexReport,
    RemoveReport,
    RepairReport,
    UndoReport,
)
from corpus_index.report.evaluation import Measure
from corpus_index.report.sources import FieldSources
from corpus_index.store.backup import BackupReport
from corpus_index.store.read import Counts, StoredPage


@dataclass(frozen=True, kw_only=True)
class ListedPaper:
    """A paper in short: `introduces` are names, `pages` the names of the pages that it stands on."""

    key: str
    title: str
    title_inferred: bool
    authors: list[str]
    authors_complete: bool
    year: int | None
    introduces: list[str]
    pages: list[str]


@dataclass(frozen=True, kw_only=True)
class ExplainedAnswer(SearchAnswer):
    """An answer with its `explanation`; see `search.schema.json`."""

    explanation: Explanation


@dataclass(frozen=True, kw_only=True)
class LinkOf(PaperLink):
    """A link of the paper `of`, seen from it; see `paper.schema.json`."""

    of: str


@dataclass(frozen=True, kw_only=True)
class Info(Counts):
    """The index: its file, how large it is, how much of what it holds, and its pages.

    `outdated` says that an earlier version made it, which recognises fewer papers, so that it should be rebuilt.
    """

    path: str
    bytes: int
    outdated: bool
    stored_pages: tuple[StoredPage, ...]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A `record` (`page#ordinal`) in which a field differs from the gold: what was `missed`, and what is `spurious`."""

    record: str
    missed: list[str]
    spurious: list[str]


@dataclass(frozen=True, kw_only=True)
class Vectors:
    """How many `vectors` were made, for papers that had none."""

    vectors: int


DESCRIBED: dict[str, tuple[Any, str]] = {
    "record": (RecordDocument, "One line of `papers parse --format jsonl`."),
    "paper": (Paper, "`papers show --json`, and one line of `papers export --format jsonl`."),
    "search": (SearchAnswer, "`papers search --json`."),
    "search-explained": (ExplainedAnswer, "`papers search --explain --json`."),
    "choices": (
        Choices,
        "`show`, `links`, `related`, `bench` or `models` with `--json`, where a name fits several or nothing.",
    ),
    "list": (list[ListedPaper], "`papers list --json`."),
    "links": (list[LinkOf], "`papers links --json`; with `--to`, one link for each step of the way."),
    "cited": (tuple[CitedPaper, ...], "`papers links --most-cited --json`."),
    "graph": (Graph, "`papers graph --format json`."),
    "missing": (tuple[Missing, ...], "`papers missing --json`."),
    "related": (tuple[RelatedPaper, ...], "`papers related --json`."),
    "leaderboard": (Leaderboard, "`papers bench NAME --json`."),
    "benchmarks": (tuple[BenchmarkSummary, ...], "`papers bench --json`."),
    "models": (tuple[ModelUses, ...], "`papers models --json`."),
    "model": (tuple[ModelProfile, ...], "`papers models NAME --json`."),
    "comparison": (Comparison, "`papers compare --json`."),
    "check": (tuple[Finding, ...], "`papers check --json`."),
    "cite": (list[FormattedReference], "`papers cite --json`."),
    "add": (AddReport, "`papers add --json`."),
    "enrich": (EnrichReport, "`papers enrich --json`."),
    "remove": (RemoveReport, "`papers remove --json`."),
    "own": (OwnReport, "`set`, `tag` and `note` with `--json`."),
    "decision": (DecisionReport, "`papers merge --json` and `papers split --json`."),
    "why": (Reasons, "`papers why --json`."),
    "sources": (tuple[FieldSources, ...], "`papers show --sources --json`."),
    "rebuild": (RebuildReport, "`papers rebuild --json`."),
    "undo": (UndoReport, "`papers undo --json`."),
    "reindex": (ReindexReport, "`papers reindex --json`."),
    "reindex-semantic": (Vectors, "`papers reindex --semantic --json`."),
    "backup": (BackupReport, "`papers backup --json`."),
    "verify": (VerifyReport, "`papers info --verify --json`."),
    "repair": (RepairReport, "`papers repair --json`."),
    "info": (Info, "`papers info --json`."),
    "eval": (tuple[Measure, ...], "`papers eval --json`."),
    "differences": (list[Difference], "`papers eval --differences FIELD --json`."),
}
"""Name of the schema file, the type that is written, and what writes it."""


class _Plain(GenerateJsonSchema):
    """Without a title on every field, which would repeat its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of output. Every field is always written, and no others."""
    of, title = DESCRIBED[name]
    made = TypeAdapter(of).json_schema(mode="serialization", schema_generator=_Plain)
    for described in (made, *made.get("$defs", {}).values()):
        described.pop("title", None)
        if "properties" in described:
            described["required"] = list(described["properties"])
            described["additionalProperties"] = False
            for field in described["properties"].values():
                field.pop("default", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{name}.schema.json",
        "title": title,
        **made,
    }
