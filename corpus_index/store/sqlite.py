"""The standard library's `sqlite3`, for what a search is made of: its compiled half alone.

The other half converts dates, which nothing here asks for; importing it and what it needs takes as long as a search.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import _sqlite3 as sqlite3
    except ImportError:
        # Its name is not promised to stay: https://docs.python.org/3/library/sqlite3.html names the whole alone.
        import sqlite3

__all__ = ["sqlite3"]
