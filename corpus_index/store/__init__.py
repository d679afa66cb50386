"""The only part that knows SQLite: schema, migrations, writing, reading, full text."""

from corpus_index.store.connection import Store, open_store

__all__ = ["Store", "open_store"]
