"""Kinds of record, apart from the records, which showing a paper does not import."""

from enum import StrEnum


class RecordKind(StrEnum):
    """Whose words a record holds."""

    ABSTRACT = "abstract"
    """The authors' own abstract."""
    SUMMARY = "summary"
    """A text that the page marks as a (machine-written) summary; it never becomes an abstract."""
