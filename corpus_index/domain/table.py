"""A table as every file format can show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Cells are plain text, a row as long as `columns`; `numbers` are the columns that are aligned right, from 0."""

    title: str
    columns: tuple[str, ...]
    numbers: frozenset[int]
    rows: tuple[tuple[str, ...], ...]
