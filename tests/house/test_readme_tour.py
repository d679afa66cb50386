"""The tour in the README shows what the program prints."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

from newcomer import surroundings

README = Path(__file__).parents[2] / "README.md"
_BLOCK = re.compile(r"(```console\n)(.*?)(```\n)", re.DOTALL)
_STEP = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_HEAD = re.compile(r"\s*\| head -n (\d+)$")


def printed(command: str, folder: Path, environment: dict[str, str]) -> str:
    """What a command of the tour prints; a pipe into `head` is carried out here, as on any system."""
    head = _HEAD.search(command)
    program, *arguments = shlex.split(command[: head.start()] if head else command)
    assert program == "papers"
    done = subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "".join(line + "\n" for line in (lines[: int(head[1])] if head else lines))


def test_tour(tmp_path: Path, record_golden: bool) -> None:
    def step(found: re.Match[str]) -> str:
        command, output = found.groups()
        if command.startswith("cat "):
            (tmp_path / command.removeprefix("cat ")).write_text(output, encoding="utf-8", newline="\n")
        else:
            output = printed(command, tmp_path, surroundings(tmp_path))
        return f"$ {command}\n{output}"

    text = README.read_text(encoding="utf-8")
    current = _BLOCK.sub(lambda block: block[1] + _STEP.sub(step, block[2]) + block[3], text)
    if record_golden:
        README.write_text(current, encoding="utf-8", newline="\n")
        text = current
    assert text == current, "run: python -m pytest tests/house --record-golden"


def test_output_fits_80_columns() -> None:
    for block in _BLOCK.finditer(README.read_text(encoding="utf-8")):
        for found in _STEP.finditer(block[2]):
            if not found[1].startswith(("cat ", "papers export")):
                assert all(len(line) <= 80 for line in found[2].splitlines())
