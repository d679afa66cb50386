"""Whatever is raised becomes one line and an exit code."""

import os
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cli.boundary import guarded
from corpus_index.errors import NoSuchName, QueryError, StoreDamaged

ROOT = Path(__file__).parents[2]


def _recurse(depth: int = 0) -> int:
    return _recurse(depth + 1)


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (StoreDamaged("x.db", "is damaged", "restore it"), 2, "papers: x.db: is damaged; restore it\n"),
        (NoSuchName("x", "no such name"), 1, "papers: x: no such name\n"),
        (KeyboardInterrupt(), 130, "papers: interrupted\n"),
        (FileNotFoundError(2, "No such file or directory", "x.txt"), 2, "papers: x.txt: no such file or directory\n"),
        (OSError(28, "No space left on device"), 2, "papers: no space left on device\n"),
        (sqlite3.OperationalError("database is locked"), 2, "papers: the index cannot be used (database is locked)"),
        (sqlite3.DatabaseError("malformed"), 2, "papers: the index cannot be used"),
        (UnicodeEncodeError("utf-8", "\udcff", 0, 1, "no"), 2, "papers: what was given is no text in UTF-8"),
        (MemoryError(), 2, "papers: there is not enough memory"),
        (ZeroDivisionError("what"), 2, "papers: unexpected ZeroDivisionError: what"),
        (ValueError("two\nlines \x1b[31m"), 2, "papers: unexpected ValueError: two lines"),
    ],
)
def test_errors_become_one_line(
    error: BaseException, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> int:
        raise error

    assert guarded(work) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(words)
    assert printed.err.count("\n") == 1
    assert "\x1b" not in printed.err


@pytest.mark.parametrize(
    ("query", "place", "lines"),
    [
        ("year:abc", (5, 8), ["  year:abc", "       ^^^"]),
        ("模型 a\nb \x1b year:模型 c", (14, 16), ["  模型 a b \ufffd year:模型 c", "                  ^^^^"]),
        ("", (0, 0), ["  ", "  ^"]),
        ("x" * 50 + " has:y" + " z" * 60, (55, 56), ["  …" + "x" * 32 + " has:y" + " z" * 19 + "…", " " * 40 + "^"]),
        ("has:" + "y" * 500, (4, 504), ["  has:" + "y" * 38 + "…", "      " + "^" * 39]),
        ("has:" + "模" * 500, (4, 504), ["  has:" + "模" * 18 + "…", "      " + "^" * 37]),
    ],
)
def test_the_fault_of_a_query_is_pointed_at(
    query: str, place: tuple[int, int], lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> int:
        raise QueryError(query, "is wrong", "mend it", place)

    assert guarded(work) == 2
    assert capsys.readouterr().err.splitlines() == ["papers: is wrong; mend it", *lines]


def test_deep_recursion_becomes_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(_recurse) == 2
    assert capsys.readouterr().err == "papers: the input is nested too deeply\n"


def test_a_closed_pipe_is_success(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise BrokenPipeError(32, "Broken pipe")

    assert guarded(work) == 0
    assert capsys.readouterr().err == ""


def test_an_exit_keeps_its_code() -> None:
    assert guarded(lambda: sys.exit(3)) == 3
    assert guarded(lambda: 1) == 1


def test_with_a_flag_for_developers_errors_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERS_DEBUG", "1")

    def work() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        guarded(work)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipe is closed by its reader there")
def test_the_reader_of_a_pipe_goes_away(index: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "cli", "export", "--format", "jsonl", "--db", str(index)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    with program.stdout, program.stderr:
        program.stdout.read(10)
        program.stdout.close()
        errors = program.stderr.read()
        assert program.wait(60) == 0
    assert errors == b""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are other ones there")
def test_ctrl_c_while_reading(tmp_path: Path) -> None:
    import signal

    program = subprocess.Popen(
        [sys.executable, "-m", "cli", "add", "-", "--db", str(tmp_path / "new.db")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONFAULTHANDLER": "", "PAPERS_TEST": "1"},
    )
    assert program.stdin is not None
    assert program.stdout is not None
    assert program.stderr is not None
    with program.stdin, program.stdout, program.stderr:
        # More than a pipe holds is taken only by a program that reads, so that it is in the midst of its work then.
        program.stdin.write(b"Abstract:We present nothing at all here.\n" * 20_000)
        program.stdin.flush()
        # A signal just before the system is asked for more is seen only when the next one comes.
        for _ in range(10):
            program.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                program.wait(5)
                break
        assert program.returncode == 130
        assert program.stderr.read() == b"papers: interrupted\n"
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_odd_consoles(index: Path, encoding: str) -> None:
    environment = {
        **os.environ,
        "COLUMNS": "80",
        "PYTHONIOENCODING": encoding,
        "PAPERS_DB": str(index),
        "PYTHONUTF8": "0",
    }
    for command in (["show", "MiMo-V2-Flash"], ["show", "--json", "MiMo-V2-Flash"], ["search", "🙂 decoding"],
                    ["export"], ["list"], ["bench", "AIME24"]):  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "cli", *command], cwd=ROOT, env=environment, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        done.stdout.decode(encoding)


def test_json_is_ascii_where_the_console_is(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import json

    from cli import console

    for encoding in ("ascii", "utf-8"):
        target = io.BytesIO()
        stream = io.TextIOWrapper(target, encoding=encoding)
        monkeypatch.setattr("sys.stdout", stream)
        console.json_line(json.dumps("é 🙂 \x9b", ensure_ascii=False))
        stream.flush()
        written = target.getvalue()
        assert json.loads(written) == "é 🙂 \x9b"
        assert b"\\u009b" in written


_TERMINATED = """
import os, signal, sys
from cli import boundary
boundary.listen_for_termination()
sys.exit(boundary.guarded(lambda: os.kill(os.getpid(), signal.SIGTERM) or 0))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there a process that is terminated is not asked")
def test_termination_is_one_line() -> None:
    done = subprocess.run([sys.executable, "-c", _TERMINATED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (143, "", "papers: terminated\n")


@pytest.mark.skipif(os.name == "nt", reason="the shell of the test is that of Unix")
@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["list", "show TrimR", "list --json", "--help", "show ''", "add -"])
def test_closed_streams_are_no_failure(command: str, closed: str) -> None:
    run = ["sh", "-c", f'exec "$0" -m cli {command} {closed}', sys.executable]
    done = subprocess.run(run, cwd=ROOT, input=b"", capture_output=True, check=False)
    assert b"Traceback" not in done.stdout + done.stderr
    assert done.returncode == (2 if command in ("show ''", "add -") else 0)
