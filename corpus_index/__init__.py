"""An index of research papers read from saved pages: records, facts with evidence, links and search.

`open` gives the index at a path (see `corpus_index.library.Library`), `add` makes one or adds to it, `parse` reads
pages without one, `explain_facts` and `explain_readers` say how, `evaluate` and `differences` measure how well, and
`as_text` writes answers as files.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from corpus_index.answer_files import as_text
    from corpus_index.from_pages import add, differences, evaluate, explain_facts, explain_readers, parse
    from corpus_index.library import Library as open  # noqa: A004, N813  programs write corpus_index.open

__all__ = [
    "__version__",
    "add",
    "as_text",
    "differences",
    "evaluate",
    "explain_facts",
    "explain_readers",
    "open",
    "parse",
]


def __getattr__(name: str) -> object:
    # Imported when it is asked for, because a search from the command line does not need it.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "open":
        from corpus_index.library import Library

        return Library
    from corpus_index import answer_files, from_pages

    return vars(answer_files if name == "as_text" else from_pages)[name]
