"""What INDEX.md holds beside papers: models, leaderboards, cross-links and contradictions, in blocks of lines."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from corpus_index.domain.amounts import amount, comparison
from corpus_index.domain.board import FindingKind, Leaderboard, PlacedMention, Ranking
from corpus_index.domain.link import PaperLink
from corpus_index.domain.paper import Paper
from corpus_index.domain.wording import counted
from corpus_index.export.markdown_text import escaped, link, table
from corpus_index.report.checking import check
from corpus_index.report.leaderboards import benchmarks, leaderboard
from corpus_index.report.models import models
from corpus_index.report.paper_section import Places, paper_section
from corpus_index.store import read
from corpus_index.store.connection import Store

PAPERS = "Papers"

Address = Callable[[str], str]
"""Where the section of the paper with a key stands, seen from the page that links to it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the index: lines that stand above every page of it, and blocks of lines that stay together."""

    title: str
    head: Sequence[str]
    blocks: Sequence[Sequence[str]]

    def lines(self) -> list[str]:
        """The whole part."""
        return [*self.head, *(line for block in self.blocks for line in block)]


@dataclass(slots=True)
class LinkedPapers:
    """What cross-links need to know of papers, which are read once and not kept."""

    inferred: set[str] = field(default_factory=set)
    links: list[tuple[str, str, PaperLink]] = field(default_factory=list)

    def section(self, paper: Paper, places: Places) -> list[str]:
        """The section of a paper; its links are kept."""
        if paper.title_inferred:
            self.inferred.add(paper.key)
        self.links += [(paper.key, paper.title, found) for found in paper.links if found.direction == "out"]
        return paper_section(paper, places)


def counts_line(store: Store) -> str:
    """How many papers, records and pages there are."""
    counts = read.counts(store)
    papers, records, pages = (
        counted(number, noun)
        for number, noun in ((counts.papers, "paper"), (counts.records, "record"), (counts.pages, "page"))
    )
    return f"{papers} from {records} on {pages}. Titles in italics are inferred, because no page prints them."


def parts_beside_papers(store: Store, linked: LinkedPapers, places: Places, address: Address) -> tuple[Part, ...]:
    """All parts but the papers, in their order."""
    return (
        _models(store, address),
        _leaderboards(store, places, address),
        _cross_links(linked, address),
        _contradictions(store, address),
    )


def _paper_link(address: Address, key: str, title: str, inferred: bool = False) -> str:
    text = link(title, address(key))
    return f"*{text}*" if inferred else text


def _models(store: Store, address: Address) -> Part:
    def cell(mentions: Iterable[PlacedMention]) -> str:
        return ", ".join(link(mention.key, address(mention.key)) for mention in mentions)

    rows = [(escaped(use.name), cell(use.introduced), cell(use.base), cell(use.compared)) for use in models(store)]
    head, rule, *lines = table(("Model", "Introduced by", "Used by", "Compared by"), rows)
    return Part("Models", (head, rule), [[line] for line in lines])


def _leaderboards(store: Store, places: Places, address: Address) -> Part:
    boards = (leaderboard(store, summary.name) for summary in benchmarks(store) if summary.scores)
    blocks = [_board(board, places, address) for board in boards]
    note = "Numbers are ranked together only where metric and unit agree."
    return Part("Leaderboards", (note,), [["", *block] for block in blocks])


def _board(board: Leaderboard, places: Places, address: Address) -> list[str]:
    lines = [f"### {escaped(board.benchmark)}"]
    for ranking in board.rankings:
        lines += ["", _scale(ranking), "", *_ranking(ranking, places, address)]
    return lines


def _scale(ranking: Ranking) -> str:
    metric = escaped(ranking.metric) if ranking.metric else "metric not named"
    unit = f", in {escaped(ranking.unit)}" if ranking.unit else ", without a unit"
    return f"{ranking.kind.value.capitalize()}: {metric}{unit}" + (
        ", lower is better" if ranking.lower_is_better else ""
    )


def _ranking(ranking: Ranking, places: Places, address: Address) -> list[str]:
    rows = [
        (
            str(entry.rank),
            escaped(amount(entry)),
            escaped(entry.subject or "") + (f" ({escaped(comparison(entry.baseline))})" if entry.baseline else ""),
            _paper_link(address, entry.key, entry.title, entry.title_inferred),
            entry.trust.value,
            places.lines(entry.page, entry.first_line, entry.last_line),
        )
        for entry in ranking.entries
    ]
    return table(("#", "Value", "Subject", "Paper", "Trust", "Where"), rows, right=(0, 1))


def _cross_links(linked: LinkedPapers, address: Address) -> Part:
    rows = [
        (
            _paper_link(address, key, title, key in linked.inferred),
            escaped(found.via),
            f"{found.kind.value}" + (f", {found.role}" if found.role else ""),
            _paper_link(address, found.key, found.title, found.key in linked.inferred),
            escaped(found.evidence),
        )
        for key, title, found in linked.links
    ]
    head, rule, *lines = table(("Paper", "names", "how", "introduced by", "Sentence"), rows)
    return Part("Cross-links", (head, rule) if rows else ("None.",), [[line] for line in lines])


def _contradictions(store: Store, address: Address) -> Part:
    blocks = [
        [
            f"- {_paper_link(address, finding.key, finding.title)}: {escaped(finding.text)}",
            *(f"  - {escaped(quote.record)}: “{escaped(quote.evidence)}”" for quote in finding.quotes),
        ]
        for finding in check(store)
        if finding.kind is FindingKind.CONTRADICTION
    ]
    return Part("Contradictions", () if blocks else ("None.",), blocks)
