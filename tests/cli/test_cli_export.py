"""`papers export`: which papers, in which format, and into which file."""

import json
import re
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
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


def test_a_pattern_names_what_may_change_and_says_what_stays(papers: Any) -> None:
    assert keys(papers("export", "--key", "TrimR", "--key-pattern", "'My' + artefact").out) == ["MyTrimR"]
    run = papers("export", "--key", "MyTrimR", "--key", "LongSpec", "--key-pattern", "'Our' + artefact")
    assert sorted(keys(run.out)) == ["MyTrimR", "OurLongSpec"]
    assert run.err.startswith("papers: keys that stay as they were: 1 of 2 (")


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
    assert added.startswith(b"\r\n\r\n@misc{TrimR,\r\n")
    assert keys(added.decode().replace("\r\n", "\n")) == ["TrimR"]


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


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.bib", "@"), ("r.txt", "@"), ("r.RIS", "TY  - "), ("r.md", "- "), ("r.json", "[\n"), ("r", "@")],
)
@pytest.mark.parametrize("option", ["--output", "--append"])
def test_the_ending_of_the_file_says_the_format(
    papers: Any, tmp_path: Path, name: str, begins: str, option: str
) -> None:
    path = tmp_path / name
    run = papers("export", "TrimR", option, str(path))
    if name == "r.json" and option == "--append":
        assert (run.code, run.err.count("\n")) == (2, 1)
    else:
        assert run.code == 0
        assert path.read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_what_is_exported_is_read_back_as_it_was(index: Path, form: str) -> None:
    with open_store(index) as store:
        assert differences(form, list(read.papers(store))) == []


def test_former_keys_lead_to_their_paper_everywhere(papers: Any, index: Path, tmp_path: Path) -> None:
    with closing(connect(index)) as connection, connection:
        connection.execute(
            "INSERT INTO aliases (alias, paper_id) SELECT 'old:key', id FROM papers WHERE key = 'LongSpec'"
        )
    for command in ("show", "links", "related"):
        assert papers(command, "old:key").out == papers(command, "LongSpec").out
    assert json.loads(papers("list", "key:old:key", "--json").out)[0]["key"] == "LongSpec"
    assert keys(papers("export", "--key", "old:key").out) == ["LongSpec", "old:key"]
    for cited, written in (
        ("old:key", ["old:key"]),
        ("LongSpec", ["LongSpec"]),
        ("old:key,LongSpec", ["LongSpec", "old:key"]),
    ):
        run = papers("export", "--cited-in", "-", stdin=f"\\citation{{{cited}}}".encode())
        assert sorted(keys(run.out)) == written
        for form, key in (("csl-json", r'"id": "([^"]+)"'), ("ris", "ID  - (.+)"), ("csv", "(?m)^([^,]*),(?!type)")):
            run = papers("export", "--cited-in", "-", "--format", form, stdin=f"\\citation{{{cited}}}".encode())
            assert sorted(re.findall(key, run.out)) == written
    assert "ids = {old:key}" in papers("export", "old:key", "--format", "biblatex").out
    target = tmp_path / "refs.bib"
    target.write_text("@misc{old:key, title = {x}}\n", encoding="utf-8")
    papers("export", "LongSpec", "--append", str(target))
    assert keys(target.read_text(encoding="utf-8") + "\n") == []


def test_a_paper_that_is_asked_for_beside_a_manuscript_has_its_own_key_too(papers: Any, index: Path) -> None:
    with closing(connect(index)) as connection, connection:
        connection.execute("INSERT INTO aliases SELECT 'old:key', id FROM papers WHERE key = 'LongSpec'")
    run = papers("export", "LongSpec", "--cited-in", "-", stdin=b"\\citation{old:key,TrimR}")
    assert keys(run.out) == ["LongSpec", "old:key", "TrimR"]


def test_what_is_cited_by_a_former_key_is_added_under_it(papers: Any, index: Path, tmp_path: Path) -> None:
    with closing(connect(index)) as connection, connection:
        connection.execute("INSERT INTO aliases SELECT 'old:key', id FROM papers WHERE key = 'LongSpec'")
    target = tmp_path / "refs.bib"
    target.write_text("@misc{LongSpec, title = {x}}\n", encoding="utf-8")
    for added in (1, 0):
        run = papers("export", "--cited-in", "-", "--append", str(target), stdin=b"\\citation{old:key}")
        assert run.code == 0
        assert run.err.endswith(f"{added} paper{'s' * (added != 1)} added to {target}\n")
        assert ("old:key: another name of LongSpec" in run.err) is bool(added)
    assert keys(target.read_text(encoding="utf-8")) == ["old:key"]


@pytest.mark.parametrize(
    ("form", "content", "replaced"),
    [
        ("bibtex", "@misc{LongSpec,\n title = {x}}", True),
        ("bibtex", "@misc{LongSpec-preprint,\n title = {x}}", True),
        ("bibtex", "@misc{LongSpec,\n title = {x}}\n@misc{mine,\n title = {y}}", False),
        ("bibtex", "My notes", False),
        ("bibtex", '@string{a = "b"}\n@misc{LongSpec,\n title = {x}}', False),
        ("bibtex", "% mine\n@misc{LongSpec,\n title = {50\\% x}}", False),
        ("bibtex", "\n", True),
        ("csl-json", '[{"id": "LongSpec"}]', True),
        ("csl-json", '[{"id": "mine"}]', False),
        ("csl-json", '{"mine": 1}', False),
        ("csv", "key,title\nmine,x\n", False),
    ],
)
def test_a_file_with_more_than_these_papers_is_replaced_by_force_only(
    papers: Any, tmp_path: Path, form: str, content: str, *, replaced: bool
) -> None:
    target = tmp_path / "refs"
    target.write_text(content, encoding="utf-8")
    command = ("export", "TrimR", "--format", form, "--output", str(target))
    run = papers(*command)
    assert run.code == (0 if replaced else 2)
    assert (target.read_text(encoding="utf-8") == content) is not replaced
    if not replaced:
        assert "--force" in run.err
        assert run.err.count("\n") == 1
        assert papers(*command, "--force").code == 0
    assert target.read_text(encoding="utf-8") == papers("export", "TrimR", "--format", form).out
