"""Every example of a help text that reads does what it says on the seed pages."""

import inspect
import re
import shlex
import shutil
from importlib import import_module, resources
from pathlib import Path
from typing import Any

import pytest

from cli.app import application
from cli.command_table import COMMANDS

ROOT = Path(__file__).parents[2]
CHANGING = {"add", "enrich", "remove", "undo"}
"""These take pages that a person has, or back what they did; other tests run them."""
SERVING = {"browse", "mcp", "serve"}
"""These wait for a person, or for requests; other tests play them."""
MEANING = "--semantic"
"""What needs vectors is run by other tests, too, with an encoder that is made up."""


def examples() -> list[str]:
    """Command lines of all help texts, as a shell runs them."""
    texts = [application().help or ""]
    texts += [inspect.getdoc(import_module(entry.module).run) or "" for entry in COMMANDS.values()]
    lines = [line for text in texts for line in re.findall(r"^ {2}(papers .*)$", text, re.MULTILINE)]
    return [re.split(r"\s{2,}", line)[0] for line in lines]


READING = [line for line in examples() if line.split()[1] not in CHANGING | SERVING and MEANING not in line]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the examples name."""
    desk = tmp_path / "desk"
    shutil.copytree(ROOT / "seeds", desk / "seeds")
    shutil.copytree(ROOT / "seeds", desk / "saved-pages", ignore=shutil.ignore_patterns("*.md"))
    shutil.copyfile(sorted((ROOT / "seeds").glob("*.txt"))[0], desk / "today.txt")
    shutil.copytree(ROOT / "tests" / "gold", desk / "tests" / "gold")
    style = Path(str(resources.files("citeproc"))) / "data" / "styles" / "harvard-cite-them-right.csl"
    shutil.copyfile(style, desk / "journal.csl")
    (desk / "paper.tex").write_text("\\cite{LongSpec}", encoding="utf-8")
    monkeypatch.chdir(desk)
    return desk


def test_every_command_has_an_example() -> None:
    assert {line.split()[1] for line in examples()} == set(COMMANDS)


@pytest.mark.usefixtures("index", "desk")
@pytest.mark.parametrize("line", dict.fromkeys(READING))
def test_example_works(papers: Any, line: str) -> None:
    words = shlex.split(line)
    before_pipe = words[: words.index("|")] if "|" in words else words
    run = papers(*before_pipe[1:])
    assert run.code == 0, run.err
    assert run.out or re.search("(?:written|added) to", run.err)
    assert "nothing" not in run.err
