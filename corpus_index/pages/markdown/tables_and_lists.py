"""Notes with tables or lists of papers, or with both: all are read, whichever of them the note is taken for."""

from collections.abc import Iterator

from corpus_index.pages.entry import Entry
from corpus_index.pages.markdown import reading_list, table
from corpus_index.pages.markdown.blocks import Kind, Note
from corpus_index.pages.markdown.same_paper import joined
from corpus_index.pages.reader import Sheet, entries_reader


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the papers of the tables and those of the lists, first those of what comes first."""
    if sheet.markdown is None:
        return iter(())
    both = (Kind.TABLE, table.papers(sheet.markdown)), (Kind.ITEM, _in_lists(sheet.markdown))
    ordered = sorted(both, key=lambda each: _place(sheet.markdown, each[0]))
    return iter(joined(entry for _, found in ordered for entry in found))


def rest(sheet: Sheet) -> Iterator[str]:
    """Give the items of lists that are no papers."""
    if sheet.markdown is not None:
        yield from reading_list.others(sheet.markdown, beside=bool(table.papers(sheet.markdown)))


def _in_lists(note: Note) -> list[Entry]:
    return reading_list.papers(note, beside=bool(table.papers(note)))


def _place(note: Note | None, kind: Kind) -> int:
    return next((at for at, block in enumerate(note.blocks if note else ()) if block.kind is kind), 0)


TABLES = entries_reader(table.NAME, table.sniff, entries, rest)
LISTS = entries_reader(reading_list.NAME, reading_list.sniff, entries, rest)
