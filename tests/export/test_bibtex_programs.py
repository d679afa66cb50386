"""The programs that people feed BibTeX to accept what is written."""

from dataclasses import replace
from pathlib import Path

import pytest
from bibliography_programs import biber_warnings, bibtex_warnings, latex_run
from made_letters import letters_with_accents
from made_papers import EMPTY, FULL, HOSTILE

from corpus_index.domain.publication import PROTECTED
from corpus_index.export import biblatex, bibtex
from corpus_index.pages.exports.bibtex_blocks import bib_entries
from corpus_index.pages.exports.latex_plain import plain

VENUES = ("Nature", "CoRR", "PhD thesis, MIT", "Technical Report 5", "Pebble Press", None)
KINDS = tuple(
    replace(FULL, key=f"kind-{number}", venue=venue, aliases=(f"former-{number}",))
    for number, venue in enumerate(VENUES)
)
_BOOK = {"publisher": "Crust & Sons", "location": "Rye", "series": "Rolls_1", "volume": "7", "isbn": "0-201-13447-0"}
_PAPER = {**_BOOK, "editor": "Ann Roe; The Team; et al.", "pages": "1–9", "month": "5", "day": "2", "note": "50% of it"}
PUBLISHED = tuple(
    replace(FULL, key=f"published-{said['type']}", venue=None, publication=said)
    for said in (
        {
            "type": "article",
            "journaltitle": "Cereal & Letters",
            "volume": "7",
            "number": "3",
            "pages": "1–9",
            "month": "5",
        },
        {"type": "inproceedings", "booktitle": "Bakery #20", "keywords": "rye; dough", **_PAPER},
        {"type": "incollection", "booktitle": "Spices", "chapter": "2", **_PAPER},
        {"type": "book", "edition": "Second", **_BOOK},
        {"type": "phdthesis", "school": "Loaf Tech", "genre": "Doctoral thesis", "location": "Rye"},
        {"type": "mastersthesis", "school": "Loaf Tech"},
        {"type": "techreport", "institution": "Mill", "number": "TR_7"},
        {"type": "manual", "organization": "Ovens & Co", "edition": "Third"},
        {"type": "unpublished", "note": "In preparation"},
        {"type": "online", "urldate": "2020-02-03", "note": "https://example.org/a_b%20c#d"},
        {"type": "misc", "howpublished": "https://example.org/a_b%20c#d", "month": "5"},
        {"type": "booklet", "note": r"\cite{a}, \today: https://a.b/c_~e?f&g", PROTECTED: "https://a.b/c_~e?f&g"},
    )
)
AWKWARD = replace(
    FULL,
    key="awkward",
    title=r"MiMo-V2-Flash: Profit & Loss at 50% of C_2 for $1, Größe … #1",
    abstract=r"$\frac{a}{b} \left( 5\% \right] \hat\theta_n^{(k^\ast)}$, $f'^2$, \(n \ge 2\), $\text{if } \mathbb C$, "
    'α ≤ β, ű, ⅓, Łódź, “quoted”, a–b, H₂O, x², ½, ™, ℒ, "straight"',
)
NAMES = ("Văn Nguyễn", *(f"{each}o V{each}n" for each in (*letters_with_accents(), *"ĦħŦŧΑΆΎΪόοώΐ𝒜♯")))
ACCENTED = replace(FULL, key="accented", authors=NAMES, abstract=None)
# An accent whose command is a letter, on a letter that has an accent already.
NOT_FOR_BIBER = "ǙǚǬǭǼǽǾǿḀḁḈḉḜḝḪḫ"
PAPERS = (EMPTY, FULL, AWKWARD, *KINDS, *PUBLISHED, *HOSTILE)
BIB = "".join(bibtex(PAPERS))


@pytest.mark.parametrize("style", ["plain", "alpha", "unsrt", "abbrv"])
def test_bibtex_reads_every_entry_without_a_warning(tmp_path: Path, style: str) -> None:
    assert bibtex_warnings(tmp_path, BIB, style) == []
    listing = (tmp_path / "paper.bbl").read_bytes()
    assert listing.count(b"\\bibitem") == len(PAPERS) + len(KINDS)
    assert b"Conference on Boxes {\\&} Crates" in b" ".join(listing.split())


def test_latex_prints_every_entry_and_runs_nothing(tmp_path: Path) -> None:
    bib = "".join(bibtex(paper for paper in (ACCENTED, *PAPERS) if paper not in HOSTILE or paper.title.isascii()))
    bibtex_warnings(tmp_path, bib)
    assert r"Nguy{\~{{\^e}}}n" in " ".join((tmp_path / "paper.bbl").read_text(encoding="utf-8").split())
    assert "/etc/passwd" not in latex_run(tmp_path, bib)
    assert (tmp_path / "paper.bbl").exists()


def test_biber_finds_every_entry_valid(tmp_path: Path) -> None:
    # One run for both formats: biber takes seconds to start.
    again = [replace(paper, key=f"biblatex-{paper.key}", aliases=(f"ids-{paper.key}",)) for paper in PAPERS]
    letters = letters_with_accents()
    spelled = [replace(EMPTY, key=f"letter-{at}", title=f"x{each}y", year=2000) for at, each in enumerate(letters)]
    warnings = biber_warnings(tmp_path, BIB + "".join(biblatex((*again, *spelled))))
    found = {entry.key: entry.fields for entry in bib_entries((tmp_path / "read.bib").read_text(encoding="utf-8"))}
    assert len(found) >= len(PAPERS) * 2
    misread = {each for at, each in enumerate(letters) if plain(found[f"letter-{at}"]["title"]) != f"x{each}y"}
    assert misread <= set(NOT_FOR_BIBER)
    # That no page gives a year is nothing that an export could change.
    assert len(warnings) == sum(paper.year is None for paper in PAPERS) * 2
    assert all("one of 'date, year' must be defined" in line for line in warnings), warnings
