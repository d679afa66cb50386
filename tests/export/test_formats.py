"""Every format says what is known in its own terms, and no text of a page acts in it."""

import csv
import io
import json
from dataclasses import replace

import pytest
from made_papers import EMPTY, FULL

from corpus_index.domain.own import ReadStatus
from corpus_index.domain.paper import Paper
from corpus_index.export import WRITERS, biblatex, csl_json, csv_table, markdown, ris
from corpus_index.export.csv_table import inert
from corpus_index.export.names import Name, name_in_parts
from corpus_index.pages import load, split

PARTLY = replace(FULL, authors=("Ludwig van Beethoven", "Martin L. King Jr."), authors_complete=False)


def text(form: str, *papers: Paper) -> str:
    """What a format writes of papers."""
    return "".join(WRITERS[form](papers))


def test_biblatex_has_its_own_names_of_fields() -> None:
    assert "".join(biblatex([replace(FULL, aliases=("old", "older"), abstract=None)])) == (
        "@inproceedings{chen2024-tinybox,\n"
        "  ids = {old, older},\n"
        '  author = {Zo{\\"e} Chen and {\\L}ukasz Nowak and {The TinyBox Team}},\n'
        "  title = {{TinyBox}: Caf{\\'e} Reasoning with {LLMs} at 50{\\%} of the Cost},\n"
        "  booktitle = {Conference on Boxes {\\&} Crates},\n"
        "  date = {2024},\n"
        "  eprint = {2401.01234v2},\n"
        "  eprinttype = {arxiv},\n"
        "  doi = {10.1234/a_b%c},\n"
        "  url = {https://example.org/tiny_box?a=1&b=%20#top},\n"
        "  keywords = {TinyBox, GSM8K},\n"
        "}\n"
    )


def test_ris() -> None:
    assert "".join(ris([replace(PARTLY, abstract="One\r\nER  - \nTY  - JOUR", title_inferred=True), EMPTY])) == (
        "TY  - CONF\nID  - chen2024-tinybox\nAU  - van Beethoven, Ludwig\nAU  - King, Martin L., Jr.\nAU  - others\n"
        "TI  - TinyBox: Café Reasoning with LLMs at 50% of the Cost\nT2  - Conference on Boxes & Crates\nPY  - 2024\n"
        "DO  - 10.1234/a_b%c\nUR  - https://doi.org/10.1234/a_b%c\nUR  - https://arxiv.org/abs/2401.01234v2\n"
        "UR  - https://example.org/tiny_box?a=1&b=%20#top\nKW  - TinyBox\nKW  - GSM8K\n"
        "M2  - No page prints the title; these are the first words of its abstract\n"
        "AB  - One ER - TY - JOUR\nER  - \n\n"
        "TY  - GEN\nID  - nobody-untitled\nTI  - A Study of Something\nER  - \n\n"
    )


def test_csl_json() -> None:
    full, empty = json.loads("".join(csl_json([replace(PARTLY, abstract=None, venue=None), EMPTY])))
    assert full == {
        "id": "chen2024-tinybox",
        "type": "article",
        "title": "TinyBox: Café Reasoning with LLMs at 50% of the Cost",
        "author": [
            {"family": "van Beethoven", "given": "Ludwig"},
            {"family": "King", "given": "Martin L.", "suffix": "Jr."},
            {"literal": "others"},
        ],
        "issued": {"date-parts": [[2024]]},
        "publisher": "arXiv",
        "number": "arXiv:2401.01234v2",
        "DOI": "10.1234/a_b%c",
        "URL": "https://arxiv.org/abs/2401.01234v2",
        "keyword": "TinyBox, GSM8K",
    }
    assert empty == {"id": "nobody-untitled", "type": "article", "title": "A Study of Something"}
    assert json.loads("".join(csl_json([]))) == []


def test_csv() -> None:
    said = {"type": "inproceedings", "booktitle": PARTLY.venue or "", "volume": "7", "number": "3", "pages": "1–9",
            "publisher": "Crust", "editor": "Ann Roe; et al.", "month": "5"}  # fmt: skip
    full, empty = csv.DictReader(io.StringIO("".join(csv_table([replace(PARTLY, publication=said), EMPTY]))))
    assert {name: cell for name, cell in full.items() if cell} == {
        "key": "chen2024-tinybox",
        "type": "paper at a conference",
        "title": PARTLY.title,
        "authors": "Ludwig van Beethoven; Martin L. King Jr.; et al.",
        "year": "2024",
        "month": "5",
        "venue": "Conference on Boxes & Crates",
        "publisher": "Crust",
        "editor": "Ann Roe; et al.",
        "volume": "7",
        "number": "3",
        "pages": "1–9",
        "doi": "10.1234/a_b%c",
        "arxiv": "2401.01234v2",
        "url": "https://example.org/tiny_box?a=1&b=%20#top",
        "keywords": "TinyBox; GSM8K",
        "status": "unread",
        "abstract": PARTLY.abstract,
    }
    assert empty["title"] == EMPTY.title


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert inert(cell) == f"'{cell}"
    (row,) = csv.DictReader(io.StringIO("".join(csv_table([replace(EMPTY, title=cell)]))))
    assert row["title"] == inert(cell.strip())


def test_what_a_person_says_is_exported() -> None:
    own = replace(FULL, tags=("to-read", "GSM8K"), note="Ask Ann:\n50% & more?", status=ReadStatus.READ)
    assert "  keywords = {to-read, GSM8K, TinyBox},\n" in text("bibtex", own)
    assert "  annote = {Ask Ann: 50{\\%} {\\&} more?},\n" in text("bibtex", own)
    assert "  annotation = {Ask Ann: 50{\\%} {\\&} more?},\n" in text("biblatex", own)
    assert "KW  - to-read\n" in text("ris", own)
    assert "N1  - Ask Ann: 50% & more?\n" in text("ris", own)
    assert json.loads(text("csl-json", own))[0]["annote"] == "Ask Ann:\n50% & more?"
    (row,) = csv.DictReader(io.StringIO(text("csv", own)))
    assert (row["keywords"], row["annotation"]) == ("to-read; GSM8K; TinyBox", "Ask Ann:\n50% & more?")
    assert row["status"] == "read"


def test_markdown() -> None:
    title = "A *b* [c](d) <i>e</i> `f`"
    line = "".join(markdown([replace(PARTLY, title=title, ids={}, urls=("https://example.org/a)b",))]))
    assert line == (
        "- Ludwig van Beethoven, Martin L. King Jr., and others. "
        "**A \\*b\\* \\[c\\](d) &lt;i&gt;e&lt;/i&gt; \\`f\\`**. "
        "*Conference on Boxes &amp; Crates*, 2024. [example.org/a)b](https://example.org/a%29b) `chen2024-tinybox`\n"
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ann Lee", Name("Lee", "Ann")),
        ("Lee, Ann", Name("Lee", "Ann")),
        ("Ludwig van Beethoven", Name("van Beethoven", "Ludwig")),
        ("de Moura Leonardo", Name("Leonardo", "de Moura")),
        ("Martin L. King Jr.", Name("King", "Martin L.", "Jr.")),
        ("Plato", Name("Plato")),
        ("DeepSeek Team", Name("DeepSeek Team", is_body=True)),
        ("Lee, Ann, Jr., PhD", Name("Lee, Ann, Jr., PhD", is_body=True)),
    ],
)
def test_parts_of_names(printed: str, name: Name) -> None:
    assert name_in_parts(printed) == name


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris", "csl-json", "csv"])
def test_what_is_written_is_read_again(form: str) -> None:
    paper = replace(FULL, ids={"arxiv": "2401.01234", "doi": "10.1234/a_b"}, abstract="We present TinyBox & more.")
    page = split(load(f"written.{form}", text(form, paper, EMPTY).encode()))
    first = page.records[0]
    assert first.title is not None
    assert first.title.text == paper.title
    assert tuple(author.text for author in first.authors) == paper.authors
    assert first.year is not None
    assert first.year.value == paper.year
    assert {(each.id.scheme.value, each.id.value) for each in first.ids} == set(paper.ids.items())
    assert first.abstract.text == paper.abstract
    assert first.venue is not None
    assert first.venue.text == paper.venue
