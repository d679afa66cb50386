"""Archives, feeds and files that would fill memory, never end, or lead elsewhere: refused, and the rest is read."""

import gzip
import io
import json
import lzma
import os
import sys
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import zstandard
from attacks import NAMES
from made_pages import LONG, OTHER

from corpus_index import pages
from corpus_index.domain.report import Outcome
from corpus_index.errors import NoReaderFits, PageError
from corpus_index.pipeline import add, parse

SMALL = 64 * 1024
"""What stands for 64 MB here."""
PAPER = json.dumps({"id": "2001.00001", "title": "Bread at Home", "abstract": LONG, "authors": ["Jane Doe"]}).encode()
LINES = (PAPER + b"\n") * (40 * SMALL // len(PAPER))
TINY = b"".join(b'{"paperId": "%d", "title": "a%d"}\n' % (number, number) for number in range(10_001))
EMPTY = b'{"paperId": "1", "title": "a"}\n' * 20 + b"\n" * (SMALL + 10_000)
MANY = "more than the 10,000 lines"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2001.00001v2</id>'
    f"<title>Bread</title><summary>{OTHER} %s</summary></entry></feed>"
)
QUADRATIC = f"<!DOCTYPE feed [<!ENTITY a '{'a' * 10_000}'>]>" + ATOM % ("&a;" * 10_000)
LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")


def zipped(**members: bytes) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def xz_of_gigabytes() -> bytes:
    """An xz file whose header asks for a dictionary of 4 GB."""
    data = bytearray(lzma.compress(b"Abstract: " + LONG.encode()))
    start = data.index(b"\x21\x01", 12)
    data[start + 2] = 40
    size = (data[12] + 1) * 4
    data[12 + size - 4 : 12 + size] = zlib.crc32(bytes(data[12 : 12 + size - 4])).to_bytes(4, "little")
    return bytes(data)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limits of sizes, made small, so that the tests are quick."""
    limits = {
        "source": {"MOST_BYTES": SMALL, "AT_ONCE": SMALL, "BEGINNING": SMALL // 4, "MOST_RECORDS": 100},
        "unpacking": {"MOST_BYTES": SMALL},
        "parts": {"MOST_BYTES": SMALL, "LONGEST_LINE": SMALL // 8, "MOST_LINES": 10_000, "LINES": 80},
        "decode": {"MOST_BYTES": SMALL, "MOST_LINES": 2_000},
        "sheet": {"MOST_TAGS": 1_000, "MOST_NODES": 1_500},
        "composing": {"MOST_RECORDS": 100},
    }
    for module, values in limits.items():
        for name, value in values.items():
            monkeypatch.setattr(sys.modules[f"corpus_index.pages.{module}"], name, value)


BOMBS: dict[str, tuple[Callable[[], bytes], str | None]] = {
    "lines.gz": (lambda: gzip.compress(LINES), "more than 200 times as large"),
    "lines.xz": (lambda: lzma.compress(LINES), "more than 200 times as large"),
    "lines.zst": (lambda: zstandard.compress(LINES), "more than 200 times as large"),
    "zeros.gz": (lambda: gzip.compress(bytes(40 * SMALL)), "too large"),
    "zeros.zip": (lambda: zipped(a=bytes(40 * SMALL)), "more than 200 times as large"),
    "many.zip": (lambda: zipped(**{f"{n}.txt": bytes(SMALL // 2) for n in range(30)}), "more than 200 times as large"),
    "nested.zip": (lambda: zipped(inner=zipped(a=b"Abstract: " + LONG.encode())), "is a ZIP archive"),
    "nested.gz": (lambda: gzip.compress(gzip.compress(b"x")), "is a gzip archive"),
    "dictionary.xz": (xz_of_gigabytes, None),
    "tiny.jsonl": (lambda: TINY, MANY),
    "tiny.jsonl.gz": (lambda: gzip.compress(TINY), MANY),
    "tiny.jsonl.xz": (lambda: lzma.compress(TINY), MANY),
    "tiny.jsonl.zst": (lambda: zstandard.compress(TINY), MANY),
    "tiny.zip": (lambda: zipped(tiny=TINY), MANY),
    "empty.jsonl": (lambda: EMPTY, MANY),
    "lines.txt": (lambda: b"a\n" * 2_001, "has 2,001 lines"),
    "tags.html": (lambda: b"<html><body>" + b"<p>" * 1_001, "tags, as no page"),
    "entries.xml": (lambda: b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"<entry/>" * 1_500, "tags and attributes"),
    "attributes.xml": (lambda: b"<?xml version='1.0'?><a>" + b"<b c='d'/>" * 800 + b"</a>", "tags and attributes"),
    "objects.json": (lambda: b"[" + b"{}," * 1_500 + b"{}]", "objects and lists"),
    "records.csv": (lambda: b"title,abstract\n" + b"a,b\n" * 101, "more than the 100 papers"),
    "deep.json": (lambda: b"[" * 30_000, "no papers found"),
    "laughs.xml": (f"<!DOCTYPE feed [<!ENTITY l0 'ha'>{LAUGHS}]>{ATOM % '&l11;'}".encode, None),
    "quadratic.xml": (lambda: QUADRATIC.encode()[: SMALL - 1], None),
    "parameter.xml": (lambda: b"<!DOCTYPE feed SYSTEM 'file:///dev/zero' [<!ENTITY % p SYSTEM 'file:///dev/zero'> %p;]>"
                      + (ATOM % "").encode(), None),
}  # fmt: skip
"""Files by what is wrong with them, and what the refusal says; `None` where some versions of libraries read them."""


@pytest.mark.usefixtures("small")
def test_a_bomb_is_one_refusal_and_the_rest_is_added(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, (data, _) in BOMBS.items():
        (folder / name).write_bytes(data())
    (folder / "zz.txt").write_text(f"Abstract: {LONG}\n\nAbstract: {OTHER}\n", encoding="utf-8")
    report = add(tmp_path / "papers.db", [str(folder)])
    told = {Path(each.source).relative_to(folder).parts[0]: each for each in report.sources}
    assert set(told) == {*BOMBS, "zz.txt"}
    assert told["zz.txt"].outcome is Outcome.ADDED
    for name, (_, says) in BOMBS.items():
        if says is not None:
            assert told[name].outcome is Outcome.REFUSED, name
            assert says in str(told[name].problem)
        assert "\n" not in str(told[name].problem)


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret", encoding="utf-8")
    for declared in (
        f"<!ENTITY l0 'ha'>{LAUGHS}<!ENTITY x '&l11;'>",
        f"<!ENTITY x SYSTEM '{(tmp_path / 'secret').as_uri()}'>",
        "<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>",
    ):
        text = f"<?xml version='1.0'?><!DOCTYPE feed [{declared}]>{ATOM % '&x;'}"
        with suppress(NoReaderFits):
            read = pages.split(pages.load("feed.xml", text.encode()))
            assert "secret" not in read.page.text
            assert "haha" not in read.page.text


@pytest.mark.usefixtures("small")
def test_a_line_without_end_takes_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_bytes((PAPER + b"\n") * 200 + b'{"title": "' + b"x" * (3 * SMALL) + b'"}\n' + PAPER + b"\n")
    (large,) = pages.sources([str(path)])
    assert isinstance(large, pages.Source)
    found = list(pages.parts(large, pages.extent_of(large).digest))
    assert sum(len(part.lines) for part in found) == pages.extent_of(large).lines == 202
    assert max(len(line) for part in found for line in part.lines) < SMALL // 8
    assert max(sum(map(len, part.lines)) for part in found) < SMALL + SMALL // 8
    (skipped,) = [each for page in parse([str(path)]) if page.read for each in page.read.skipped]
    assert skipped.reason == "line 201 is no whole JSON object"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_many_small_papers_are_read_in_parts(tmp_path: Path, packed: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "papers.jsonl"
    path.write_bytes(packed(b"".join(TINY.splitlines(keepends=True)[:101])))
    for given in (pages.sources([str(path)]), pages.sources(["-"], io.BytesIO(path.read_bytes()))):
        (many,) = given
        assert isinstance(many, pages.Source)
        assert pages.extent_of(many).lines == 101
    report = add(tmp_path / "papers.db", [str(path), "-"], stdin=io.BytesIO(path.read_bytes()))
    assert report.papers == 101
    assert [each.outcome for each in report.sources] == [Outcome.ADDED, Outcome.UNCHANGED]


@pytest.mark.usefixtures("small")
def test_too_many_lines_on_standard_input(tmp_path: Path) -> None:
    packed = gzip.compress(TINY)
    report = add(tmp_path / "papers.db", ["-"], stdin=io.BytesIO(packed))
    assert MANY in str(report.sources[0].problem)
    assert report.papers == 0


@NOT_ON_WINDOWS
def test_links_pipes_and_odd_names(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "in").mkdir(parents=True)
    text = f"Abstract: {LONG}\n\nAbstract: {OTHER}\n".encode()
    (tmp_path / "private.txt").write_bytes(text)
    (folder / "out").symlink_to(tmp_path / "private.txt")
    (folder / "up").symlink_to("..")
    (folder / "zero").symlink_to("/dev/zero")
    (folder / "around").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    for name in (b"br\xf6tchen", b"line\nend", b"\x1b[2J", b"-rf", b"..x"):
        Path(os.fsdecode(os.fsencode(folder / "in") + b"/" + name)).write_bytes(text)
    (folder / "near").symlink_to(folder / "in" / "-rf")
    given = list(pages.sources([str(folder)]))
    read = [each.name for each in given if isinstance(each, pages.Source)]
    assert sorted(Path(name).name for name in read) == ["\x1b[2J", "-rf", "br\\xf6tchen", "line\nend", "near"]
    problems = {Path(each.where).name: each.what for each in given if isinstance(each, PageError)}
    assert {name: what for name, what in problems.items() if "leads out" in what}.keys() == {"out", "up", "zero"}
    assert problems["pipe"] == "is a named pipe, not a file"
    for device in ("/dev/zero", "/dev/full"):
        (refused,) = pages.sources([device])
        assert "is a device" in str(refused)


def test_names_in_archives_write_and_read_nothing(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "saved.zip", "w") as archive:
        for name in NAMES:
            archive.writestr(
                zipfile.ZipInfo(name.replace("\ud800", "\ufffd")), f"Abstract: {LONG}\n\nAbstract: {OTHER}\n"
            )
    before = sorted(tmp_path.rglob("*"))
    for each in pages.sources([str(tmp_path / "saved.zip")]):
        assert isinstance(each, PageError) or each.name.startswith(str(tmp_path / "saved.zip/"))
        assert ".." not in Path(each.where if isinstance(each, PageError) else each.name).parts
    assert sorted(tmp_path.rglob("*")) == before
