"""The seed pages that are shipped with this package."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def seed_pages() -> tuple[Path, ...]:
    """The files of the seed pages by name: those that an installed package carries, else those of the checkout."""
    from pathlib import Path

    return tuple(map(Path, seed_files()))


def seed_files() -> list[str]:
    """The same as `seed_pages`, for who does without `Path`."""
    folder = seed_folder()
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return [os.path.join(folder, name) for name in sorted(names) if name.endswith(".txt")]


def seed_folder() -> str:
    """The folder of the seed pages, which need not exist where neither a checkout nor a wheel is installed."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "seeds")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(package), "seeds")
