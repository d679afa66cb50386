"""`papers export`: which papers, in which format, and into which file."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from read_back import differences

from corpus_index.store import open_store, read

pytestmark = pytest.mark.usefixtures("index")


def keys(bib: str) -> list[str]:
    """The keys of BibTeX entries, in their order."""
    return re.findall(r"^@\w+\{(.*),$", bib, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "stdin", "expected"),
    [
        (["LongSpec", "TrimR"], "", ["LongSpec", "TrimR"]),
        (["LongSpec", "title:TrimR"], "", []),
        (["--key", "-"], "TrimR\nLongSpec FFS\n", ["FFS", "LongSpec", "TrimR"]),
        (["--key", "TrimR", "--key", "TrimR"], "", ["TrimR"]),
        (["--cited-in", "-"], "\\citation{TrimR,LongSpec}", ["LongSpec", "TrimR"]),
        (["title:LongSpec", "--cited-in", "-"], "[@TrimR]", ["LongSpec", "TrimR"]),
        (["--key", "Qwen2.5-Math", "--with-links", "1"], "", ["InftyThink", "Qwen2.5-Math", "Resa"]),
        (["--key", "InftyThink", "--with-links", "2"], "", ["InftyThink", "Qwen2.5-Math", "Resa"]),
        (["--key", "InftyThink", "--with-links", "0"], "", ["InftyThink"]),
    ],
)
def test_subsets(papers: Any, arguments: list[str], stdin: str, expected: list[str]) -> None:
    run = papers("export", *arguments, stdin=stdin.encode())
    assert keys(run.out) == expected
    assert run.code == (0 if expected else 1)


def test_everything_cited_is_every_paper(papers: Any) -> None:
    assert len(keys(papers("export", "--cited-in", "-", stdin=b"\\nocite{*}").out)) == 43


def test_an_unknown_key_is_reported_and_the_others_are_written(papers: Any, tmp_path: Path) -> None:
    manuscript = tmp_path / "paper.tex"
    manuscript.write_text("\\cite{TrimR} and \\citep{TrimmR,nobody2020}", encoding="utf-8")
    run = papers("export", "--cited-in", str(manuscript))
    assert run.code == 1
    assert keys(run.out) == ["TrimR"]
    assert run.err == (
        f"papers: {manuscript} cites TrimmR, which no paper has as its key; did you mean TrimR\n"
        f"papers: {manuscript} cites nobody2020, which no paper has as its key\n"
    )


def test_a_manuscript_without_citations(papers: Any, tmp_path: Path) -> None:
    manuscript = tmp_path / "paper.md"
    manuscript.write_text("nothing", encoding="utf-8")
    run = papers("export", "--cited-in", str(manuscript))
    assert (run.code, run.out) == (1, "")
    assert "cites nothing" in run.err
    assert papers("export", "--cited-in", str(tmp_path / "missing.tex")).code == 2


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris", "csl-json", "jsonl", "csv", "markdown"])
def test_every_format_has_every_paper(papers: Any, form: str) -> None:
    run = papers("export", "--format", form)
    assert run.code == 0
    assert all(run.out.count(key) for key in ("LongSpec", "TrimR", "MiMo-V2-Flash"))
    assert run.out == papers("export", "--format", form).out


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris", "jsonl", "csv", "markdown"])
def test_append_adds_what_is_missing_and_changes_nothing(papers: Any, tmp_path: Path, form: str) -> None:
    target = tmp_path / "refs"
    both = papers("export", "LongSpec", "TrimR", "--format", form).out
    assert papers("export", "LongSpec", "--format", form, "--append", str(target)).code == 0
    assert target.read_text(encoding="utf-8") == papers("export", "LongSpec", "--format", form).out
    run = papers("export", "LongSpec", "TrimR", "--format", form, "--append", str(target))
    assert (run.code, run.out, run.err) == (0, "", f"papers: 1 paper added to {target}\n")
    assert target.read_text(encoding="utf-8") == both
    again = papers("export", "LongSpec", "TrimR", "--format", form, "--append", str(target))
    assert (again.code, again.err) == (0, f"papers: 0 papers added to {target}\n")
    assert target.read_text(encoding="utf-8") == both


def test_append_leaves_every_byte(papers: Any, tmp_path: Path) -> None:
    target = tmp_path / "refs.bib"
    mine = b"% mine, in Latin-1: \xe9\r\n@Article{longspec ,\r\n title = {x}}\r\n@comment{TrimR}"
    target.write_bytes(mine)
    assert papers("export", "LongSpec", "TrimR", "--append", str(target)).code == 0
    added = target.read_bytes().removeprefix(mine)
    assert added.startswith(b"\n\n@misc{TrimR,")
    assert keys(added.decode()) == ["TrimR"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--append", "{file}", "--output", "x"], ["--append", "--output"]),
        (["--append", "{file}", "--format", "csl-json"], ["csl-json", "one list"]),
        (["--append", "{file}", "--format", "ris"], ["no papers in the format ris", "--format"]),
        (["--unicode", "--format", "csv"], ["--unicode", "csv"]),
        (["--with-links", "-1"], ["--with-links"]),
    ],
)
def test_what_does_not_go_together_is_said(papers: Any, tmp_path: Path, arguments: list[str], words: list[str]) -> None:
    target = tmp_path / "refs.bib"
    target.write_text("@misc{a, title = {b}}", encoding="utf-8")
    run = papers("export", *(each.format(file=target) for each in arguments))
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert all(word in run.err for word in words)
    assert target.read_text(encoding="utf-8") == "@misc{a, title = {b}}"


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_what_is_exported_is_read_back_as_it_was(index: Path, form: str) -> None:
    with open_store(index) as store:
        assert differences(form, list(read.papers(store))) == []


def test_former_keys_lead_to_their_paper_everywhere(papers: Any, index: Path, tmp_path: Path) -> None:
    from contextlib import closing
    from sqlite3 import connect

    with closing(connect(index)) as connection, connection:
        connection.execute(
            "INSERT INTO aliases (alias, paper_id) SELECT 'old:key', id FROM papers WHERE key = 'LongSpec'"
        )
    for command in ("show", "links", "related"):
        assert papers(command, "old:key").out == papers(command, "LongSpec").out
    assert json.loads(papers("list", "key:old:key", "--json").out)[0]["key"] == "LongSpec"
    assert keys(papers("export", "--key", "old:key").out) == ["LongSpec", "old:key"]
    assert keys(papers("export", "--cited-in", "-", stdin=b"\\citation{old:key}").out) == ["LongSpec", "old:key"]
    assert "ids = {old:key}" in papers("export", "old:key", "--format", "biblatex").out
    target = tmp_path / "refs.bib"
    target.write_text("@misc{old:key, title = {x}}\n", encoding="utf-8")
    papers("export", "LongSpec", "--append", str(target))
    assert keys(target.read_text(encoding="utf-8") + "\n") == []
