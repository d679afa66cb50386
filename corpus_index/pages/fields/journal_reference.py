"""What a reference to a journal on one line says, as arXiv prints it (`Phys. Rev. D 70, 103501 (2004)`)."""

import re
from collections.abc import Iterator

_REFERENCE = re.compile(
    r"(?P<journal>[^\W\d][^\d,;:()]{1,80}?),?\s*\b(?:vol(?:ume|\.)?\s*)?(?P<volume>[A-Z]?\d{1,4})(?P<rest>\D.{0,80})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\(|\b(?:no|issue|iss)\.?\s*)(\d{1,3}(?:[-–/]\d{1,3})?)\)?(?=[\s,:;(]|$)", re.IGNORECASE)
_NO_JOURNAL = re.compile(r"\b(?:conference|workshop|symposium|lecture notes|proc(?:eedings|\.) of)\b", re.IGNORECASE)
_PAGES = re.compile(r"(?:pp?\.?\s*|pages?\s*)?([A-Z]?\d{1,7}[A-Z]?)(?:\s*[-–]+\s*([A-Z]?\d{1,7}))?\.?", re.IGNORECASE)
_EDGE = " ,;:.()"


def journal_reference(printed: str, year: int | None) -> Iterator[tuple[str, str]]:
    """Give the journal, volume, number and pages that a reference names; nothing where a part of it is left over.

    Nor is anything given of one that names another year than the paper has, beside which its volume would be wrong.
    """
    found = _REFERENCE.fullmatch(" ".join(printed.split()))
    if not found or _NO_JOURNAL.search(found["journal"]):
        return
    dated = re.search(rf"\(\s*{year}\s*\)|\b{year}\b\W*$", found["rest"])
    rest = found["rest"].replace(dated[0], " ", 1) if dated else ""
    number = _NUMBER.search(rest)
    pages = _PAGES.fullmatch((_NUMBER.sub(" ", rest, count=1) if number else rest).strip(_EDGE))
    if not pages:
        return
    yield "type", "article"
    yield "journaltitle", found["journal"].strip(" ,")
    yield "volume", found["volume"]
    yield "number", number[1] if number else ""
    yield "pages", "–".join(filter(None, pages.groups()))
