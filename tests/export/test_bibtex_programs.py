"""The programs that people feed BibTeX to accept what is written."""

from pathlib import Path

import pytest
from made_papers import EMPTY, FULL, HOSTILE
from real_programs import program, run

from corpus_index.export import bibtex

PAPERS = (EMPTY, FULL, *HOSTILE)


@pytest.mark.parametrize("style", ["plain", "alpha", "unsrt", "abbrv"])
def test_bibtex_reads_every_entry_without_a_warning(tmp_path: Path, style: str) -> None:
    (tmp_path / "papers.bib").write_text(bibtex(PAPERS), encoding="utf-8", newline="\n")
    aux = f"\\citation{{*}}\n\\bibdata{{papers}}\n\\bibstyle{{{style}}}\n"
    (tmp_path / "paper.aux").write_text(aux, encoding="utf-8", newline="\n")
    done = run(tmp_path, program("bibtex"), "paper")
    assert b"Warning" not in done.stdout, done.stdout.decode()
    listing = (tmp_path / "paper.bbl").read_bytes()
    assert listing.count(b"\\bibitem") == len(PAPERS)
    assert b"Conference on Boxes {\\&} Crates" in b" ".join(listing.split())


def test_latex_prints_every_entry_and_runs_nothing(tmp_path: Path) -> None:
    latex, bib = program("pdflatex"), program("bibtex")
    papers = [paper for paper in PAPERS if paper.title.isascii()]
    (tmp_path / "papers.bib").write_text(bibtex([*papers, FULL]), encoding="utf-8", newline="\n")
    # Loose lines are nothing to report: the log would quote their text, which names the file that must not be opened.
    (tmp_path / "paper.tex").write_text(
        "\\documentclass{article}\n\\usepackage{amssymb,textcomp}\n\\hbadness=10000 \\hfuzz=\\maxdimen\n"
        "\\begin{document}\n\\nocite{*}\n"
        "\\bibliographystyle{plain}\n\\bibliography{papers}\n\\end{document}\n",
        encoding="utf-8",
        newline="\n",
    )
    quiet = ("-interaction=nonstopmode", "-halt-on-error", "paper.tex")
    run(tmp_path, latex, "-draftmode", *quiet)
    run(tmp_path, bib, "paper")
    run(tmp_path, latex, *quiet)
    log = (tmp_path / "paper.log").read_bytes()
    assert b"/etc/passwd" not in log
    assert (tmp_path / "paper.pdf").stat().st_size > 0


def test_biber_reads_every_entry(tmp_path: Path) -> None:
    (tmp_path / "papers.bib").write_text(bibtex(PAPERS), encoding="utf-8", newline="\n")
    run(tmp_path, program("biber"), "--tool", "--validate-datamodel", "--output-file", "read.bib", "papers.bib")
    assert (tmp_path / "read.bib").read_text(encoding="utf-8").count("@") >= len(PAPERS)
