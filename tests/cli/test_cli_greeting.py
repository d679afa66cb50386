"""`papers` alone says what there is, and what it says to try works."""

import json
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from newcomer import ROOT

from cli.greeting import shell_word
from corpus_index.store import open_store


@pytest.mark.usefixtures("index")
def test_what_it_says_to_try_works(papers: Any) -> None:
    greeting = papers()
    commands = [line.strip().split("  ")[0] for line in greeting.out.splitlines() if line.startswith("  papers ")]
    assert [command.split()[1] for command in commands] == ["search", "show", "bench"]
    for command in commands:
        run = papers(*shlex.split(command)[1:])
        assert (run.code, run.err) == (0, "")
        assert run.out
    held = json.loads(papers("info", "--json").out)
    sums = [f"{held[what]} {what}" for what in ("models", "benchmarks", "results")]
    assert f"43 papers on 4 pages: {', '.join(sums)}\n" in greeting.out


def test_an_index_may_be_named(papers: Any, index: Path, tmp_path: Path) -> None:
    assert papers("--db", str(index)) == papers()
    missing = papers("--db", str(tmp_path / "none.db"))
    assert (missing.code, missing.out) == (2, "")
    assert "none.db" in missing.err


def test_an_empty_index_is_told_how_to_grow(papers: Any, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_store(path, write=True, create=True).close()
    run = papers("--db", str(path))
    assert run.code == 0
    assert "papers add" in run.out
    assert "0 papers on 0 pages" in run.out


def test_long_and_hostile_keys_stay_whole_and_harmless(papers: Any, index: Path) -> None:
    key = "Long-" * 20
    with closing(sqlite3.connect(index)) as db:
        db.execute("UPDATE papers SET key = ? WHERE key = 'MiMo-V2-Flash'", (key,))
        db.commit()
    shown = papers().out
    assert f"\n  papers show {key}\n" in shown
    assert "MiMo-V2-Flash Technical Report" in shown
    with closing(sqlite3.connect(index)) as db:
        db.execute("UPDATE papers SET key = char(27) || '[2J' WHERE key = ?", (key,))
        db.commit()
    assert "\x1b" not in papers().out


def test_nothing_heavy_is_imported(index: Path) -> None:
    program = "import sys; from cli.main import main; main(sys.argv[1:]); sys.stderr.write(' '.join(sys.modules))"
    environment = {"PAPERS_DB": str(index), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert not {"typer", "rich", "pydantic", "sqlite_utils", "rapidfuzz", "pathlib"} & set(done.stderr.split())
    assert "papers search" in done.stdout


@pytest.mark.parametrize("word", ["AIME 2024", "DBLP:conf/x+y", "it's", 'a "b"', "$HOME", "`x`", "a\\b", "!1", "*", ""])
def test_a_word_is_one_word_for_a_shell(word: str) -> None:
    assert shlex.split(shell_word(word)) == [word]
