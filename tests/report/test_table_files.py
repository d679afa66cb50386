"""Tables as CSV, Markdown and LaTeX keep their cells, and cells do nothing."""

import csv
import io
from pathlib import Path

import pytest
from attacks import EVERY
from hypothesis import given
from hypothesis import strategies as st
from real_programs import program, run

from corpus_index.domain.table import Table
from corpus_index.export.white_space import squeezed
from corpus_index.report.table_files import csv_table, latex_table, markdown_table


def made(*cells: str) -> Table:
    """A table of two columns, the second for numbers."""
    return Table(
        title="Made of 100%", columns=("name", "a_b"), numbers=frozenset({1}), rows=tuple((c, "1") for c in cells)
    )


def test_files() -> None:
    table = made("Bee", "C_2 & more")
    assert csv_table(table) == "name,a_b\nBee,1\nC_2 & more,1\n"
    assert markdown_table(table) == "| name | a\\_b |\n| --- | ---: |\n| Bee | 1 |\n| C\\_2 &amp; more | 1 |\n"
    assert r"\begin{tabular}{lr}" in latex_table(table)
    assert r"C{\_}2 {\&} more & 1 \\" in latex_table(table)


@pytest.mark.parametrize(("cell", "written"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("-3.5", "-3.5"), ("-a", "'-a"),
                                               ("+4", "+4"), ("\tx", "x"), (" =1", "'=1"), ("a=b", "a=b")])  # fmt: skip
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    assert list(csv.reader(io.StringIO(csv_table(made(cell)))))[1] == [written, "1"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=4))
def test_csv_is_read_back_but_for_the_apostrophes(cells: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(csv_table(made(*cells)), newline="")))
    assert [row[0].removeprefix("'") for row in rows[1:]] == [squeezed(cell).removeprefix("'") for cell in cells]


def test_latex_prints_every_cell_and_runs_nothing(tmp_path: Path) -> None:
    latex = program("pdflatex")
    body = latex_table(made("[2cm]", "*x", *(text for text in EVERY if text.isascii())))
    (tmp_path / "table.tex").write_text(
        "\\documentclass{article}\n\\usepackage{booktabs}\n\\usepackage[T1]{fontenc}\n"
        "\\hbadness=10000 \\hfuzz=\\maxdimen\n"
        f"\\begin{{document}}\n{body}\\end{{document}}\n",
        encoding="utf-8",
        newline="\n",
    )
    run(tmp_path, latex, "-interaction=nonstopmode", "-halt-on-error", "table.tex")
    assert (tmp_path / "table.pdf").stat().st_size > 0
