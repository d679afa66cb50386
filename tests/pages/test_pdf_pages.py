"""PDF files: what of the first page becomes a record, and what is said of files that hold none."""

import subprocess
import sys

import pytest
from made_pdf import Printed, pdf_of

from corpus_index.errors import NotText, PageError, ReaderExtraMissing
from corpus_index.pages import load, split

pytest.importorskip("pdfminer")

TITLE = [Printed("Proof-Reading Loaf Models with", 90, 700, 17), Printed("Very Long Flour Windows", 120, 680, 17)]
AUTHORS = [Printed("Jane Doe and Ron Roe", 200, 640, 12)]
ABSTRACT = [
    Printed("We present Loaf-7B, a model of first-class fer-", 72, 560),
    Printed("mentation that reaches 71.3% on CrumbBench and is state-of-the-", 72, 548),
    Printed("art in baking. It works offline.", 72, 536),
]
READ = (
    "We present Loaf-7B, a model of first-class fermentation that reaches 71.3% on CrumbBench and is "
    "state-of-the-art in baking. It works offline."
)
BODY = [Printed("Bread is old. Many have written about it, and more will write about it still.", 72, 480 - 12 * row)
        for row in range(12)]  # fmt: skip
HEADED = [Printed("Abstract", 180, 580, 12)]
INTRODUCED = [Printed("1 Introduction", 72, 500, 14)]
JOURNAL = [
    Printed("Journal of Dough 3 (2024) 1-9", 200, 760, 8),
    *(TITLE + AUTHORS + HEADED + ABSTRACT + INTRODUCED + BODY),
    Printed("https://doi.org/10.1000/dough.17", 72, 60, 8),
]
STAMP = [Printed("arXiv:2401.01234v2 [cs.LG] 3 Jan 2024", 30, 200, 20, turned=True)]


@pytest.mark.parametrize(
    ("lines", "abstract", "ids"),
    [
        pytest.param(
            TITLE + AUTHORS + HEADED + ABSTRACT + INTRODUCED + BODY + STAMP, READ, ["2401.01234"], id="preprint"
        ),
        pytest.param(TITLE + AUTHORS + HEADED + ABSTRACT + INTRODUCED + BODY, READ, [], id="no stamp"),
        pytest.param(
            TITLE
            + AUTHORS
            + [Printed(f"Abstract—{ABSTRACT[0].text}", 72, 560), *ABSTRACT[1:]]
            + [Printed("Index Terms—bread, flour", 72, 512), Printed("I. INTRODUCTION", 100, 498)]
            + BODY,
            READ,
            [],
            id="label in the first line",
        ),
        pytest.param(
            JOURNAL,
            READ,
            ["10.1000/dough.17"],
            id="journal",
        ),
        pytest.param(TITLE + AUTHORS + HEADED + ABSTRACT + BODY, READ, [], id="body without a heading"),
    ],
)
def test_the_first_page_becomes_one_record(lines: list[Printed], abstract: str, ids: list[str]) -> None:
    read = split(load("x.pdf", pdf_of(lines)))
    (record,) = read.records
    assert read.reader == "pdf"
    assert record.title is not None
    assert record.title.text == "Proof-Reading Loaf Models with Very Long Flour Windows"
    assert record.abstract is not None
    assert record.abstract.text == abstract
    assert [printed.id.value for printed in record.ids] == ids


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (pdf_of([]), "whose first page has no text, only pictures; run text recognition"),
        (b"%PDF-1.7 ...", "is a PDF file that cannot be read"),
        (pdf_of(TITLE + HEADED + ABSTRACT)[:300], "is a PDF file"),
        (b"%PDF-1.4\n" + b"\xff\x00" * 4000, "is a PDF file"),
    ],
)
def test_what_is_no_readable_pdf_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(NotText) as raised:
        load("x.pdf", data)
    assert told in str(raised.value)


def test_a_page_without_a_title_is_refused() -> None:
    with pytest.raises(PageError, match="shows no title"):
        split(load("x.pdf", pdf_of([Printed("17", 300, 400)])))


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    with pytest.raises(ReaderExtraMissing) as raised:
        load("x.pdf", pdf_of(TITLE))
    assert "pip install 'corpus-index[pdf]'" in str(raised.value)


def test_pages_that_are_no_pdf_do_not_load_the_extra() -> None:
    program = "import sys, corpus_index.pages; sys.exit(any(name.startswith('pdfminer') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
