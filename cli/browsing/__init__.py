"""Search on the whole screen, with textual, an extra: `screen` is the program, `hits` its list, `reading` one paper."""

from corpus_index.errors import ExtraMissing


def browse(db: str | None, path: str, query: str) -> tuple[str, ...] | None:
    """Let a person search the index at `path` until they leave; give the keys that they marked, `None` after Ctrl-C.

    `db` is how the index was named, by which it is exported from. Raises `ExtraMissing` without the extra.
    """
    try:
        from cli.browsing.screen import Browser
    except ImportError:
        raise ExtraMissing("papers browse", "fills the screen by a library", "browse") from None
    return Browser(db, path, query).run()
