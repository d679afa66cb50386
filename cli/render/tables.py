"""Tables of papers, models, benchmarks and what `info` and `eval` count. Made with rich."""

import os
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from cli.console import finished, put, table_console, width
from cli.layout import width_of
from cli.untrusted import clean
from corpus_index.domain.board import BenchmarkSummary, ModelUses, PlacedMention
from corpus_index.domain.paper import Paper
from corpus_index.domain.wording import counted

if TYPE_CHECKING:
    from corpus_index.report.evaluation import Measure
    from corpus_index.store.read import StoredPage


GAP = 2
"""Columns of the terminal between those of a table."""

_TRAILING = re.compile(r"(?:\x1b\[[0-9;]*m| )+$")


def text(content: str, style: str = "") -> Text:
    """Make a cell from untrusted text: no markup is read in it."""
    return Text(clean(content), style=style)


def grid(*columns: tuple[str, str]) -> Table:
    """Make a table without lines between columns; a column is its heading and `left` or `right`."""
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold", show_edge=False)
    for name, justify in columns:
        right = justify == "right"
        table.add_column(name, justify="right" if right else "left", no_wrap=right, overflow="fold")
    return table


def widest_word(texts: Iterable[str]) -> int:
    """Columns that the widest word takes."""
    return max((width_of(word) for each in texts for word in each.split()), default=0)


def keep_words_whole(table: Table) -> None:
    """Give each column room for its words (or its `min_width`), if there is so much, then more, the last one first."""
    texts = [[str(column.header), *map(str, column.cells)] for column in table.columns]
    least = [column.min_width or widest_word(cells) for column, cells in zip(table.columns, texts, strict=True)]
    spare = width() - sum(least) - GAP * (len(least) - 1)
    for column, cells, word in reversed(list(zip(table.columns, texts, least, strict=True))):
        column.no_wrap = False
        if spare >= 0:
            column.width = min(max(width_of(line) for cell in cells for line in cell.split("\n")), word + spare)
            spare -= column.width - word


def print_papers(papers: Iterable[Paper]) -> None:
    """Print a row a paper: key, title, what it introduces, on how many pages it stands."""
    table = grid(("key", "left"), ("title", "left"), ("pages", "right"))
    for paper in papers:
        title = text(paper.title)
        if paper.title_inferred:
            title.append(" (inferred)", style="dim")
        pages = len({source.page for source in paper.records})
        table.add_row(text(paper.key, "cyan"), title, str(pages))
    print_table(table)


def print_benchmarks(summaries: Iterable[BenchmarkSummary]) -> None:
    """Print a row a benchmark: how many papers name it, and how many numbers there are on it."""
    table = grid(
        ("benchmark", "left"), ("papers", "right"), ("scores", "right"), ("other", "right"), ("joint", "right")
    )
    for row in summaries:
        table.add_row(
            text(row.name, "cyan"), str(row.papers), *(str(n or "") for n in (row.scores, row.others, row.joint))
        )
    print_table(table)


def print_models(uses: Sequence[ModelUses]) -> None:
    """Print a row a model: papers that introduce it, use it, and compare with it."""
    table = grid(("model", "left"), ("papers", "left"))
    for use in uses:
        roles = (("introduced by", use.introduced), ("used by", use.base), ("compared by", use.compared))
        cell = Text("; ").join(_role(role, mentions) for role, mentions in roles if mentions)
        table.add_row(text(use.name, "cyan"), cell)
    print_table(table)


def print_pages(pages: Iterable["StoredPage"]) -> None:
    """Print a row a stored page."""
    pages = list(pages)
    folder = print_folder([page.name for page in pages])
    table = grid(("page", "left"), ("records", "right"), ("read as", "left"), ("added", "left"))
    for page in pages:
        name = text(page.name.removeprefix(folder))
        if page.revision > 1:
            name.append(f" (revision {page.revision})", style="dim")
        table.add_row(name, str(page.records), text(page.reader), text(page.added[:10]))
    print_table(table)


def print_measures(measures: Iterable["Measure"]) -> None:
    """Print the score table of `eval`, or a paragraph a row where the terminal has no room for a table."""
    names = ("gold", "given", "agree", "precision", "recall", "F1")
    table = grid(("field", "left"), *((name, "right") for name in names))
    rows = []
    grounded = None
    for row in measures:
        if row.field == "evidence":
            grounded = row
            continue
        shares = (f"{share:.3f}" for share in (row.precision, row.recall, row.f1))
        rows.append((row.field, str(row.gold), str(row.given), str(row.hit), *shares))
        table.add_row(*map(text, rows[-1]))
    widest = (max(map(len, column)) for column in zip(("field", *names), *rows, strict=True))
    if sum(widest) + GAP * len(names) <= width():
        print_table(table)
    else:
        for field, *numbers in rows:
            put((field, "heading"), "".join(f" {name} {n}" for name, n in zip(names, numbers, strict=True)), later="  ")
    if grounded is not None:
        put(
            f"evidence: {grounded.precision:.3f} of {counted(grounded.given, 'fact')}",
            (" (share of facts whose quote stands in the text and, for a name, holds it)", "quiet"),
        )


def print_folder(files: Sequence[str]) -> str:
    """Say in which folder all of these files are, and give it as their names begin; nothing where there is none."""
    head, slash, _ = os.path.commonprefix(list(files)).rpartition(os.sep)  # noqa: RUF071  cut at a slash again
    folder = head + slash
    if folder:
        put(("in ", "quiet"), folder)
    return folder


def print_table(table: Table) -> None:
    """Print a table that has rows, without the blanks that fill its lines, also where a style ends behind them."""
    if not table.row_count:
        return
    console = table_console()
    with console.capture() as capture:
        console.print(table)
    finished(
        "".join(_TRAILING.sub(lambda end: end[0].replace(" ", ""), line) + "\n" for line in capture.get().splitlines())
    )


def _role(role: str, mentions: Iterable[PlacedMention]) -> Text:
    keys = text(", ".join(dict.fromkeys(mention.key for mention in mentions)))
    return Text.assemble((f"{role} ", "dim"), keys) if keys else keys
