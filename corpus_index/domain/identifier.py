"""Identifiers of papers, normalised."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote


class Scheme(StrEnum):
    """Who gave an identifier."""

    ARXIV = "arxiv"
    """`2401.00001` or `cs/0112017`, without its version."""
    DOI = "doi"
    """`10.1000/xyz`, in lower case, which tells DOIs apart; they are shown as `spelled`."""
    OPENREVIEW = "openreview"
    """The forum's id, as it stands in its URL."""
    ACL = "acl"
    """`P00-1001` or `2021.naacl-main.208`, as the ACL Anthology writes it."""
    PUBMED = "pubmed"
    """A number, without leading zeros."""
    PMC = "pmc"
    """`PMC` and a number."""
    OPENALEX = "openalex"
    """`W` and a number, by which the works in OpenAlex cite each other."""
    SEMANTIC_SCHOLAR = "s2"
    """40 hexadecimal digits, by which those in Semantic Scholar do."""


@dataclass(frozen=True, slots=True)
class PaperId:
    """An identifier: `value` is normalised, so that equal papers have equal values; `version` only of arXiv (`v2`)."""

    scheme: Scheme
    value: str
    version: str | None = None


def spelled(printed: str, value: str) -> str:
    """Give the identifier `value` as `printed` spells it, where that is no more than a matter of case, else as it is.

    A DOI may be printed in an address, where signs are escaped, or with the backslashes of LaTeX.
    """
    for text in (printed, unquote(printed), printed.replace("\\", "")):
        at = text.lower().find(value)
        found = text[at : at + len(value)]
        if at >= 0 and found.lower() == value:
            return found
    return value
