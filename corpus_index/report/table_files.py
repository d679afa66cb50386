"""Tables as files for spreadsheets, Markdown pages and LaTeX manuscripts; text of pages stays inert in each."""

import csv
import io
from collections.abc import Callable

from corpus_index.domain.table import Table
from corpus_index.export import markdown_text as markdown
from corpus_index.export.csv_table import inert
from corpus_index.export.latex_text import latex_text
from corpus_index.export.white_space import squeezed


def csv_table(table: Table) -> str:
    """Write comma-separated values (RFC 4180, lines end in a line feed), the columns' names first.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front, unless it is a number.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(map(_inert, table.columns))
    writer.writerows(map(_inert, row) for row in table.rows)
    return file.getvalue()


def markdown_table(table: Table) -> str:
    """Write a table of GitHub's Markdown."""
    rows = [[markdown.escaped(cell) for cell in row] for row in table.rows]
    return "\n".join(markdown.table([markdown.escaped(name) for name in table.columns], rows, table.numbers)) + "\n"


def latex_table(table: Table) -> str:
    r"""Write a `table` environment with `tabular` and the rules of booktabs; needs `\usepackage{booktabs}`."""
    columns = "".join("r" if number in table.numbers else "l" for number in range(len(table.columns)))
    lines = [
        r"\begin{table}",
        r"  \centering",
        rf"  \caption{{{latex_text(table.title)}}}",
        rf"  \begin{{tabular}}{{{columns}}}",
        r"    \toprule",
        f"    {_latex_row(table.columns)}",
        r"    \midrule",
        *(f"    {_latex_row(row)}" for row in table.rows),
        r"    \bottomrule",
        r"  \end{tabular}",
        r"\end{table}",
    ]
    return "% \\usepackage{booktabs}\n" + "\n".join(lines) + "\n"


TABLE_FILES: dict[str, Callable[[Table], str]] = {
    "csv": csv_table,
    "markdown": markdown_table,
    "latex": latex_table,
}
"""The writer of each format."""


def _latex_row(cells: tuple[str, ...]) -> str:
    row = " & ".join(map(latex_text, cells))
    # What ends the line above takes a bracket or a star behind it for its own.
    return ("{}" if row.startswith(("[", "*")) else "") + row + r" \\"


def _inert(cell: str) -> str:
    cell = squeezed(cell)
    try:
        float(cell)
    except ValueError:
        return inert(cell)
    return cell
