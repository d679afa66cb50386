"""The seed pages that are shipped with this package."""

from pathlib import Path


def seed_pages() -> tuple[Path, ...]:
    """The files of the seed pages by name: those that an installed package carries, else those of the checkout."""
    return tuple(sorted(seed_folder().glob("*.txt")))


def seed_folder() -> Path:
    """The folder of the seed pages, which need not exist where neither a checkout nor a wheel is installed."""
    package = Path(__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"
