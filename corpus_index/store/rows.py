"""Facts as rows of the table `facts`, and back."""

from __future__ import annotations

from corpus_index.domain.dataclass import field_names
from corpus_index.domain.facts import (
    Abbreviation,
    ArtefactKind,
    BenchmarkMention,
    Bound,
    Fact,
    Facts,
    Introduction,
    ModelMention,
    Result,
    ResultKind,
    Role,
    Spec,
    Term,
    Url,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

FACT_TYPES: Mapping[str, type[Fact]] = {
    "introduces": Introduction,
    "models": ModelMention,
    "benchmarks": BenchmarkMention,
    "results": Result,
    "specs": Spec,
    "urls": Url,
    "abbreviations": Abbreviation,
    "terms": Term,
}
"""The fields of `Facts`, which stand in the column `field`, in their order."""

COLUMNS = (
    "name",
    "long",
    "kind",
    "role",
    "value",
    "value_high",
    "unit",
    "bound",
    "metric",
    "benchmark",
    "subject",
    "baseline",
    "total",
    "attribute",
    "evidence",
    "start",
    "end",
)
"""The columns of a fact that come from its text; the others say where it belongs and how far it is trusted."""

_RENAMED = {"short": "name"}
_ATTRIBUTES = {field: field_names(cls) for field, cls in FACT_TYPES.items()}
_ENUMS: Mapping[tuple[str, str], Callable[[str], Any]] = {
    ("introduces", "kind"): ArtefactKind,
    ("models", "role"): Role,
    ("results", "kind"): ResultKind,
    ("results", "bound"): Bound,
}


def fact_rows(facts: Facts) -> Iterator[dict[str, Any]]:
    """Rows for all facts of a record, field by field, each in the order of the text; every row has every column."""
    for field in FACT_TYPES:
        for fact in getattr(facts, field):
            row: dict[str, Any] = {"field": field, **dict.fromkeys(COLUMNS)}
            for attribute in _ATTRIBUTES[field]:
                row[_RENAMED.get(attribute, attribute)] = getattr(fact, attribute)
            yield row


def fact_values(field: str, row: sqlite3.Row) -> dict[str, Any]:
    """The attributes of a fact of the kind `field`, from a row that has `COLUMNS`."""
    values: dict[str, Any] = {}
    for attribute in _ATTRIBUTES[field]:
        value = row[_RENAMED.get(attribute, attribute)]
        enum = _ENUMS.get((field, attribute))
        values[attribute] = enum(value) if enum and value is not None else value
    return values
