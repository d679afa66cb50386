"""Options, their values, and words that begin as options do."""

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("index")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("export --append -o", "--append takes FILE, and -o looks like an option; if it is meant: --append=-o"),
        ("export -o --append x", "-o takes FILE, and --append looks like an option; if it is meant: --output=--append"),
        ("list --sort -o", "--sort takes a value, and -o looks"),
        ("bench --query --json", "--query takes QUERY, and --json looks"),
        ("cite x --style -y", "--style takes STYLE, and -y looks"),
        ("--db -x list", "--db takes FILE, and -x looks"),
        ("backup x --db", "--db takes FILE, which is missing"),
        ("export x -o", "-o takes FILE, which is missing"),
        ("export -q", "there is no option -q; put -- before words that begin so"),
        ("list --query x", "there is no option --query; put"),
        ("search x --limti 2", "there is no option --limti; did you mean --limit"),
    ],
)
def test_an_option_is_no_value_and_no_word(papers: Any, tmp_path: Path, command: str, words: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    run = papers(*command.split())
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"papers: {words}")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("word", ["-other", "-hard", "-h5", "-title:x"])
def test_a_word_that_is_left_out_is_no_option(papers: Any, word: str) -> None:
    for command in ("search", "list", "export"):
        run = papers(command, "decoding", word, "--limit", "1")
        assert (run.code, "Usage" in run.out) == (0, False)
        assert run.out == papers(command, "--limit", "1", "--", "decoding", word).out
