"""Nothing that a page, a file name or a pasted word holds acts on a terminal, whatever command prints it."""

import io
import re
import shutil
import sys
import unicodedata
from pathlib import Path

import hostile_index
import pytest
from attacks import EVERY, TERMINAL

import corpus_index
from cli.command_table import COMMANDS
from cli.main import main
from cli.untrusted import clean

ATTACK = "".join(TERMINAL)
COMMAND_LINES = (
    """
search accuracy | search accuracy --explain | search accuracy --json | search accuracz | search title:{attack}
search year:{attack} | search {attack}
show MiMo-V2-Flash | show MiMo-V2-Flash --json | show Qwen | show {attack} | show MiMo-V2-Flash --sources
list | list --json | browse {attack} | links MiMo-V2-Flash | links | links --most-cited | links {attack}
links ARL-Tangram --to MiMo-V2-Flash | missing | missing --json | related TrimR | related {attack}
bench | bench {benchmark} | bench {benchmark} --json | bench {benchmark} --format csv
bench {benchmark} --format markdown | bench {benchmark} --format latex | bench {attack}
models | models {model} | models {attack} | compare TrimR MiMo-V2-Flash | compare {attack} TrimR
check | check --json
export key:TrimR | export key:TrimR --format biblatex | export key:TrimR --format ris
export key:TrimR --format csl-json | export key:TrimR --format jsonl | export key:TrimR --format csv
export key:TrimR --format markdown | export {attack} | export --key {attack}
export --cited-in {folder}/{file} | export --key-pattern {attack} | export --output {folder}/no/{attack}
cite TrimR | cite {attack} | cite TrimR --style {attack}
graph | graph --format graphml | graph --format mermaid | graph --format json | graph {attack}
index | site {folder}/site | site {folder}/{file}
set TrimR title {attack} | set TrimR {attack} x | tag TrimR {attack} | note TrimR {attack}
show TrimR | list tag:* | add {folder}/{file} | add {folder}/no/{attack} | parse {folder}/{file}
parse {folder}/{file} --format table | parse {folder}/{file} --explain-reader
parse {folder}/{file} --format table --explain-facts | enrich {folder}/{file} | enrich {attack}
why TrimR MiMo-V2-Flash | why {attack} TrimR | merge TrimR MiMo-V2-Flash | merge {attack} TrimR | split TrimR {attack}
undo --dry-run | undo | remove TrimR --dry-run | remove {attack} | info | info --json
backup {attack} | backup {folder}/{file}.db
reindex | reindex --engine {attack} | eval {folder}/{file} | eval {attack} | completion bash
backup {folder}/copy.db | backup {folder}/no/{attack}
completion {attack} | serve --port {attack} | mcp --db {attack} | --complete show Ga | --complete bench {attack}
--db {attack} list | {attack} | --{attack} | remove --query accuracy
rebuild | info --verify | repair
""".replace("\n", " | ")
    .strip(" |")
    .split(" | ")
)
_OWN = re.compile(
    r"\x1b\[\?25l|\r\x1b\[2K(?:\x1b\[1A\x1b\[2K)*|\x1b\[\?25h\r(?:\x1b\[1A\x1b\[2K)*|\x1b\[(?!7;33m)[0-9;]+m"
)
"""How rich moves its bar, whole, and the colours of this program, of which the attack has none."""


class Terminal(io.TextIOWrapper):
    """A stream that a person looks at."""

    def __init__(self) -> None:
        self._printed = io.BytesIO()
        super().__init__(self._printed, "utf-8")

    def isatty(self) -> bool:
        """It is one."""
        return True

    def text(self) -> str:
        """What was printed."""
        self.flush()
        return self._printed.getvalue().decode()


@pytest.fixture
def surroundings(seed_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an index in which every text holds every attack."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "person"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PAPERS_DB", str(tmp_path / "papers.db"))
    shutil.copyfile(seed_index, tmp_path / "papers.db")
    hostile_index.poison(tmp_path / "papers.db", ATTACK)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def obeyed(text: str) -> set[str]:
    """The characters of a text that a terminal obeys, reorders by, or does not show, but for joiners and line ends."""
    kept = {"\n", "\u200c", "\u200d"}
    return {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} - kept


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) <= {line.split()[0] for line in COMMAND_LINES}


def test_what_a_page_adds_to_the_codes_of_a_bar_is_seen() -> None:
    bar = "\x1b[?25l\r\x1b[2K━\r\x1b[2K━\n\x1b[?25h\r\x1b[1A\x1b[2K\x1b[1;35mpapers\x1b[0m"
    assert not obeyed(_OWN.sub("", bar))
    for place in (at for at in range(len(bar) + 1) if not re.match(r"[0-9;?\[]*[A-Za-z]", bar[at:])):
        assert obeyed(_OWN.sub("", f"{bar[:place]}\r{bar[place:]}")), place
        assert obeyed(_OWN.sub("", f"{bar[:place]}\x1b[7;33m{bar[place:]}")), place


def test_no_command_prints_what_a_terminal_obeys(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attack = ATTACK.replace("\0", "").encode("utf-8", "replace").decode()
    file = re.sub(r"[/\0]", "", attack)[:80] + ".md"
    (surroundings / file).write_text(f"Abstract: We present {attack} accuracy of 5% on GSM8K.\n" * 3, encoding="utf-8")
    with corpus_index.open(surroundings / "papers.db") as library:
        names = {"benchmark": library.benchmarks()[0].name, "model": library.models()[0].name}
    for line in COMMAND_LINES:
        words = [word.format(attack=attack, folder=surroundings, file=file, **names) for word in line.split()]
        out, err = Terminal(), Terminal()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        code = main(words)
        assert code in (0, 1, 2), line
        for stream in (out, err):
            assert not obeyed(_OWN.sub("", stream.text())), line
            assert "unexpected" not in stream.text(), line
            assert "Traceback" not in stream.text(), line


@pytest.mark.parametrize("text", EVERY)
def test_cleaned_text_is_one_line_that_reads_as_before(text: str) -> None:
    cleaned = clean(text)
    assert not obeyed(cleaned)
    assert "\n" not in cleaned
    assert clean(cleaned) == cleaned
    kept, shown = ([char for char in each if char.isprintable() and char not in " \ufffd"] for each in (text, cleaned))
    assert shown == kept
