"""What no reader takes, and how the contest is explained."""

import json

import pytest
from made_pages import LONG, OTHER, THIRD, page

from corpus_index import pages
from corpus_index.errors import NoReaderFits
from corpus_index.pages.registry import READERS

README = """# Bread

Bread is a program that bakes. It reads a recipe, and writes a loaf to the oven that is given on the command line.

## Usage

Run it with the path of a recipe. The oven has to be hot before, or else the loaf will not rise; see below for how.

    bread bake recipe.txt
"""
MANUAL = """Bread
=====

Bread is a program that bakes. It reads a recipe, and writes a loaf to the oven that is given on the command line.

Usage
-----

Run it with the path of a recipe. The oven has to be hot before, or else the loaf will not rise; see below for how.
"""
LETTER = """Dear Jane,

thank you for the loaf, which arrived on Monday. It was still warm, and the children ate it before I could take a
picture of it.

See you in spring,
Ludwig
"""
MINUTES = """Dear all,

Please find the minutes below. We propose to paint the bakery, and Ludwig has shown us three colours for it.

The New Oven

We discuss the price of the oven and present a plan that saves 20% of it. Eleven of twelve members accept the plan.

Our Summer Party

In this meeting we introduce the new baker. The results of the raffle are on the door of the kitchen.
"""
LONG_MINUTES = MINUTES.replace(
    ". ", ", which was a problem for most of us, but not for the baker and his present model. It " * 3
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (MINUTES, "no papers found"),
        (LONG_MINUTES, "no papers found"),
        (README, "Markdown"),
        (MANUAL, "underlined headings"),
        (LETTER, "no papers found"),
        ("word", "no papers found"),
        (f"<!DOCTYPE html>\n<html><body>\n<h1>Bread</h1>\n<p>{LETTER}</p>\n</body></html>", "HTML"),
        (json.dumps([{"title": "Titles", "abstract": LONG}]), "JSON"),
        (f"Title: Titles\nAuthors: Jane Doe\n{LONG}\nTitle: Bread\nAuthors: Jane Doe\n{THIRD}\n", "no papers found"),
        (f"Summary\n\n{LETTER}", "no papers found"),
        ("word " * 20_000, "no papers found"),
        ("\n".join(["Search", "12", "·"] * 500), "no papers found"),
        ("12:00:01 bread: risen\n" * 30_000, "a log or a table"),
        (f"{README}\n```\n@misc{{bread,\n  title = {{Bread}},\n}}\n```\n", "Markdown"),
        (f"<!-- made by a program -->\n\n{README}", "Markdown"),
        (f"<p align='center'>\n<img src='bread.png'>\n</p>\n\n{README}", "Markdown"),
        (f"<!DOCTYPE html>\n<html><body>\n<pre>\n# one\n# two\n</pre>\n<p>{LETTER}</p>\n</body></html>", "HTML"),
    ],
)
def test_refused(text: str, says: str) -> None:
    with pytest.raises(NoReaderFits) as caught:
        pages.split(page(text))
    assert caught.value.where == "page.txt"
    assert says in caught.value.what
    assert "--explain-reader" in caught.value.hint
    assert "\n" not in str(caught.value)


def test_explain_names_every_reader_and_the_best_first() -> None:
    text = page(f"Daily Papers\n\nTitles\n\n{LONG}\n\nPlanets\n\n{OTHER}\n")
    verdicts = pages.explain(text)
    assert {verdict.reader for verdict in verdicts} == {reader.name for reader in READERS}
    assert [verdict.fits for verdict in verdicts] == [True, *[False] * (len(verdicts) - 1)]
    assert verdicts[0].reader == pages.split(text).reader == "daily-papers"
    assert all(verdict.why and "\n" not in verdict.why for verdict in verdicts)
    assert all((verdict.score > 0) == verdict.fits and 0 <= verdict.score <= 1 for verdict in verdicts)


def test_explain_of_a_refused_page() -> None:
    assert not any(verdict.fits for verdict in pages.explain(page(LETTER)))


def test_the_name_of_a_page_decides_nothing() -> None:
    data = f"Abstract:{LONG}\n\nAbstract:{THIRD}\n".encode()
    readers = {pages.split(pages.load(name, data)).reader for name in ("a.txt", "daily-papers.html", "x.bib", "-")}
    assert readers == {"bare-abstracts"}


def test_readers_are_told_apart() -> None:
    assert len({reader.name for reader in READERS}) == len(READERS)
