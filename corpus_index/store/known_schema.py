"""Reading an index of which the names of the tables are lost, with those of a new index.

What SQLite needs to read a file at all, its header and the list of its tables, stands on a few of its pages. An index
that this version of the schema made has the same ones there as every new index has; one that was upgraded has not.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from corpus_index.store.connection import connect, log_beside
from corpus_index.store.fresh_file import fresh_file
from corpus_index.store.migrations import migrate

_PAGE = 4096
_HEADER = 100
_FORMAT, _PAGES, _FREE = slice(18, 20), slice(28, 32), slice(32, 40)
"""Where the header has the kind of journal, the number of pages, and the pages that are free.

See https://www.sqlite.org/fileformat2.html.
"""
_WITH_LOG = b"\x02\x02"


@contextmanager
def with_known_schema(path: Path, lost: int) -> Iterator[Path | None]:
    """A temporary copy of a damaged index with the list of tables of a new one, `None` where that is not its own.

    Of the pages with that list, at most so many may be `lost`; all others must be as in a new index. What follows in
    the copy need not be whole. Raises `OSError`.
    """
    pages = _schema_pages()
    if _differing(path, pages) > lost:
        yield None
        return
    with fresh_file(path) as copy:
        shutil.copyfile(path, copy)
        log = log_beside(path)
        if log:
            shutil.copyfile(log, f"{copy}{log.removeprefix(str(path))}")
        header = bytearray(pages[1][:_HEADER])
        header[_PAGES] = (path.stat().st_size // _PAGE).to_bytes(4, "big")
        header[_FREE] = bytes(8)
        if log and log.endswith("-wal"):
            header[_FORMAT] = _WITH_LOG
        with copy.open("rb+") as file:
            for number, page in {**pages, 1: bytes(header) + pages[1][_HEADER:]}.items():
                file.seek((number - 1) * _PAGE)
                file.write(page)
        try:
            yield copy
        finally:
            for end in ("-wal", "-shm", "-journal"):
                Path(f"{copy}{end}").unlink(missing_ok=True)


def _schema_pages() -> dict[int, bytes]:
    """The pages of a new index, by number from 1, on which the list of its tables stands: those of no table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        with closing(connect(path, "rwc")) as connection:
            migrate(connection)
            roots = {row[0] for row in connection.execute("SELECT rootpage FROM sqlite_master")}
        content = path.read_bytes()
    numbers = set(range(1, len(content) // _PAGE + 1)) - roots
    return {number: content[(number - 1) * _PAGE : number * _PAGE] for number in sorted(numbers)}


def _differing(path: Path, pages: Mapping[int, bytes]) -> int:
    """How many of these pages are others in the file, apart from its header, which counts changes."""
    differing = 0
    with path.open("rb") as file:
        for number, page in pages.items():
            begin = _HEADER if number == 1 else 0
            file.seek((number - 1) * _PAGE + begin)
            differing += file.read(_PAGE - begin) != page[begin:]
    return differing
