"""Numbers side by side, with the proof of each below."""

from collections.abc import Iterator

from rich.text import Text

from cli.console import blank, put, width
from cli.layout import width_of
from cli.render.boards import place, trusted
from cli.render.tables import GAP, grid, keep_words_whole, print_table, text, widest_word
from corpus_index.domain.amounts import amount
from corpus_index.domain.board import Comparison, PlacedResult
from corpus_index.domain.facts import Trust
from corpus_index.report.tabulating import measured
from corpus_index.store.boards import JOINED


def print_comparison(compared: Comparison) -> None:
    """Print a row a scale and a column a name; numbers in brackets lead to the proof of each.

    Names for which there is no room beside the others follow in a table of their own, with the rows that they have.
    """
    proofs: list[PlacedResult] = []
    for names in _beside_each_other(compared):
        _print_names(compared, names, proofs)
        blank()
    for number, proof in enumerate(proofs, 1):
        label = f"[{number}] "
        put((proof.key, "key"), trusted(proof), (f" {place(proof)}", "quiet"), (f" “{proof.evidence}”", "quiet"),
            indent=label, later=" " * len(label))  # fmt: skip


def _print_names(compared: Comparison, names: range, proofs: list[PlacedResult]) -> None:
    table = grid(("on", "left"), ("metric", "left"), *((compared.names[name], "right") for name in names))
    table.columns[0].min_width = _widest_benchmark(compared)
    for row in compared.rows:
        if any(row.cells[name] for name in names):
            cells = [_cell(row.cells[name], proofs) for name in names]
            table.add_row(text(row.benchmark or "–", "cyan"), text(measured(row)), *cells)
    keep_words_whole(table)
    print_table(table)


def _beside_each_other(compared: Comparison) -> Iterator[range]:
    """Names, by their numbers, that a line has room for without a word of any column being broken."""
    rows = compared.rows
    beside = _widest_benchmark(compared) + widest_word(["metric", *map(measured, rows)])
    first, room = 0, width() - beside - GAP
    for number, name in enumerate(compared.names):
        amounts = (amount(result) for row in rows for result in row.cells[number])
        needed = GAP + widest_word([name, "[99]", *amounts])
        if needed > room and number > first:
            yield range(first, number)
            first, room = number, width() - beside - GAP
        room -= needed
    yield range(first, len(compared.names))


def _widest_benchmark(compared: Comparison) -> int:
    """Columns that the widest benchmark takes; several together are wrapped between them."""
    parts = (part for row in compared.rows for part in (row.benchmark or "on").split(JOINED))
    return max(map(width_of, parts), default=0)


def _cell(results: tuple[PlacedResult, ...], proofs: list[PlacedResult]) -> Text:
    cell = Text()
    for result in results:
        proofs.append(result)
        if cell:
            cell.append("\n")
        cell.append_text(text(amount(result), "" if result.trust is Trust.OWN else "bold magenta"))
        cell.append(f" [{len(proofs)}]", style="dim")
    return cell or Text("–", style="dim")
