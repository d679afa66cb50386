"""A page as it was read, before it is split."""

from dataclasses import dataclass
from typing import NewType

PageDigest = NewType("PageDigest", str)
"""SHA-256 of the page's bytes in hexadecimal; the identity of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """`name` as given by the user, the bytes' `digest`, and the decoded `text` that all positions refer to."""

    name: str
    digest: PageDigest
    text: str
