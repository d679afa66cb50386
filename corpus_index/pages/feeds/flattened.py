"""One object about a paper, as APIs nest and name it, brought to one level under plain names."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from corpus_index.pages.feeds.json_values import Object, first, mappings, string

_INSIDE = ("details", "paper", "AI", "metadata", "attributes", "info", "bibjson", "journalInfo", "data", "content",
           "_source")  # fmt: skip
_KEPT = frozenset(("authors", "author", "creators", "creator", "authorList", "z_authors", "authors_parsed"))
_TOLD = ("value", "title", "name", "description", "id", "url", "text", "$")
_TYPES = ("idtype", "identifierType", "type", "scheme", "schema")
# The vocabularies Dublin Core and PRISM in front, and behind the types that Solr knows fields by.
_AFFIX = re.compile(r"^(?:dc|dcterms|prism|arxiv):|_(?:s|ss|t|i)$")
_PREFIXES = {"pubmed": "PMID:", "pmid": "PMID:", "pubmed-id": "PMID:", "doi": "doi:", "arxiv": "arXiv:",
             "paper_arxiv_id": "arXiv:",
             "forum": "https://openreview.net/forum?id="}  # fmt: skip
_TYPED = ("articleids", "identifier", "identifiers", "alternate_identifiers")


def flattened(item: Object) -> dict[str, Any]:
    """Bring what stands in objects within one to the top, where the top does not say the same, with plain names.

    An object or a list of objects that say one thing each (`{"value": ...}`) becomes what they say, except people.
    """
    flat: dict[str, Any] = {}
    for level in _levels(item):
        for name, value in level.items():
            plain = _plain(name)
            if not flat.get(plain):
                # Most values of millions of papers are texts.
                flat[plain] = value if isinstance(value, str) or plain in _KEPT else said(value)
    return flat


def _levels(item: Object) -> Iterator[Object]:
    yield item
    yield from (item[key] for key in _INSIDE if isinstance(item.get(key), Mapping))


def numbers(item: Object, *keys: str) -> Iterator[str]:
    """Give the identifiers under keys, and those of which a list says the kind, so that they can be told from words."""
    for key in keys:
        prefix = _PREFIXES.get(key.casefold(), "")
        values = item.get(key)
        for value in map(string, values if isinstance(values, list) else [values]) if values else ():
            yield value if ":" in value else f"{prefix}{value}"


def typed_numbers(item: Object) -> Iterator[str]:
    """Give the identifiers in lists of them with their kinds, and in objects from kinds to them."""
    for level in _levels(item):
        for held in filter(None, map(level.get, _TYPED)):
            kinds = held.items() if isinstance(held, Mapping) else ()
            told = [(first(each, *_TYPES), first(each, "value", "id", "identifier")) for each in mappings(held)]
            for kind, value in (*kinds, *told):
                yield f"{_PREFIXES.get(kind.casefold(), '')}{string(value)}"


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return _AFFIX.sub("", name)


def said(value: Any) -> Any:
    """Give what an object or each object of a list says, where it says one thing; anything else stays."""
    if isinstance(value, Mapping):
        return next((value[key] for key in _TOLD if value.get(key)), value)
    if isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
        return list(filter(None, (first(each, *_TOLD) for each in value))) or value
    return value
