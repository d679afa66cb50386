"""What is searched."""

import sqlite3
from typing import Protocol


class Index(Protocol):
    """Anything with a connection to a database of papers."""

    @property
    def connection(self) -> sqlite3.Connection: ...
