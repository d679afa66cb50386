"""Each shell that has a script, as it is, with the program behind the Tab key."""

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from newcomer import ROOT

HOSTILE = "Zz $(touch owned);`touch owned`|touch owned&'\"\\!*?[]{}~#"
"""The name of a model that a shell would run, if it were not quoted."""

BASH_OFFERS: list[tuple[list[str], list[str]]] = [
    (["expo"], ["export"]),
    (["show", "LongSp"], ["LongSpec"]),
    (["bench", "AIME\\ 2025-"], ["AIME\\ 2025-I", "AIME\\ 2025-II"]),
    (["bench", '"AIME 2025-'], ["AIME 2025-I", "AIME 2025-II"]),
    (["search", "bench", ":", "AMC"], ["AMC", "AMC12", "AMC-2023"]),
    (["search", "'deep cites:LongS"], ["deep cites:LongSpec"]),
    (["search", "'bench:AMC"], ["bench:AMC", "bench:AMC12", "bench:AMC-2023"]),
]
"""Words of unfinished lines, broken and quoted as bash has them, and what it is offered."""

FISH_OFFERS = {
    "papers expo": ["export"],
    "papers show LongSp": ["LongSpec"],
    "papers bench AIME\\ 2025-": ["AIME 2025-I", "AIME 2025-II"],
    "papers search bench:AMC": ["bench:AMC", "bench:AMC12", "bench:AMC-2023"],
    "papers models Zz": [HOSTILE],
}

ZSH_MAKES = {
    "papers expo": "papers export ",
    "papers show LongSp": "papers show LongSpec ",
    "papers bench AIME\\ 2025-": "papers bench AIME\\ 2025-I",
    "papers search bench:AMC-2": "papers search bench:AMC-2023 ",
    "papers search 'bench:\"AMC 2": "papers search 'bench:\"AMC 2023\"' ",
    "papers models Zz": "papers models " + re.sub(r"(?=[^A-Za-z])", r"\\", HOSTILE) + " ",
}
"""Unfinished lines, and what stands there after the Tab key."""

BASH = """
eval "$(papers completion bash)"
[[ $(complete -p papers) == *'-F _papers_complete papers' ]] || exit 1
"""
BASH_MAKES = """
eval "made=($COMPREPLY)"; printf '%s\\n' "${#made[@]}" "$made"
"""
"""What the shell takes the first offer for, where it is accepted."""

BASH_WORDS = """
COMP_WORDS=(papers {words}); COMP_CWORD={last}; _papers_complete papers; printf '%s\\n' "${{COMPREPLY[@]}}" ==
"""
FISH = """
papers completion fish | source
for line in $argv
    complete -C $line
    echo ==
end
"""
ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1= PS2=; autoload -Uz compinit && compinit -D -u; eval "$(papers completion zsh)"'
zpty -w shell 'shown() { print -r -- "<$BUFFER>" }; zle -N shown; bindkey "^X" shown; print -r -- "re""ady"'
zpty -r shell line '*ready*'
for typed in "$@"; do
    zpty -w -n shell $'\x15'"$typed"$'\t\x18'
    zpty -r shell line '*<*>*'
    print -r -- "${${line##*<}%>*}"
done
"""
"""Types each line in a terminal of its own, presses the Tab key, and prints what then stands there."""

Shell = Callable[..., list[str]]


@pytest.fixture
def shell(index: Path, tmp_path: Path) -> Shell:
    """Run a shell, in which `papers` is this program, on a script with arguments; give the lines that it prints."""
    with closing(sqlite3.connect(index)) as connection:
        connection.execute("UPDATE names SET name = ?, folded = 'zz' WHERE folded = 'qwen2.5'", (HOSTILE,))
        connection.commit()
    program = tmp_path / "bin" / "papers"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PAPERS_DB": str(index), "PATH": path, "HOME": str(tmp_path)}

    def run(name: str, options: list[str], script: str, *arguments: str) -> list[str]:
        if shutil.which(name) is None:
            pytest.skip(f"there is no {name} here")
        file = tmp_path / f"script.{name}"
        file.write_text(script, encoding="utf-8")
        done = subprocess.run(
            [name, *options, str(file), *arguments], capture_output=True, check=True, encoding="utf-8",
            env=environment, cwd=tmp_path,
        )  # fmt: skip
        assert done.stderr == ""
        assert not list(tmp_path.rglob("owned"))
        return done.stdout.splitlines()

    return run


def test_bash_completes(shell: Shell) -> None:
    calls = [BASH_WORDS.format(words=" ".join(map(shlex.quote, words)), last=len(words)) for words, _ in BASH_OFFERS]
    hostile = BASH_WORDS.format(words="models Zz", last=2) + BASH_MAKES
    printed = shell("bash", ["--norc"], BASH + "".join(calls) + hostile)
    expected = [line for _, offered in BASH_OFFERS for line in (*offered, "==")]
    assert printed[: len(expected)] == expected
    assert printed[-2:] == ["1", HOSTILE]


def test_fish_completes(shell: Shell) -> None:
    printed = shell("fish", ["-N"], FISH, *FISH_OFFERS)
    assert printed == [line for offered in FISH_OFFERS.values() for line in (*offered, "==")]


def test_zsh_completes(shell: Shell) -> None:
    assert shell("zsh", ["-f"], ZSH, *ZSH_MAKES) == list(ZSH_MAKES.values())


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(papers: Any, name: str) -> None:
    run = papers("completion", name)
    assert run.code == 0
    assert "--complete" in run.out
