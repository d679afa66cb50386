"""Colour, width, and text of pages on a terminal."""

import io
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from cli import console
from cli.layout import width_of, wrap
from cli.patterns import expanded
from cli.untrusted import clean, clean_json


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.mark.parametrize(
    ("environment", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour(environment: dict[str, str], terminal: bool, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.has_colour(Terminal() if terminal else io.StringIO()) == coloured


@pytest.mark.parametrize(("columns", "width"), [("80", 80), ("200", 100), ("10", 40), ("", 80), ("many", 80)])
def test_width(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert console.width() == width


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("command", ["search decoding", "show TrimR", "list", "bench", "bench AIME24", "models",
                                     "models QwQ-32B", "check", "links", "info"])  # fmt: skip
def test_colours_add_nothing_but_colour(papers: Any, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    import re

    plain = papers(*command.split())
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = papers(*command.split())
    assert "\x1b[" in coloured.out
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured.out)
    assert [line.rstrip() for line in stripped.splitlines()] == plain.out.splitlines()


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("tab\tand\r\nline", "tab and line"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("bell\x07 null\0 csi\x9b31m", "bell\ufffd null\ufffd csi\ufffd31m"),
        ("gpj.\u202eexe", "gpj.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("half \ud800", "half \ufffd"),
        ("[bold]no markup[/bold] :smile:", "[bold]no markup[/bold] :smile:"),
        ("Gödel 漢字 🙂 e\u0301", "Gödel 漢字 🙂 e\u0301"),
    ],
)
def test_untrusted_text_is_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert clean(cleaned) == cleaned


def test_json_keeps_its_value_and_loses_its_power() -> None:
    import json

    text = "\x9b31m \u202e \u2028 \x7f \ud800 é"
    safe = clean_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(safe) == text
    assert not set("\x9b\u202e\u2028\x7f\ud800") & set(safe)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("", 0), ("é", 1)])
def test_width_of_text(text: str, width: int) -> None:
    assert width_of(text) == width


def test_width_is_that_of_every_character_alone() -> None:
    wide = {"W": 2, "F": 2}
    for char in map(chr, range(0x3000)):
        alone = 0 if unicodedata.combining(char) else wide.get(unicodedata.east_asian_width(char), 1)
        assert width_of(char) == alone, hex(ord(char))


def test_wrapping_breaks_at_spaces_and_keeps_styles() -> None:
    lines = list(wrap([("one ", ""), ("two", "mark"), (" three", "")], 9, "- ", "  "))
    assert lines == [[("- one ", ""), ("two", "mark")], [("  three", "")]]


def test_a_word_that_no_line_holds_is_cut() -> None:
    lines = ["".join(text for text, _ in line) for line in wrap([("x" * 95, "")], 40, "  ", "    ")]
    assert all(len(line) <= 40 for line in lines)
    assert sum(line.count("x") for line in lines) == 95


BROKEN: dict[str, tuple[str, list[str]]] = {
    "a path behind its slashes": ("see /data/person/papers/saved-pages/2026-11-22.txt:17",
                                  ["see /data/person/", "papers/saved-pages/", "2026-11-22.txt:17"]),
    "not at its first ones": ("in the folder, /data/person/papers-of-november",
                              ["in the folder,", "/data/person/", "papers-of-november"]),
    "what fits the next line is left whole": ("accuracy on this pass/fail test",
                                              ["accuracy on this", "pass/fail test"]),
    "Chinese anywhere": ("QwQ · 大语言模型推理能力综述从思维链", ["QwQ · 大语言模型推理能", "力综述从思维链"]),
    "but not before a sign that closes": ("大语言模型推理能力综述，从思维链", ["大语言模型推理能力综", "述，从思维链"]),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_where_words_are_broken(case: str) -> None:
    text, lines = BROKEN[case]
    assert ["".join(piece for piece, _ in line) for line in wrap([(text, "")], 22)] == lines


def test_a_file_format_is_exact_in_a_pipe_and_harmless_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, printed in ((io.StringIO(), "a\x1b[2J\n  b\n"), (Terminal(), "a\ufffd[2J\n  b\n")):
        monkeypatch.setattr("sys.stdout", stream)
        console.raw("a\x1b[2J\n  b\n")
        assert stream.getvalue() == printed


def test_a_message_is_one_line_in_a_pipe_and_broken_between_words_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    lines = "papers: nothing has\n  this name\n"
    for stream, printed in ((io.StringIO(), "papers: nothing has this name\n"), (Terminal(), lines)):
        monkeypatch.setattr("sys.stderr", stream)
        console.say("papers: nothing has this name")
        assert stream.getvalue() == printed


def test_patterns_are_expanded_where_the_shell_does_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c[1].txt"):
        (tmp_path / name).touch()
    pattern, literal, missing = str(tmp_path / "?.txt"), str(tmp_path / "c[1].txt"), str(tmp_path / "*.pdf")
    given = [pattern, literal, missing, "-"]
    assert expanded(given, shell_expands=True) == given
    files = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert expanded(given, shell_expands=False) == [*files, literal, missing, "-"]
