"""The folders in which the system wants a person's files."""

import os
import sys

_APPLICATION = "corpus-index"


def data_folder() -> str:
    """Where an index of one's own is."""
    return _xdg("XDG_DATA_HOME", "~/.local/share") or _known("user_data_dir")


def cache_folder() -> str:
    """Where the demonstration index is."""
    return _xdg("XDG_CACHE_HOME", "~/.cache") or _known("user_cache_dir")


def _xdg(variable: str, usual: str) -> str | None:
    """The folder on Linux (https://specifications.freedesktop.org/basedir-spec/latest/), `None` where that is no matter
    of a line: importing the library that knows all systems takes longer than a search.
    """
    folder = os.environ.get(variable) or os.path.expanduser(usual)
    plain = sys.platform == "linux" and folder.startswith("/") and "ANDROID_DATA" not in os.environ
    return os.path.join(folder, _APPLICATION) if plain else None


def _known(folder: str) -> str:
    import platformdirs

    return str(getattr(platformdirs, folder)(_APPLICATION, appauthor=False))
