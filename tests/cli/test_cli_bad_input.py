"""Bad input: one clear line on standard error, the right exit code, nothing lost, no traceback."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest


def one_line(run: Any, code: int, *words: str) -> None:
    """Assert the exit code, one line on standard error with these words, and nothing on standard output."""
    assert run.code == code, run
    assert run.out == ""
    assert run.err.startswith("papers: ")
    assert run.err.count("\n") == 1, run.err
    assert "Traceback" not in run.err
    for word in words:
        assert word in run.err


def test_missing_file(papers: Any, tmp_path: Path) -> None:
    one_line(papers("parse", str(tmp_path / "no.txt")), 2, "no.txt")


def test_folder_without_pages(papers: Any, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    one_line(papers("parse", str(tmp_path / "pages")), 2, "pages")


BAD_PAGES: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": bytes(range(256)) * 20,
    "half a UTF-16 character": b"\xff\xfe" + "Abstract:We present nothing".encode("utf-16-le") + b"\x00",
    "no papers": b"Shopping list: eggs, flour, milk.\n",
}


@pytest.mark.parametrize("name", BAD_PAGES)
def test_pages_that_are_none(papers: Any, tmp_path: Path, name: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(BAD_PAGES[name])
    one_line(papers("parse", str(page)), 2, "page.txt")


def test_a_line_of_200_megabytes(papers: Any, tmp_path: Path) -> None:
    page = tmp_path / "long.txt"
    with page.open("wb") as file:
        file.truncate(200_000_000)
    one_line(papers("parse", str(page)), 2, "long.txt")


def test_add_refuses_each_with_its_reason_and_stores_the_good_one(
    papers: Any, index: Path, page: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    run = papers("add", str(tmp_path / "no.txt"), str(empty), str(page))
    text = " ".join(run.out.split())
    assert run.code == 2
    assert text.startswith(f"in {tmp_path}/ ")
    assert " refused no.txt: " in text
    assert " refused empty.txt: " in text
    assert "1 added, 2 refused; the index holds 44 papers" in text
    assert index.exists()


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("command", ["show", "links", "bench", "models"])
def test_an_unknown_name(papers: Any, command: str) -> None:
    one_line(papers(command, "Zyxwvutsrqp"), 1, "Zyxwvutsrqp")


def not_a_database(path: Path) -> None:
    """A text file."""
    path.write_text(
        "Abstract: this is no database at all, and long enough to have a header of one hundred bytes or so."
    )


def another_program(path: Path) -> None:
    """A database of another program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE papers (title TEXT)")
        connection.commit()


def newer_version(path: Path) -> None:
    """An index of a newer version."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1346457682")
        connection.execute("PRAGMA user_version = 999")
        connection.execute("CREATE TABLE papers (title TEXT)")
        connection.commit()


@pytest.mark.parametrize("make", [not_a_database, another_program, newer_version, Path.mkdir, Path.touch])
@pytest.mark.parametrize("command", [["search", "decoding"], ["show", "x"], ["info"], ["export"], ["add", "{page}"],
                                     ["remove", "x"]])  # fmt: skip
def test_a_file_that_is_no_index_is_left_as_it_is(
    papers: Any, tmp_path: Path, page: Path, make: Callable[[Path], object], command: list[str]
) -> None:
    path = tmp_path / "other.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    one_line(papers("--db", str(path), *(word.format(page=page) for word in command)), 2, "other.db")
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_damaged_index(papers: Any, index: Path) -> None:
    data = bytearray(index.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    index.write_bytes(data)
    one_line(papers("search", "decoding"), 2, "papers.db")


def test_a_named_index_that_does_not_exist(papers: Any, tmp_path: Path) -> None:
    one_line(papers("search", "x", "--db", str(tmp_path / "no.db")), 2, "no.db")


def test_a_folder_that_cannot_be_written(papers: Any, tmp_path: Path, page: Path) -> None:
    (tmp_path / "file").touch()
    one_line(papers("add", str(page), "--db", str(tmp_path / "file" / "papers.db")), 2, "papers.db")


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("target", ["file/out.bib", "missing/out.bib", "."])
def test_an_output_that_cannot_be_written(papers: Any, tmp_path: Path, target: str) -> None:
    (tmp_path / "file").touch()
    for command in (["export"], ["index"]):
        one_line(papers(*command, "--output", str(tmp_path / target)), 2, "give")


def test_an_export_of_a_read_only_index_warns_and_goes_on(papers: Any, index: Path) -> None:
    index.chmod(stat.S_IRUSR)
    if os.access(index, os.W_OK):
        pytest.skip("this user may write read-only files")
    run = papers("export", "--key", "TrimR")
    assert run.code == 0
    assert "keys may change later" in run.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["serch", "x"], ["did you mean search", "papers --help"]),
        (["What is it"], ["papers search"]),
        (["search"], ["QUERY", "papers search --help"]),
        (["search", "x", "--limt", "3"], ["--limt", "did you mean --limit"]),
        (["search", "x", "--limit", "0"], ["--limit"]),
        (["search", "x", "--limit", "many"], ["--limit"]),
        (["list", "--sort", "colour"], ["--sort"]),
        (["export", "--format", "word"], ["--format"]),
        (["info", "--db"], ["--db"]),
        (["info", "extra"], ["extra"]),
        (["--nope"], ["--nope"]),
        (["eval", "no-such-file.jsonl"], ["no-such-file.jsonl"]),
    ],
)
def test_wrong_usage(papers: Any, arguments: list[str], words: list[str]) -> None:
    one_line(papers(*arguments), 2, *words)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
@pytest.mark.parametrize("command", [["search", "x"], ["info"], ["add", "{page}"], ["remove", "x"]])
@pytest.mark.parametrize("kind", ["device", "pipe"])
def test_an_index_that_is_no_regular_file(
    papers: Any, tmp_path: Path, page: Path, command: list[str], kind: str
) -> None:
    path = Path(os.devnull)
    if kind == "pipe":
        path = tmp_path / "pipe"
        os.mkfifo(path)
    run = papers("--db", str(path), *(word.format(page=page) for word in command))
    one_line(run, 2, str(path), "is a device, a pipe or a socket")
    assert "delete" not in run.err


@pytest.mark.parametrize("place", [["--db", "", "info"], ["info", "--db", ""], ["info", "--db="],
                                   ["add", "--db", "", "{page}"], ["search", "x", "--db", ""]])  # fmt: skip
def test_an_empty_name_of_an_index(papers: Any, page: Path, place: list[str]) -> None:
    one_line(papers(*(word.format(page=page) for word in place)), 2, "--db: is empty")


def test_an_empty_variable_is_none(papers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERS_DB", "")
    run = papers("list", "--limit", "1")
    assert run.code == 0
    assert "demonstration index" in run.err


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_only_the_folder_of_the_system_is_made(
    papers: Any, tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch, dry: list[str]
) -> None:
    path = tmp_path / "mistyped" / "papers.db"
    one_line(papers("add", str(page), "--db", str(path), *dry), 2, "mistyped does not exist; make it")
    monkeypatch.setenv("PAPERS_DB", str(path))
    one_line(papers("add", str(page), *dry), 2, "mistyped does not exist; make it")
    assert not path.parent.exists()
    monkeypatch.delenv("PAPERS_DB")
    assert papers("add", str(page), *dry).code == 0
    assert bool(list(tmp_path.glob("person/**/papers.db"))) == (not dry)


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("command", [["show"], ["links"], ["bench"], ["models"], ["list"], ["export"], ["remove"],
                                     ["export", "--key"], ["eval"], ["parse"], ["add"], ["info"], []])  # fmt: skip
def test_a_pasted_page_is_not_repeated_in_the_message(papers: Any, command: list[str]) -> None:
    run = papers(*command, "xyz" * 30_000)
    assert run.code in (1, 2)
    assert 0 < len(run.err) < 1_500


def test_a_paragraph_longer_than_any_abstract_names_the_limit(papers: Any, tmp_path: Path) -> None:
    page = tmp_path / "long.txt"
    page.write_text("Abstract: We present a method. " * 1_000, encoding="utf-8")
    one_line(papers("parse", str(page)), 2, "30,999 characters", "at most 20,000")


@pytest.fixture
def emptied(index: Path) -> Path:
    """An index from which all was taken out."""
    with closing(sqlite3.connect(index)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM pages")
        connection.execute("DELETE FROM papers")
        connection.commit()
    return index


@pytest.mark.usefixtures("emptied")
@pytest.mark.parametrize("command", ["bench", "models", "list", "export", "links", "search decoding", "list decoding",
                                     "export decoding", "bench --query decoding"])  # fmt: skip
def test_an_emptied_index_says_so(papers: Any, command: str) -> None:
    run = papers(*command.split())
    assert (run.code, run.out) == (1, "")
    assert run.err.splitlines()[0] == "papers: the index is empty; add pages: papers add PATH"
    assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["show", "links", "models", "bench"])
@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name(papers: Any, command: str, name: str) -> None:
    one_line(papers(command, name), 2, "NAME: is empty", "papers list")


@pytest.mark.usefixtures("index")
def test_a_name_without_a_word_is_not_sent_to_search(papers: Any) -> None:
    one_line(papers("show", "?!"), 1, "papers list")


@pytest.mark.parametrize("command", ["list", "search x", "show x", "export", "bench", "info", "cite x", "backup x", ""])
@pytest.mark.parametrize("named", ["--db", "$PAPERS_DB"])
def test_an_index_that_is_named_and_missing_is_no_other(
    papers: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, named: str
) -> None:
    missing = tmp_path / "nofile.db"
    if named == "$PAPERS_DB":
        monkeypatch.setenv("PAPERS_DB", str(missing))
        run = papers(*command.split())
    else:
        run = papers("--db", str(missing), *command.split())
    one_line(run, 2, f"{missing}: there is no index here", "papers add PATH")
    assert run.out == ""
    assert not missing.exists()


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize(("target", "words"), [("trimr", "did you mean TrimR\n"), ("zzzzz", "papers list shows")])
def test_removing_what_is_no_key_is_never_guessed(papers: Any, target: str, words: str) -> None:
    one_line(papers("remove", target), 1, target, words)
