"""What the documents say is what the project does."""

import importlib
import inspect
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from newcomer import surroundings

import corpus_index
from cli.command_table import COMMANDS, SECTIONS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_TABLE = re.compile(r"(<!-- commands -->\n).*?(<!-- end of commands -->)", re.DOTALL)


def command_table() -> str:
    """The table of commands as the README must have it."""
    rows = [
        f"| {section} | `{name}` | {entry.line} |"
        for section, entries in SECTIONS.items()
        for name, entry in entries.items()
    ]
    return "\n".join(["| | command | what it does |", "| --- | --- | --- |", *rows, ""])


def test_readme_lists_every_command(record_golden: bool) -> None:
    text = README.read_text(encoding="utf-8")
    current = _TABLE.sub(lambda found: found[1] + command_table() + found[2], text)
    if record_golden:
        README.write_text(current, encoding="utf-8", newline="\n")
        text = current
    assert text == current, "run: python -m pytest tests/house --record-golden"


def test_documents_name_no_command_that_does_not_exist() -> None:
    for path in (README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        for name in re.findall(
            r"(?:`|\$ |^ {4}|/bin/)papers ([a-z][a-z-]*)", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            assert name in COMMANDS, f"{path.name} names papers {name}"


def test_readme_has_the_two_commands() -> None:
    blocks = re.findall(r"```sh\n(.*?)\n```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 2
    first, second = blocks
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/papers search ")
    assert second.startswith("python3 -m venv .venv-test && ")
    assert second.endswith("/python -m tests")


def test_ci_runs_the_second_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    found = re.search(r"grep -m 1 -E '([^']+)' README\.md", script)
    assert found
    lines = [line for line in README.read_text(encoding="utf-8").splitlines() if re.search(found[1], line)]
    assert len(lines) == 1
    assert lines[0].count(".venv-test") == 3


def test_readme_says_which_commands_have_no_json() -> None:
    text = " ".join(README.read_text(encoding="utf-8").split())
    found = re.search(r"All commands have `--json` except (.*?)\. ", text)
    assert found
    without = {name for name, entry in COMMANDS.items() if not _has_option(entry.module, "json")}
    assert set(re.findall(r"`([a-z]+)`", found[1])) == without


def _has_option(module: str, name: str) -> bool:
    return name in inspect.signature(importlib.import_module(module).run).parameters


def test_changelog_has_the_version() -> None:
    assert f"## [{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_links_in_documents_lead_somewhere() -> None:
    for path in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "INDEX.md",
        *sorted((ROOT / "docs").glob("*.md")),
    ):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_version_is_one() -> None:
    assert corpus_index.__version__ == PROJECT["version"]


def test_index_page_is_current(tmp_path: Path, record_golden: bool) -> None:
    out = tmp_path / "INDEX.md"
    command = [sys.executable, "-m", "cli", "index", "--output", str(out)]
    subprocess.run(command, cwd=ROOT, env=surroundings(tmp_path), check=True, capture_output=True)
    kept = ROOT / "INDEX.md"
    if record_golden:
        kept.write_bytes(out.read_bytes())
    assert kept.read_bytes() == out.read_bytes(), "without an index of your own, run: papers index"
