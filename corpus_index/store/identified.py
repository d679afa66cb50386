"""Papers by an identifier, however a person writes it: bare, with its scheme (`doi:...`) or as an address."""

import re
import sqlite3

from corpus_index.domain.identifier import Scheme
from corpus_index.store.listed import listed_texts

_SCHEMES = listed_texts([scheme.value for scheme in Scheme])
_BEFORE = re.compile(
    r"(?:https?://)?(?:www\.)?(?:arxiv\.org/(?:abs|pdf|html)/|(?:dx\.)?doi\.org/|aclanthology\.org/|"
    r"openreview\.net/(?:forum|pdf)\?id=|pubmed\.ncbi\.nlm\.nih\.gov/|huggingface\.co/papers/)|"
    r"(?:arxiv|doi|acl|openreview|pmid|pubmed|pmc):\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?:v\d+)?(?:\.pdf|\.html|/)?$", re.IGNORECASE)

IS_IDENTIFIER = "scheme IN (SELECT value FROM json_each(?)) AND value IN (SELECT value FROM json_each(?))"
"""A condition on a row with `scheme` and `value`; `as_values` gives what it is asked with."""


def without_address(text: str) -> str:
    """An identifier without its scheme or the address before it."""
    return _BEFORE.sub("", text.strip(), count=1)


def as_values(text: str) -> tuple[str, str]:
    """What `IS_IDENTIFIER` is asked with for an identifier in any case and version."""
    bare = without_address(text)
    bare = _BEHIND.sub("", bare) or bare
    return _SCHEMES, listed_texts(dict.fromkeys((bare, bare.lower(), bare.upper(), text)))


def identified(connection: sqlite3.Connection, text: str) -> set[int]:
    """The papers with this identifier."""
    sql = f"SELECT paper_id FROM paper_ids WHERE {IS_IDENTIFIER}"  # noqa: S608  a constant of this file
    return {row[0] for row in connection.execute(sql, as_values(text))}
