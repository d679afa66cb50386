"""Lists of references in Markdown are read as what `papers export` wrote."""

from dataclasses import replace

import pytest
from attacks import LATEX
from made_papers import EMPTY, FULL

from corpus_index.domain.paper import Paper
from corpus_index.domain.record import RawRecord
from corpus_index.export import markdown
from corpus_index.pages import load, split

PLAIN = replace(FULL, key="plain", authors=("Ann Roe", "Bob Poe Jr."), authors_complete=False, ids={}, urls=())


def read(*papers: Paper, around: str = "") -> tuple[RawRecord, ...]:
    """What is read of the list of papers."""
    page = split(load("notes", f"{around}{''.join(markdown(papers))}".encode()))
    assert page.reader == "papers-markdown"
    return page.records


def test_references_are_read_as_they_were() -> None:
    full, bare, plain = read(FULL, EMPTY, PLAIN, around="# Reading\n\n")
    assert full.title
    assert (full.title.text, full.authors_complete) == (FULL.title, True)
    assert tuple(author.text for author in full.authors) == FULL.authors
    assert full.venue
    assert full.year
    assert (full.venue.text, full.year.value) == (FULL.venue, 2024)
    assert {each.id.scheme.value for each in full.ids} == {"arxiv", "doi"}
    assert full.urls == ()
    assert bare.key
    assert bare.title
    assert (bare.key.text, bare.title.text, bare.authors, bare.year, bare.venue) == (
        EMPTY.key,
        EMPTY.title,
        (),
        None,
        None,
    )
    assert [author.text for author in plain.authors] == ["Ann Roe", "Bob Poe Jr."]
    assert not plain.authors_complete


@pytest.mark.parametrize(
    "text", [*LATEX, "1. a", "- b", "*a* and **b**. *c*, 1999.", "a\\*b\\", "&amp; &lt;", "`a`", "in press"]
)
def test_any_text_is_read_back(text: str) -> None:
    paper = replace(PLAIN, title=f"Of {text}", venue=f"In {text}", urls=("https://example.org/a(b)_c?d=%20#e",))
    (record,) = read(paper)
    assert record.title
    assert record.venue
    printed = "".join(char for char in " ".join(f"Of {text}".split()) if char.isprintable()).strip()
    assert record.title.text == printed
    assert record.venue.text == printed.replace("Of", "In", 1)
    assert [url.text for url in record.urls] == list(paper.urls)


def test_a_list_of_other_things_is_none() -> None:
    page = split(
        load("notes", b"- **On Rye and Salt**. [arxiv.org/abs/2401.00001](https://arxiv.org/abs/2401.00001)\n")
    )
    assert page.reader == "markdown-list"
