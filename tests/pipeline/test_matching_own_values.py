"""What a person set takes part in recognising the paper, whatever came first."""

from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index.pipeline import add, set_field, undo
from corpus_index.store import open_store, read

_BOOK = "@article{{heron, title = {{{title}}}, author = {{{authors}}}, year = {year}, journal = {{Birds}}\n}}"
_HERON = {"title": "A Plain Heron in Reed", "authors": "Ada Kivi", "year": "2001"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """An index of one entry of a file of references."""
    (tmp_path / "refs.bib").write_text(_BOOK.format(**_HERON), encoding="utf-8")
    add(tmp_path / "book.db", [str(tmp_path / "refs.bib")])
    return tmp_path / "book.db"


def _records(index: Path, key: str) -> int:
    with open_store(index) as store:
        return len(read.paper(store, key).records)


_CORRECTED = [("year", "2012"), ("authors", "Olav Stein"), ("title", "Grey Birds of Northern Lakes")]


@pytest.mark.parametrize(("field", "value"), _CORRECTED)
def test_what_was_set_and_what_is_printed_both_find_the_paper(book: Path, field: str, value: str) -> None:
    set_field(book, "heron", field, value)
    for name, entry in (
        ("own.bib", {**_HERON, field: value}),
        ("other.bib", {**_HERON, "title": "A plain heron in reed"}),
    ):
        (book.parent / name).write_text(_BOOK.format(**entry).replace("heron,", "again,"), encoding="utf-8")
        assert add(book, [str(book.parent / name)]).papers == 1


@pytest.mark.parametrize(("field", "value"), _CORRECTED)
def test_it_does_not_matter_whether_a_field_is_set_before_or_after(
    bench: Workbench, book: Path, field: str, value: str
) -> None:
    (book.parent / "own.bib").write_text(
        _BOOK.format(**{**_HERON, field: value}).replace("heron", "own"), encoding="utf-8"
    )
    assert add(book, [str(book.parent / "own.bib")]).papers == 2
    before = bench.dump(book)
    report = set_field(book, "heron", field, value)
    assert (report.key, report.joined) == ("heron", ("own",))
    assert _records(book, "own") == 2
    undo(book)
    assert bench.dump(book) == before
    bench.check(book)
