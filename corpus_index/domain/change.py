"""What commands changed in an index, so that the last one can be taken back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One run of a command that changed the index: its number, the command, and when (UTC, ISO 8601)."""

    id: int
    command: str
    at: str
