"""Whether an index was made by a version of the program that finds fewer records that may be one paper."""

from corpus_index import resolve
from corpus_index.store import Store
from corpus_index.store.blocks import blocks_of
from corpus_index.store.known import known_records

_LOOKED_AT = 50
"""How many records are looked at, evenly from all, the first and the last among them."""


def is_outdated(store: Store) -> bool:
    """Tell whether some records lack blocks that this version gives them, which `rebuild` does.

    Until then a record that is added may not be recognised as a paper that is there.
    """
    connection = store.connection
    first, last = connection.execute("SELECT ifnull(min(id), 0), ifnull(max(id), -1) FROM records").fetchone()
    places = {first + (last - first) * at // (_LOOKED_AT - 1) for at in range(_LOOKED_AT)} if first <= last else set()
    next_one = "SELECT min(id) FROM records WHERE id >= ?"
    records = {connection.execute(next_one, (place,)).fetchone()[0] for place in places}
    stored = blocks_of(connection, records)
    return any(not resolve.blocks(known) <= stored[known.id] for known in known_records(connection, records))
