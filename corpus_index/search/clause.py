"""A condition of SQL on a row of the table `papers`."""

from corpus_index.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that is true or false (never null) for a row of `papers`, and the values of its placeholders."""

    sql: str
    values: tuple[str | int | float, ...] = ()


NOTHING = Condition("0")
"""Matches no paper."""
