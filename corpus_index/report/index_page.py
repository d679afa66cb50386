"""INDEX.md: the whole index on one page of Markdown, for people who browse a repository."""

from collections.abc import Iterable

from corpus_index.domain.amounts import amount, comparison
from corpus_index.domain.board import FindingKind, Leaderboard, PlacedMention, Ranking
from corpus_index.domain.paper import Paper
from corpus_index.domain.wording import counted
from corpus_index.export.markdown_text import escaped, link, table
from corpus_index.report.checking import check
from corpus_index.report.leaderboards import benchmarks, leaderboard
from corpus_index.report.models import models
from corpus_index.report.paper_section import Places, paper_section
from corpus_index.store import read
from corpus_index.store.connection import Store

INDEX_MARK = "<!-- Written by `papers index`; do not edit. -->"
"""How every page that this writes begins, so that it can be told from what a person wrote."""

_PARTS = ("Papers", "Models", "Leaderboards", "Cross-links", "Contradictions")


def index_page(store: Store, folder: str = "") -> str:
    """Write the index as Markdown: papers, models, leaderboards, cross-links and contradictions.

    Pages are linked as files in `folder`, a path relative to where the text will stand, with the lines of the record.
    The text depends on the content of the index and on `folder` alone.
    """
    papers = list(read.papers(store))
    places = Places(folder)
    boards = [leaderboard(store, summary.name) for summary in benchmarks(store) if summary.scores]
    lines = [
        INDEX_MARK,
        "",
        "# Index of papers",
        "",
        _counts(store),
        "",
        " · ".join(f"[{part}](#{part.lower()})" for part in _PARTS),
        "",
        "## Papers",
        "",
        *(line for paper in papers for line in paper_section(paper, places)),
        "## Models",
        "",
        *_model_table(store),
        "",
        "## Leaderboards",
        "",
        "Numbers are ranked together only where metric and unit agree.",
        "",
        *(line for board in boards for line in _board(board, places)),
        "## Cross-links",
        "",
        *_links(papers),
        "",
        "## Contradictions",
        "",
        *_contradictions(store),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _counts(store: Store) -> str:
    counts = read.counts(store)
    papers, records, pages = (
        counted(number, noun)
        for number, noun in ((counts.papers, "paper"), (counts.records, "record"), (counts.pages, "page"))
    )
    return f"{papers} from {records} on {pages}. Titles in italics are inferred, because no page prints them."


def _paper_link(key: str, title: str, inferred: bool = False) -> str:
    text = link(title, f"#{key}")
    return f"*{text}*" if inferred else text


def _model_table(store: Store) -> list[str]:
    def cell(mentions: Iterable[PlacedMention]) -> str:
        return ", ".join(link(mention.key, f"#{mention.key}") for mention in mentions)

    rows = [(escaped(use.name), cell(use.introduced), cell(use.base), cell(use.compared)) for use in models(store)]
    return table(("Model", "Introduced by", "Used by", "Compared by"), rows)


def _board(board: Leaderboard, places: Places) -> list[str]:
    lines = [f"### {escaped(board.benchmark)}", ""]
    for ranking in board.rankings:
        lines += [_scale(ranking), "", *_ranking(ranking, places), ""]
    return lines


def _scale(ranking: Ranking) -> str:
    metric = escaped(ranking.metric) if ranking.metric else "metric not named"
    unit = f", in {escaped(ranking.unit)}" if ranking.unit else ", without a unit"
    return f"{ranking.kind.value.capitalize()}: {metric}{unit}" + (
        ", lower is better" if ranking.lower_is_better else ""
    )


def _ranking(ranking: Ranking, places: Places) -> list[str]:
    rows = [
        (
            str(entry.rank),
            escaped(amount(entry)),
            escaped(entry.subject or "") + (f" ({escaped(comparison(entry.baseline))})" if entry.baseline else ""),
            _paper_link(entry.key, entry.title, entry.title_inferred),
            entry.trust.value,
            places.lines(entry.page, entry.first_line, entry.last_line),
        )
        for entry in ranking.entries
    ]
    return table(("#", "Value", "Subject", "Paper", "Trust", "Where"), rows, right=(0, 1))


def _links(papers: Iterable[Paper]) -> list[str]:
    by_key = {paper.key: paper for paper in papers}
    rows = [
        (
            _paper_link(paper.key, paper.title, paper.title_inferred),
            escaped(found.via),
            f"{found.kind.value}" + (f", {found.role}" if found.role else ""),
            _paper_link(found.key, found.title, by_key[found.key].title_inferred),
            escaped(found.evidence),
        )
        for paper in by_key.values()
        for found in paper.links
        if found.direction == "out"
    ]
    return table(("Paper", "names", "how", "introduced by", "Sentence"), rows) if rows else ["None."]


def _contradictions(store: Store) -> list[str]:
    lines = []
    for finding in check(store):
        if finding.kind is FindingKind.CONTRADICTION:
            lines.append(f"- {_paper_link(finding.key, finding.title)}: {escaped(finding.text)}")
            lines += [f"  - {escaped(quote.record)}: “{escaped(quote.evidence)}”" for quote in finding.quotes]
    return lines or ["None."]
