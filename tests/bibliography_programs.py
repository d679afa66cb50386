"""The programs that people feed a bibliography, run on one: what bibtex, biber and pdflatex say about it."""

import re
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from real_programs import program, run

_PREAMBLE = (
    "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{amssymb,amsmath,url}\n"
    # Loose lines are nothing to report, and the log would quote their text.
    "\\hbadness=10000 \\hfuzz=\\maxdimen\n\\begin{document}\n"
)
_PRINTED = (
    "author",
    "title",
    "journal",
    "booktitle",
    "howpublished",
    "publisher",
    "series",
    "school",
    "institution",
    "organization",
    "editor",
    "keywords",
    "note",
    "abstract",
)
_OUTSIDE = re.compile(r"[\u0250-\u036f\u0400-\u1fff\u2e80-\U0010ffff]")


def bibtex_warnings(folder: Path, bib: str, style: str = "plain") -> list[str]:
    """What bibtex warns of when all entries are cited; their list stands in `paper.bbl` afterwards."""
    (folder / "papers.bib").write_text(bib, encoding="utf-8", newline="\n")
    aux = f"\\citation{{*}}\n\\bibdata{{papers}}\n\\bibstyle{{{style}}}\n"
    (folder / "paper.aux").write_text(aux, encoding="utf-8", newline="\n")
    said = run(folder, program("bibtex"), "paper").stdout.decode("utf-8", "replace")
    return [line for line in said.splitlines() if "arning" in line]


def biber_warnings(folder: Path, bib: str) -> list[str]:
    """What biber warns of when it checks all entries against its data model; it ends well whatever that is."""
    (folder / "papers.bib").write_text(bib, encoding="utf-8", newline="\n")
    check = ("--tool", "--validate-datamodel", "--output-file", "read.bib", "papers.bib")
    said = run(folder, program("biber"), *check).stdout.decode("utf-8", "replace")
    return [line for line in said.splitlines() if line.startswith(("WARN", "ERROR"))]


def latex_run(folder: Path, bib: str) -> str:
    """Let pdflatex set the list of `paper.bbl` and every field of every entry; its log, with an error as failure.

    Values with letters that no font of pdflatex has are left out. No page is written: that would need the fonts too.
    """
    values = [
        str(field.value)
        for entry in parse_string(bib).entries
        for field in entry.fields
        if field.key in _PRINTED and not _OUTSIDE.search(str(field.value))
    ]
    listing = folder / "paper.bbl"
    if listing.exists() and _OUTSIDE.search(listing.read_text(encoding="utf-8", errors="replace")):
        listing.unlink()
    body = "\\input{paper.bbl}\n" if listing.exists() else ""
    body += "".join(f"{{{value}}}\\par\n" for value in values)
    (folder / "print.tex").write_text(f"{_PREAMBLE}{body}\\end{{document}}\n", encoding="utf-8", newline="\n")
    run(folder, program("pdflatex"), "-draftmode", "-interaction=nonstopmode", "-halt-on-error", "print.tex")
    return (folder / "print.log").read_bytes().decode("utf-8", "replace")
