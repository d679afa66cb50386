"""An index of research papers read from saved pages: records, facts with evidence, links and search.

`open` gives the index at a path (see `corpus_index.library.Library`), `add` makes one or adds to it, `parse` reads
pages without one, and `evaluate` measures how well.
"""

__version__ = "0.1.0"
__all__ = ["__version__", "add", "evaluate", "open", "parse"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from corpus_index.library import Library as open  # noqa: A004, N813  programs write corpus_index.open
    from corpus_index.library import add, evaluate, parse


def __getattr__(name: str) -> object:
    # Imported when it is asked for, because a search from the command line does not need it.
    if name in __all__:
        from corpus_index import library

        return library.Library if name == "open" else vars(library)[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
