"""An index of an earlier version says that it finds fewer papers, until it is rebuilt."""

from contextlib import closing

from workbench import Workbench

from corpus_index.outdated import is_outdated
from corpus_index.pipeline import rebuild
from corpus_index.store import open_store
from corpus_index.store.connection import connect


def test_an_index_without_blocks_of_this_version_is_outdated_until_it_is_rebuilt(bench: Workbench) -> None:
    index = bench.index(*(bench.page(f"p{at}", (f"A Heron Seen by Bird {at}", "In reed.")) for at in range(3)))
    for statement, outdated in (("", False), ("DELETE FROM blocks WHERE block LIKE 'w:%'", True)):
        with closing(connect(index, "rw")) as connection, connection:
            connection.execute(statement)
        with open_store(index) as store:
            assert is_outdated(store) is outdated
    rebuild(index)
    with open_store(index) as store:
        assert not is_outdated(store)
    with open_store(bench.folder / "empty.db", write=True, create=True) as store:
        assert not is_outdated(store)
