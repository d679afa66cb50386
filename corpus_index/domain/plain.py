"""Domain objects as what JSON can hold."""

from __future__ import annotations

from enum import Enum

from corpus_index.domain.dataclass import field_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def plain(value: Any) -> Any:
    """Turn dataclasses into dicts (fields in order), tuples into lists and enum members into their values.

    A number that is whole is written without a fraction only where it is an `int` already: `64.0` stays `64.0`.
    """
    if names := field_names(type(value)):
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value
