"""What is searched."""

from __future__ import annotations

from typing import Protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


class Index(Protocol):
    """Anything with a connection to a database of papers."""

    @property
    def connection(self) -> sqlite3.Connection: ...
