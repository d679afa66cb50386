"""What is exported and added to another index is the same there, in every format."""

from pathlib import Path

import pytest

from corpus_index.export import WRITERS
from corpus_index.from_pages import add
from corpus_index.library import Library

KEPT = r"""
@inproceedings{roe17, author = {Roe, Ann and Garc{\'i}a M{\'a}rquez, G. and Poe, Jr., J. and others}, month = dec,
  title = {Rising Dough: a 50\% \& {C++} Study}, booktitle = {Bakery \& Bread},
  editor = {I. Oven and {Rye Inc.} and others},
  volume = 30, number = 2, pages = {5998--6008}, publisher = {ACM}, year = 2017, address = {Rye}, series = {LNB},
  keywords = {dough, yeast}, note = {Best paper}, annote = {Ask Ann}, isbn = {0-201-13447-0}, doi = {10.1234/abc.5},
  abstract = {We raise dough. It costs \$1.}}
@book{knead, author = {{Hugging Crust}}, title = {Kneading}, publisher = {Crust}, year = 1986, edition = {Second}}
@phdthesis{phd, author = {A Bee}, title = {On Sour Dough}, school = {Loaf Tech}, year = 2001}
@mastersthesis{ma, author = {A Cee}, title = {On Other Dough}, school = {Loaf Tech}, year = 2002}
@techreport{tr, author = {A Dee}, title = {Flour Counts}, institution = {Mill}, number = {TR-7}, year = 2003}
@misc{web, author = {A Oh}, title = {Crusts Online}, howpublished = {\url{https://example.org/a_b}}, year = {in press}}
@article{pre, author = {Kim, Jo}, title = {Of Rolls}, journal = {CoRR}, eprint = {2401.01234}, year = 2024}
"""


def exported(tmp_path: Path, text: str, form: str, name: str = "own.bib") -> str:
    """What is exported of a file."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    add(tmp_path / "index.db", [str(tmp_path / name)])
    with Library(tmp_path / "index.db") as library:
        return library.export(form=form)


@pytest.mark.parametrize("form", list(WRITERS))
def test_every_format_writes_again_what_it_wrote(tmp_path: Path, form: str) -> None:
    once = exported(tmp_path, KEPT, form)
    (tmp_path / "again").mkdir()
    # In JSON Lines stand the places in the file that was read.
    shown = "bibtex" if form == "jsonl" else form
    assert exported(tmp_path / "again", once, shown, "once.txt") == exported(tmp_path, KEPT, shown)


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris", "csl-json", "jsonl", "csv"])
def test_a_title_that_no_page_prints_stays_one(tmp_path: Path, form: str) -> None:
    once = exported(tmp_path, "Abstract: We present LoafNet, a model of bread. It rises by 50%.", form, "page.txt")
    (tmp_path / "again").mkdir()
    again = exported(tmp_path / "again", once, "jsonl", "once.txt")
    assert '"title": "LoafNet", "title_inferred": true' in again


@pytest.mark.parametrize("form", ["ris", "csl-json", "jsonl", "csv"])
def test_family_names_and_odd_years_pass_through_other_formats(tmp_path: Path, form: str) -> None:
    own = "@misc{a, title = {Rye}, author = {{Loaf Makers} and R{\\'i}os Vega, Ana and Poe, Jim}, year = {in press}}"
    text = exported(tmp_path, own, form)
    (tmp_path / "again").mkdir()
    again = exported(tmp_path / "again", text, "bibtex", "again.txt")
    assert r"author = {{Loaf Makers} and R{\'i}os Vega, Ana and Jim Poe}," in again
    assert "year = {in press}" in again


DATES = {
    "date = {2020-03/2020-04}": ("{Mar--Apr}", "{2020}"),
    "date = {2020-03-30/2021-04-02}": ("mar", "{2020}"),
    "date = {1960~}": (None, "{c. 1960}"),
    "date = {-0043}": (None, "{44 BC}"),
    "date = {2019-05-06}": ("may", "{2019}"),
}
TITLES = ("On Rye", "Barley and its Fields", "How Wheat Came", "Oats of the North", "Spelt, a Grain")


@pytest.mark.parametrize("form", ["biblatex", "csl-json", "jsonl"])
def test_dates_that_say_more_pass_through_formats_that_have_them(tmp_path: Path, form: str) -> None:
    own = "".join(
        f"@book{{k{at}, title = {{{TITLES[at]}}}, author = {{A Roe}}, publisher = {{P}}, {date}}}\n"
        for at, date in enumerate(DATES)
    )
    text = exported(tmp_path, own, form)
    (tmp_path / "again").mkdir()
    again = exported(tmp_path / "again", text, "biblatex", "again.txt")
    assert [each in again for each in DATES] == [True] * len(DATES)
    with Library(tmp_path / "again" / "index.db") as library:
        listed = library.export()
    for month, year in DATES.values():
        assert f"  year = {year},\n" + (f"  month = {month},\n" if month else "") in listed


def test_a_day_beside_its_month_is_one(tmp_path: Path) -> None:
    own = "@book{a, title = {Rye}, author = {A Roe}, publisher = {P}, year = 1801, month = {March~3}}"
    assert "date = {1801-03-03}" in exported(tmp_path, own, "biblatex")
