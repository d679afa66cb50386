"""Commands that change an index, and those that write files."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string

from corpus_index.report import index_pages

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for an index that does not exist yet."""
    path = tmp_path / "new.db"
    monkeypatch.setenv("PAPERS_DB", str(path))
    return path


def test_add_reports_each_source_and_starts_an_index_without_the_seeds(papers: Any, empty: Path, page: Path) -> None:
    run = papers("add", str(page))
    assert run.code == 0
    *folder, heading, row, summed = run.out.splitlines()
    assert "".join(folder).replace(" ", "") == f"in{page.parent}/"  # a long path takes more lines
    assert heading.split("  ")[0] == "outcome"
    assert row.split() == ["added", "1", "1", "0", "bare-abstracts", page.name]
    assert summed == "1 added; the index holds 1 paper"
    assert empty.exists()
    assert papers("search", "Quillfish").code == 0


def test_add_again_changes_nothing(papers: Any, empty: Path, page: Path) -> None:
    papers("add", str(page))
    before = papers("info", "--json").out
    run = papers("add", str(page))
    assert run.code == 0
    assert "1 unchanged; the index holds 1 paper" in run.out
    assert json.loads(papers("info", "--json").out)["papers"] == json.loads(before)["papers"]
    assert empty.exists()


def test_add_reads_standard_input(papers: Any, empty: Path, page: Path) -> None:
    run = papers("add", "-", stdin=page.read_bytes())
    assert run.code == 0
    assert empty.exists()


def test_a_dry_run_stores_nothing(papers: Any, empty: Path, page: Path) -> None:
    run = papers("add", "--dry-run", str(page))
    assert run.code == 0
    assert "nothing was stored (dry run); it would hold 1 paper" in run.out
    assert not empty.exists()


def test_add_goes_on_after_a_page_that_it_refuses(papers: Any, empty: Path, page: Path, tmp_path: Path) -> None:
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 8)
    run = papers("add", str(binary), str(page), "--json")
    report = json.loads(run.out)
    assert run.code == 2
    assert [source["outcome"] for source in report["sources"]] == ["refused", "added"]
    assert report["papers"] == 1
    assert empty.exists()


def test_remove_takes_a_page_out(papers: Any, index: Path, page: Path) -> None:
    papers("add", str(page))
    run = papers("remove", str(page))
    assert run.code == 0
    assert "removed 1 page, 1 paper and 1 record; the index holds 43 papers" in " ".join(run.out.split())
    assert papers("remove", str(page)).code == 1
    assert index.exists()


@pytest.mark.usefixtures("index")
def test_remove_offers_what_comes_close_in_json_too(papers: Any) -> None:
    run = papers("remove", "mimo-v2-flas", "--json")
    assert run.code == 1
    assert [choice["key"] for choice in json.loads(run.out)["choices"]] == ["MiMo-V2-Flash"]


def test_remove_takes_a_paper_out(papers: Any, index: Path) -> None:
    report = json.loads(papers("remove", "TrimR", "--json").out)
    assert (report["papers"], report["left"]) == (["TrimR"], 42)
    assert papers("show", "key-of-nothing").code == 1
    assert index.exists()


@pytest.mark.usefixtures("index")
def test_remove_takes_the_papers_of_a_query(papers: Any) -> None:
    gone = [row["key"] for row in json.loads(papers("list", "model:QwQ-32B", "--json").out)]
    tried = papers("remove", "--query", "model:QwQ-32B", "TrimR", "--dry-run")
    assert tried.code == 0
    assert f"would remove 0 pages, {len(gone)} papers" in tried.out
    assert f"the index would hold {43 - len(gone)} papers" in " ".join(tried.out.split())
    assert "43 papers" in papers("info").out
    report = json.loads(papers("remove", "--query", "model:QwQ-32B", "--json").out)
    assert report["papers"] == gone
    assert report["left"] == 43 - len(gone)
    run = papers("remove", "--query", "model:QwQ-32B")
    assert (run.code, run.out) == (1, "")
    assert "nothing matches model:QwQ-32B" in run.err
    assert json.loads(papers("remove", "--query", "model:QwQ-32B", "--json").out)["records"] == 0


@pytest.mark.usefixtures("index")
def test_export_writes_bibtex_that_parses(papers: Any) -> None:
    run = papers("export", "--format", "bibtex", "model:QwQ-32B")
    entries = parse_string(run.out).entries
    assert run.code == 0
    assert {"FFS", "TrimR"} <= {entry.key for entry in entries}
    assert not [entry for entry in entries if "year" in entry]
    by_text = parse_string(papers("export", "speculative decoding").out).entries
    assert {entry.key for entry in by_text} == {"LongSpec", "MiMo-V2-Flash"}
    flash = next(entry for entry in by_text if entry.key == "MiMo-V2-Flash")
    assert str(flash["author"]).endswith("and others")


@pytest.mark.usefixtures("index")
def test_export_by_key_and_by_query_together(papers: Any) -> None:
    run = papers("export", "title:LongSpec", "--key", "TrimR", "--format", "jsonl")
    assert [json.loads(line)["key"] for line in run.out.splitlines()] == ["LongSpec", "TrimR"]
    assert len(papers("export", "--format", "jsonl").out.splitlines()) == 43


@pytest.mark.usefixtures("index")
def test_export_finds_nothing(papers: Any, tmp_path: Path) -> None:
    target = tmp_path / "kept.bib"
    target.write_text("kept", encoding="utf-8")
    assert papers("export", "zzzzzz", "--output", str(target)).code == 1
    unknown = papers("export", "--key", "TrimRR", "--output", str(target))
    assert unknown.code == 1
    assert "TrimRR: no paper has this key; did you mean TrimR" in unknown.err
    assert target.read_text(encoding="utf-8") == "kept"


@pytest.mark.usefixtures("index")
def test_export_replaces_a_file_whole(papers: Any, tmp_path: Path) -> None:
    target = tmp_path / "out.bib"
    target.write_text("old", encoding="utf-8")
    run = papers("export", "--key", "TrimR", "--output", str(target), "--force")
    assert (run.code, run.out) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("@misc{TrimR,")
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_exported_keys_are_frozen(papers: Any, index: Path) -> None:
    papers("export", "--key", "TrimR")
    with closing(sqlite3.connect(index)) as connection:
        frozen = connection.execute("SELECT key FROM papers WHERE key_frozen").fetchall()
    assert frozen == [("TrimR",)]


def test_the_demonstration_index_is_used_and_said_where_none_is_named(papers: Any, tmp_path: Path) -> None:
    run = papers("search", "speculative decoding")
    assert run.code == 0
    assert "demonstration index" in run.err.splitlines()[0]
    assert "MiMo-V2-Flash" in run.out
    assert papers("export", "--key", "TrimR").code == 0
    assert not list(tmp_path.rglob("papers.db"))


@pytest.mark.usefixtures("empty")
def test_parse_prints_records_and_stores_nothing(papers: Any, empty: Path) -> None:
    run = papers("parse", *map(str, SEEDS))
    records = [json.loads(line) for line in run.out.splitlines()]
    assert run.code == 0
    assert len(records) == 47
    text = {str(path): path.read_text("utf-8") for path in SEEDS}
    for record in records:
        page = text[record["page"]]
        for field in ("introduces", "models", "benchmarks", "results", "specs"):
            for fact in record[field]:
                assert page[fact["start"] : fact["end"]] == fact["evidence"]
    assert not empty.exists()


def test_parse_tables_and_explanations(papers: Any) -> None:
    page = str(SEEDS[3])
    table = papers("parse", page, "--format", "table")
    assert "read as" in table.out
    assert re.search(r"^1 +abstract ", table.out, re.MULTILINE)
    assert re.search(r"^ +fits ", papers("parse", page, "--explain-reader").out, re.MULTILINE)
    facts = papers("parse", page, "--explain-facts")
    assert "- introduces MiMo-V2-Flash (model)" in facts.out
    assert "spec: 309B total parameters" in facts.out


@pytest.mark.parametrize(
    "options",
    [("--format", "table", "--explain-reader"), ("--format", "jsonl", "--explain-facts"),
     ("--explain-reader", "--explain-facts")],
)  # fmt: skip
def test_parse_shows_one_thing_at_a_time(papers: Any, options: tuple[str, ...]) -> None:
    run = papers("parse", "-", *options, stdin=b"unread")
    names = " and ".join(option for option in options if option.startswith("--"))
    assert (run.code, run.out) == (2, "")
    assert run.err == f"papers: {names}: exclude each other; give one of them\n"


def test_eval_measures_extraction_on_the_seed_pages(papers: Any) -> None:
    gold = str(Path(__file__).parents[1] / "gold" / "seeds.jsonl")
    measures = {row["field"]: row for row in json.loads(papers("eval", gold, "--json").out)}
    assert measures["title"]["f1"] == 1
    assert re.search(r"^title +35 ", papers("eval", gold, str(SEEDS[0].parent)).out, re.MULTILINE)
    assert papers("eval", gold, "--differences", "models").code == 0
    assert papers("eval", gold, "--differences", "nope").code == 2


def test_a_removed_paper_comes_back_with_its_page(papers: Any, empty: Path) -> None:
    page = str(SEEDS[1])
    papers("add", page)
    before = json.loads(papers("list", "--json").out)
    run = papers("remove", before[0]["key"])
    assert f"kept {page} without them; to bring them back: papers remove, then papers add" in " ".join(run.out.split())
    assert "1 unchanged" in papers("add", page).out
    assert len(json.loads(papers("list", "--json").out)) == len(before) - 1
    papers("remove", page)
    papers("add", page)
    assert json.loads(papers("list", "--json").out) == before
    assert empty.exists()


def test_remove_of_a_page_takes_all_revisions(papers: Any, empty: Path, page: Path) -> None:
    papers("add", str(page))
    page.write_text(page.read_text("utf-8").replace("Quillfish", "Quillfowl"), encoding="utf-8")
    papers("add", str(page))
    assert "2 pages" in papers("info").out
    assert json.loads(papers("remove", str(page), "--json").out)["pages"] == [str(page)] * 2
    assert "all its revisions" in papers("remove", "--help").out
    assert empty.exists()


@pytest.mark.usefixtures("index")
def test_index_replaces_only_what_it_wrote(papers: Any, tmp_path: Path) -> None:
    target = tmp_path / "INDEX.md"
    assert papers("index", "--output", str(target)).code == 0
    whole = target.read_text("utf-8")
    assert papers("index", "--output", str(target)).code == 0
    target.write_text("# My notes\n", encoding="utf-8")
    run = papers("index", "--output", str(target))
    assert (run.code, run.out) == (2, "")
    assert (
        run.err == f"papers: {target}: exists and was not written by papers index; give another --output, or --force\n"
    )
    assert target.read_text("utf-8") == "# My notes\n"
    assert papers("index", "--output", str(target), "--force").code == 0
    assert target.read_text("utf-8") == whole


@pytest.mark.usefixtures("index")
def test_parts_of_a_large_index_are_replaced_and_taken_away(
    papers: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, parts = tmp_path / "INDEX.md", tmp_path / "INDEX-parts"
    limits = index_pages.__globals__
    monkeypatch.setitem(limits, "MOST_ON_ONE_PAGE", 40)
    monkeypatch.setitem(limits, "_PAPERS_A_PAGE", 10)
    run = papers("index", "--output", str(target))
    assert run.err == f"papers: written to {target}, and {len(list(parts.iterdir()))} parts in {parts}\n"
    assert {part.name for part in parts.glob("papers-*")} == {f"papers-{number}.md" for number in range(1, 6)}
    mine = parts / "papers-3.md"
    mine.write_text("# My notes\n", encoding="utf-8")
    assert papers("index", "--output", str(target)).code == 2
    monkeypatch.setitem(limits, "_PAPERS_A_PAGE", 30)
    assert papers("index", "--output", str(target)).code == 0
    assert {part.name for part in parts.glob("papers-*")} == {"papers-1.md", "papers-2.md", mine.name}
    monkeypatch.setitem(limits, "MOST_ON_ONE_PAGE", 500)
    assert papers("index", "--output", str(target)).code == 0
    assert list(parts.iterdir()) == [mine]


def test_eval_shows_differences_as_values_and_explains_evidence(papers: Any) -> None:
    gold = str(Path(__file__).parents[1] / "gold" / "seeds.jsonl")
    for field in ("models+role", "introduces+kind", "results:exact", "specs"):
        out = papers("eval", gold, "--differences", field).out
        assert not re.search(r"<\w+\.|None|[(]['\d]", out), out
    assert re.search(r"^evidence: [01]\.\d{3} of \d+ facts .share of facts whose quote", papers("eval", gold).out, re.M)
