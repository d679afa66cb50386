"""Where each page of the site lies: names that are safe in every file system and in a URL as they are."""

import re
from collections.abc import Iterable
from hashlib import sha256

from corpus_index.domain.folding import fold

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9_-])?")
_OTHER = re.compile(r"[^A-Za-z0-9_-]+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""What Windows takes for a device."""


def file_name(name: str) -> str:
    """The name itself where it is plain ASCII but for spaces, else what is plain in it with a digest of all of it.

    Keys have no spaces, and names that differ in spaces and hyphens alone are one name (`domain.folding`).
    """
    name = name.replace(" ", "-")
    if _PLAIN.fullmatch(name) and not _DEVICES.fullmatch(name):
        return name
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{_OTHER.sub('-', name)[:50].strip('-_')}-{digest}".lstrip("-")


def page_of(folder: str, name: str) -> str:
    """The path of a page in a folder of the site."""
    return f"{folder}/{file_name(name)}.html"


class Addresses:
    """Paths of pages from the root of the site, by key and by the names of models and benchmarks in any spelling."""

    def __init__(self, keys: Iterable[str], models: Iterable[str], benchmarks: Iterable[str]) -> None:
        self.papers = {self.paper(key): key for key in keys}
        self.models = {page_of("models", name): name for name in models}
        self.benchmarks = {page_of("benchmarks", name): name for name in benchmarks}
        self._models = {fold(name): path for path, name in self.models.items()}
        self._benchmarks = {fold(name): path for path, name in self.benchmarks.items()}

    def paper(self, key: str) -> str:
        """The page of the paper with this key."""
        return page_of("papers", key)

    def model(self, name: str | None) -> str | None:
        """The page of a model; `None` where no paper names it as a model."""
        return self._models.get(fold(name)) if name else None

    def benchmark(self, name: str) -> str:
        """The page of a benchmark."""
        return self._benchmarks[fold(name)]
