"""Authors as BibTeX reads them."""

import re
from collections.abc import Sequence

from corpus_index.export.latex_text import latex_text, squeezed

_BODY = re.compile(
    r"\b(?:teams?|groups?|labs?|laborator(?:y|ies)|collaborations?|consortium|institutes?|university|inc|ltd|project)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\b|\bothers\b", re.IGNORECASE)


def author_field(authors: Sequence[str], complete: bool) -> str:
    """Join names with `and`, and add `and others` where these are not all.

    Names stand as printed: BibTeX itself tells given from family names. A group, and a name that BibTeX would split in
    the wrong place, is kept in one piece by braces.
    """
    names = [_author(name) for name in map(squeezed, authors) if name]
    if names and not complete:
        names.append("others")
    return " and ".join(names)


def _author(name: str) -> str:
    encoded = latex_text(name)
    if name.count(",") > 1 or name.startswith(",") or name.endswith(",") or _AND.search(name) or _BODY.search(name):
        return "{" + encoded + "}"
    return encoded
