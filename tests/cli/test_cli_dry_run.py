"""`--dry-run` changes no byte, and says what the command would change."""

from pathlib import Path
from typing import Any

import pytest

from cli.app import declared
from cli.command_table import COMMANDS

LINES: dict[str, list[str]] = {
    "add": ["page.txt"],
    "enrich": ["more.bib"],
    "remove": ["TrimR"],
    "merge": ["TrimR", "LongSpec"],
    "split": ["MiMo-V2-Flash", "2"],
    "set": ["TrimR", "year", "2025"],
    "tag": ["TrimR", "+x"],
    "note": ["TrimR", "A note."],
    "undo": [],
}
REMAKING = {"rebuild", "reindex", "repair"}
"""Commands that make anew what follows from what is stored; they change nothing that could be taken back."""


def test_every_command_that_changes_the_index_can_be_tried_first() -> None:
    trying = {name for name in COMMANDS if any("--dry-run" in parameter.opts for parameter in declared(name).params)}
    assert trying == set(LINES)
    assert not REMAKING & trying


@pytest.mark.usefixtures("index")
def test_no_byte_changes(papers: Any, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(page.parent)
    title = "LongSpec: Long-Context Lossless Speculative Decoding with Efficient Drafting and Verification"
    Path("more.bib").write_text(f"@misc{{x, title = {{{title}}}, year = {{2025}}}}", encoding="utf-8")
    papers("tag", "LongSpec", "+y")
    before = {path: path.read_bytes() for path in page.parent.iterdir() if path.is_file()}
    for name, words in LINES.items():
        run = papers(name, *words, "--dry-run")
        assert run.code == 0, run.err
        assert run.out, name
        assert {path: path.read_bytes() for path in page.parent.iterdir() if path.is_file()} == before, name
