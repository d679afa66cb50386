"""Every error that this package raises on purpose.

    PapersError
    ├── ExtraMissing         an optional extra of this package is not installed
    ├── PageError            a source that cannot be read as a page of papers
    │   ├── SourceMissing    no such file, or a folder without files
    │   ├── SourceUnreadable the system refuses to read it
    │   ├── NotText          empty, binary, or in an encoding that is not text
    │   ├── PageTooLarge     larger than what is read at once
    │   ├── ReaderExtraMissing (also an ExtraMissing)
    │   └── NoReaderFits     text in which no reader finds papers
    ├── StoreError           a database that cannot be used
    │   ├── StoreMissing     no such file
    │   ├── NotAStore        not a database, or one of another program
    │   ├── StoreTooNew      written by a newer version
    │   ├── StoreDamaged     SQLite reports that the file is corrupt
    │   └── StoreUnwritable  read-only, locked for too long, or no space
    ├── QueryError           a query whose meaning is wrong, with the place of the fault
    ├── NoSuchName           a name that nothing in the index resembles
    ├── NothingToUndo        an index whose last change was taken back already
    └── GoldError            a gold file that cannot be read

The library raises these and never prints; `cli.boundary` turns them into one line and an exit code.
Every error carries what happened, where, and what to do about it, as separate attributes.
"""

LONGEST_PLACE = 300
"""Code points of `where` that a message shows: room for a long path, and not for a pasted page."""


class PapersError(Exception):
    """Root of the tree: `where` (a path, query or name), `what` happened, and a `hint` what to do."""

    def __init__(self, where: str, what: str, hint: str = "") -> None:
        super().__init__(where, what, hint)
        self.where = where
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        where = self.where
        if len(where) > LONGEST_PLACE:
            where = f"{where[: LONGEST_PLACE // 2]} … {where[-LONGEST_PLACE // 2 :]}"
        line = f"{where}: {self.what}" if where else self.what
        return f"{line}; {self.hint}" if self.hint else line


class ExtraMissing(PapersError):
    """What was asked for needs an optional extra of this package that is not installed."""

    def __init__(self, where: str, what: str, extra: str) -> None:
        super().__init__(where, f"{what} that is not installed", f"install it: pip install 'corpus-index[{extra}]'")


class PageError(PapersError):
    """A source that cannot be read as a page of papers."""


class SourceMissing(PageError):
    """No such file, or a folder that holds no files."""


class SourceUnreadable(PageError):
    """The operating system refuses to read the source."""


class NotText(PageError):
    """The source is empty, binary, or not valid in the encoding that it claims."""


class PageTooLarge(PageError):
    """The source is larger than what is read at once."""


class ReaderExtraMissing(ExtraMissing, PageError):
    """The source is read by an optional extra that is not installed."""


class NoReaderFits(PageError):
    """The text holds nothing that any reader recognises as papers."""


class StoreError(PapersError):
    """A database that cannot be used."""


class StoreMissing(StoreError):
    """The database file does not exist."""


class NotAStore(StoreError):
    """The file is not a database, or it is the database of another program."""


class StoreTooNew(StoreError):
    """The database was written by a newer version of this program."""


class StoreDamaged(StoreError):
    """SQLite reports that the database file is corrupt."""


class StoreUnwritable(StoreError):
    """The database cannot be written: read-only, locked for too long, or no space left."""


class QueryError(PapersError):
    """A query whose meaning is wrong; `where` is the query, `place` its code points (start, end) that are at fault."""

    def __init__(self, where: str, what: str, hint: str = "", place: tuple[int, int] = (0, 0)) -> None:
        super().__init__(where, what, hint)
        self.place = place


class NoSuchName(PapersError):
    """Nothing in the index has this name or one like it; `close` are names that come near, best first."""

    def __init__(self, where: str, what: str, hint: str = "", close: tuple[str, ...] = ()) -> None:
        super().__init__(where, what, hint)
        self.close = close


class NothingToUndo(PapersError):
    """No command changed the index, or all changes were taken back."""


class GoldError(PapersError):
    """A gold file that cannot be read."""
