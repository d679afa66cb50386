"""Paths to bytes, and every way in which that fails."""

import bz2
import gzip
import io
import lzma
import os
import sys
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import pytest
import zstandard

from corpus_index import pages
from corpus_index.errors import NotText, PageError, PageTooLarge, SourceMissing, SourceUnreadable
from corpus_index.pages.decode import MOST_BYTES
from corpus_index.pages.source import BEGINNING

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, links and permissions of POSIX")


def read(*paths: str, stdin: bytes | None = None) -> Sequence[pages.Source | PageError]:
    """Read all sources."""
    return list(pages.sources(paths, io.BytesIO(stdin) if stdin is not None else None))


def problem(path: str) -> PageError:
    """The one error that a path gives."""
    (error,) = read(path)
    assert isinstance(error, PageError)
    assert error.hint
    assert "\n" not in str(error)
    return error


def test_files_in_the_order_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b.txt").write_bytes(b"b")
    Path("a.txt").write_bytes(b"a")
    assert read("b.txt", "./a.txt") == [pages.Source("b.txt", b"b"), pages.Source("./a.txt", b"a")]


def test_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("in/z.txt", "in/a/2.txt", "in/a/10.txt", "in/B.md", "in/.hidden", "in/.git/config"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(name.encode())
    names = [source.name for source in read("in") if isinstance(source, pages.Source)]
    assert [Path(name).as_posix() for name in names] == ["in/B.md", "in/a/10.txt", "in/a/2.txt", "in/z.txt"]
    assert list(pages.expand(["in"])) == list(pages.expand(pages.expand(["in"]))) == names  # type: ignore[arg-type]


def test_standard_input_is_read_once() -> None:
    first, second = read("-", "-", stdin=b"text")
    assert first == pages.Source("-", b"text")
    assert isinstance(second, SourceUnreadable)
    assert "already" in second.what


def test_no_standard_input() -> None:
    assert isinstance(problem("-"), SourceUnreadable)


def test_sources_are_read_one_at_a_time(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"1")
    each = pages.sources([str(tmp_path)])
    next(each)
    (tmp_path / "b").write_bytes(b"2")
    assert next(each) == pages.Source(str(tmp_path / "b"), b"2")


@pytest.mark.parametrize("path", ["no/such/page.txt", "", "a\0b"])
def test_missing(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(problem(path), SourceMissing)


def test_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    assert isinstance(problem(str(tmp_path / "a" / "b")), SourceMissing | SourceUnreadable)


def test_folder_without_pages(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".hidden").write_bytes(b"1")
    error = problem(str(tmp_path / "in"))
    assert isinstance(error, SourceMissing)
    assert error.what == "holds no pages"


def test_a_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    kinds = [type(each) for each in read("no such file", str(tmp_path / "a"))]
    assert kinds == [SourceMissing, pages.Source]


def test_only_the_beginning_of_what_is_too_large_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 1024**2)
    (source,) = read(str(huge))
    assert isinstance(source, pages.Source)
    assert len(source.data) == BEGINNING
    assert source.reopen is not None
    with source.reopen() as file:
        assert file.read(1) == b"\0"
    with pytest.raises(PageTooLarge):
        pages.line_reader(source)


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_compressed_files_are_unpacked(compress: Callable[[bytes], bytes], tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(compress(b"a page"))
    (source,) = read(str(tmp_path / "page"))
    assert source == pages.Source(str(tmp_path / "page"), b"a page")
    (tmp_path / "cut").write_bytes(compress(b"a page" * 100)[:-9])
    assert "cannot be unpacked" in problem(str(tmp_path / "cut")).what
    assert read("-", stdin=compress(b"a page")) == [pages.Source("-", b"a page")]


def test_archives_are_taken_apart(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "saved.zip", "w") as archive:
        archive.writestr("b/two.txt", "two")
        archive.writestr(".hidden", "no")
        archive.writestr("a.txt", "one")
    name = str(tmp_path / "saved.zip")
    assert read(name) == [pages.Source(f"{name}/b/two.txt", b"two"), pages.Source(f"{name}/a.txt", b"one")]
    (tmp_path / "cut.zip").write_bytes((tmp_path / "saved.zip").read_bytes()[:-30])
    assert "cannot be unpacked" in problem(str(tmp_path / "cut.zip")).what


@pytest.mark.parametrize(
    ("paths", "what"), [([], "no files"), (["a/"], "no files"), ([".a", "__MACOSX/b", "../c"], "only hidden files")]
)
def test_archives_without_pages(paths: Sequence[str], what: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as archive:
        for path in paths:
            archive.writestr(path, "text")
    assert what in problem(str(tmp_path / "none.zip")).what


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_tar_archives_are_named(mode: Literal["w", "w:gz"], tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("text", encoding="utf-8")
    with tarfile.open(tmp_path / "saved", mode) as archive:
        archive.add(tmp_path / "page.txt", "page.txt")
    (source,) = read(str(tmp_path / "saved"))
    assert isinstance(source, pages.Source)
    with pytest.raises(NotText, match="is a tar archive, not text; unpack it"):
        pages.load(source.name, source.data)


class Endless(io.RawIOBase):
    """A stream that never ends and counts what was taken from it."""

    taken = 0

    def read(self, size: int = -1) -> bytes:
        """Give what was asked for."""
        assert 0 <= size <= MOST_BYTES + 1
        self.taken += size
        return bytes(size)


def test_endless_standard_input() -> None:
    with Endless() as stream:
        (error,) = pages.sources(["-"], stream)  # type: ignore[arg-type]
        assert isinstance(error, PageTooLarge)
        assert stream.taken == MOST_BYTES + 1


@posix
def test_pipes_and_devices(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "named pipe" in problem(str(tmp_path / "pipe")).what
    assert "named pipe" in problem(str(tmp_path)).what
    assert "device" in problem(os.devnull).what


@posix
def test_links(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "around").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "broken").symlink_to("nowhere")
    error = problem(str(tmp_path / "in"))
    assert isinstance(error, SourceMissing)
    assert "link" in error.what


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_permission(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "a").chmod(0)
    assert isinstance(problem(str(tmp_path / "a")), SourceUnreadable)


def test_system_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"1")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    error = problem(str(tmp_path / "a"))
    assert isinstance(error, SourceUnreadable)
    assert "permission" in error.what


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are no text")
def test_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/br\xf6tchen.txt"
    Path(os.fsdecode(path)).write_bytes(b"1")
    (source,) = read(os.fsdecode(path))
    assert isinstance(source, pages.Source)
    assert source.name.endswith("br\\xf6tchen.txt")
    assert source.name.encode("utf-8")
