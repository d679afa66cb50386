"""The man page says what the commands' help says, and man can show it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from man_page import man_page

from cli.command_table import COMMANDS

PAGE = Path(__file__).parents[2] / "man" / "papers.1"


def test_the_page_is_current(record_golden: bool) -> None:
    if record_golden:
        PAGE.write_text(man_page(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == man_page(), "run: python -m pytest tests/house --record-golden"


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff here")
def test_the_page_can_be_shown() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-c", str(PAGE)], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    for name, entry in COMMANDS.items():
        assert f"papers {name}" in done.stdout
        assert entry.line.split(",")[0] in " ".join(done.stdout.split())
    assert "'model:QwQ-32B -distillation'" in done.stdout
