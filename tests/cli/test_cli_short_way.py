"""Plain searches go a shorter way, which prints what the other one prints, and imports nothing that it does not use."""

import io
import shlex
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from cli import folders
from cli.command_table import COMMANDS
from cli.main import main
from cli.quick import quick_call

NOT_PLAIN = [
    "search", "search --json", "search x --limit", "search x --limit 0", "search -x", "search x --limit=3",
    "search --help", "search x --db --json", "search x -- y", "search x --limit ٣", "list", "--db x search y", "",
    "search x --db ''", "search x --limit 9999999999",
]  # fmt: skip

PLAIN = {
    0: [
        "search attention", "search speculative decoding --limit 2", "search AIME24", "search Qwen2.5-Math 2502.17421",
        "search 'the of'", "search speculatve decodng", "search '\"long context\" (decoding OR kind:benchmark)'",
        "search 'bench:AIME24 score:>=70'", "search nope:x attention", "search '\"unclosed C++ 73.4% models'",
        "search naïve 🙂 decoding", "search moe --explain", "search decoding --json --limit 3", "show MiMo-V2-Flash",
        "show mimo v2 flsh", "show TrimR --json", "search 'model’s attention'", "search attent* --limit 50",
    ],
    1: [
        "search zzz", "search '()'", "search 模型 推理", "search 模型 --json", "show MiMo", "show zebrafish",
        "show zebrafish --json", "show 模型",
    ],
    2: ["search year:abc", "search x --db nowhere.db", "show ' '"],
}  # fmt: skip
"""Plain command lines by the exit code that both ways give."""

CONSOLES = {
    "a pipe": (False, "utf-8", {}),
    "a terminal": (True, "utf-8", {"TERM": "xterm", "COLUMNS": "53"}),
    "a console without most letters": (False, "ascii", {"FORCE_COLOR": "1", "COLUMNS": "200"}),
}
"""Whether it is a terminal, its encoding, and variables of the environment."""


class Stream(io.TextIOWrapper):
    """A stream that may be a terminal."""

    def __init__(self, terminal: bool, encoding: str) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding)
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether a person looks at it."""
        return self._terminal


@pytest.mark.parametrize("line", NOT_PLAIN)
def test_what_is_not_plain_is_left_to_typer(line: str) -> None:
    assert quick_call(shlex.split(line)) is None


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("console", CONSOLES)
@pytest.mark.parametrize(("code", "line"), [(code, line) for code, lines in PLAIN.items() for line in lines])
def test_both_ways_print_the_same_bytes(code: int, line: str, console: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, encoding, variables = CONSOLES[console]
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    def printed() -> tuple[int, bytes, bytes]:
        out, err = Stream(terminal, encoding), Stream(terminal, encoding)
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        return main(shlex.split(line)), out.bytes.getvalue(), err.bytes.getvalue()

    assert quick_call(shlex.split(line)) is not None
    short = printed()
    monkeypatch.setattr("cli.main.quick_call", lambda _: None)
    assert printed() == short
    assert short[0] == code
    assert short[1] or short[2]


_IMPORTED = """
import _sqlite3, sys
before = set(sys.modules)
from cli.main import main
main(sys.argv[1:])
sys.stderr.write("".join(f"\\nimported {name}" for name in set(sys.modules) - before))
"""

IMPORTS = {
    "search speculative decoding": {"math"},
    "search AIME24 models of 2025 --limit 3": {"math"},
    "show MiMo-V2-Flash": {"contextlib", "enum"},
}
"""Command lines, and what of the standard library they import beside the compiled half of `sqlite3`."""

ALWAYS = {"__future__", "collections.abc", "errno", "gc"}


@pytest.mark.parametrize("line", IMPORTS)
def test_the_short_way_imports_hardly_anything(index: Path, line: str) -> None:
    assert _imported(index, line) - ALWAYS == IMPORTS[line]


@pytest.mark.parametrize("line", [*IMPORTS, "search --json decoding", "search -decoding attention"])
def test_search_and_show_import_no_part_that_they_do_not_use(index: Path, line: str) -> None:
    loaded = _imported(index, line, own=True)
    stages = {f"corpus_index.{stage}" for stage in ("pages", "extract", "resolve", "pipeline", "export", "report")}
    others = {entry.module for name, entry in COMMANDS.items() if name != line.split(maxsplit=1)[0]}
    packages = {"pydantic", "sqlite_utils", "rich", "rapidfuzz", "pylatexenc", "numpy", "onnxruntime", "tokenizers"}
    assert not (stages | others | packages) & loaded
    assert ("typer" in loaded) == ("-decoding" in line)


def _imported(index: Path, line: str, *, own: bool = False) -> set[str]:
    """The modules that a command line imports, without or with those of the program."""
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTED, *line.split(), "--db", str(index)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = {line.removeprefix("imported ") for line in done.stderr.splitlines() if line.startswith("imported ")}
    return loaded if own else {name for name in loaded if name.split(".")[0] not in ("cli", "corpus_index")}


@pytest.mark.parametrize("folder", ["", "/data", "relative/data"])
def test_the_folders_are_those_of_the_system(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", folder)
    monkeypatch.setenv("XDG_CACHE_HOME", folder)
    assert folders.data_folder() == platformdirs.user_data_dir("corpus-index", appauthor=False)
    assert folders.cache_folder() == platformdirs.user_cache_dir("corpus-index", appauthor=False)
