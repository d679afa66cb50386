"""Numbers side by side, with the proof of each below."""

from rich.text import Text

from cli.console import blank, put
from cli.render.boards import place, trusted
from cli.render.tables import grid, print_table, text
from corpus_index.domain.amounts import amount
from corpus_index.domain.board import Comparison, PlacedResult
from corpus_index.domain.facts import Trust
from corpus_index.report.tabulating import measured


def print_comparison(compared: Comparison) -> None:
    """Print a row a scale and a column a name; numbers in brackets lead to the proof of each."""
    table = grid(("on", "left"), ("metric", "left"), *((name, "right") for name in compared.names))
    # Names stay whole, and only those of several benchmarks together are wrapped between them.
    table.columns[0].min_width = max(len(word) for row in compared.rows for word in (row.benchmark or "on").split())
    for column in table.columns[2:]:
        column.no_wrap = False
    proofs: list[PlacedResult] = []
    for row in compared.rows:
        cells = [_cell(results, proofs) for results in row.cells]
        table.add_row(text(row.benchmark or "–", "cyan"), text(measured(row)), *cells)
    print_table(table)
    blank()
    for number, proof in enumerate(proofs, 1):
        label = f"[{number}] "
        put((proof.key, "key"), trusted(proof), (f" {place(proof)}", "quiet"), (f" “{proof.evidence}”", "quiet"),
            indent=label, later=" " * len(label))  # fmt: skip


def _cell(results: tuple[PlacedResult, ...], proofs: list[PlacedResult]) -> Text:
    cell = Text()
    for result in results:
        proofs.append(result)
        if cell:
            cell.append("\n")
        cell.append_text(text(amount(result), "" if result.trust is Trust.OWN else "yellow"))
        cell.append(f" [{len(proofs)}]", style="dim")
    return cell or Text("–", style="dim")
