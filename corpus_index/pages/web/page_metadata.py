"""What publishers put into the head of an article's page: Highwire and Dublin Core tags, Open Graph, JSON-LD.

Names and meanings: Google Scholar's inclusion guidelines (`citation_*`), dublincore.org (`dc.*`), ogp.me, schema.org.
"""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from lxml import html

_ARTICLES = frozenset(
    "Article Book Chapter Dataset MedicalScholarlyArticle Report ScholarlyArticle TechArticle Thesis".split()  # noqa: SIM905
)
_XPLORE = "xplGlobal.document.metadata="
_PREFIXES = ("bepress_", "eprints.", "wkhealth_")


class PageMetadata:
    """The tags of one page by their names in lower case, each with all its values in order."""

    def __init__(self, root: html.HtmlElement) -> None:
        self._root = root

    @cached_property
    def tags(self) -> Mapping[str, list[str]]:
        """All `meta` tags with a name and a value; vendors' prefixes are left off."""
        found: dict[str, dict[str, None]] = {}
        for tag in self._root.iter("meta"):
            name = (tag.get("name") or tag.get("property") or "").strip().casefold().replace("dcterms.", "dc.")
            for prefix in _PREFIXES:
                name = name.removeprefix(prefix)
            value = " ".join((tag.get("content") or "").split())
            if name and value:
                found.setdefault(name, {})[value] = None
        return {name: list(values) for name, values in found.items()}

    def every(self, *names: str) -> list[str]:
        """The values of the first of these names that has any."""
        return next((self.tags[name] for name in names if name in self.tags), [])

    def first(self, *names: str) -> str:
        """The first value of the first of these names that has one."""
        return next(iter(self.every(*names)), "")

    @cached_property
    def article(self) -> Mapping[str, Any]:
        """The first object of JSON-LD, or of a script of IEEE Xplore, that describes an article; else empty."""
        for script in self._root.iter("script"):
            if "ld+json" in (script.get("type") or ""):
                for each in _described(script.text or ""):
                    return each
            elif _XPLORE in (script.text or ""):
                return _of_xplore(script.text or "")
        return {}

    def link(self, relation: str) -> str:
        """The address of the first `link` with this relation."""
        return next((each.get("href", "") for each in self._root.iter("link") if each.get("rel") == relation), "")


def _of_xplore(text: str) -> Mapping[str, Any]:
    try:
        value, _ = json.JSONDecoder().raw_decode(text, text.index(_XPLORE) + len(_XPLORE))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(value, dict) or not isinstance(value.get("title"), str):
        return {}
    names = {"headline": "title", "author": "authors", "datePublished": "publicationYear", "abstract": "abstract",
             "identifier": "doi", "isPartOf": "publicationTitle", "volumeNumber": "volume", "issueNumber": "issue",
             "pageStart": "startPage", "pageEnd": "endPage", "publisher": "publisher",
             "genre": "contentType"}  # fmt: skip
    return {name: value[key] for name, key in names.items() if value.get(key)}


def _described(text: str) -> Iterator[Mapping[str, Any]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    waiting = deque([value])
    while waiting:
        each = waiting.popleft()
        if isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            types = each.get("@type")
            if any(
                isinstance(name, str) and name in _ARTICLES for name in (types if isinstance(types, list) else [types])
            ):
                yield each
            waiting += [each[key] for key in ("mainEntity", "@graph", "mainEntityOfPage") if key in each]
