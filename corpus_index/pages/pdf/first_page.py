"""The first page of a PDF file, as `pdf_text.py` gives it: one paper."""

import re
from collections.abc import Iterator

from corpus_index.domain.identifier import Scheme
from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import identifiers
from corpus_index.pages.fields.tidying import without_label
from corpus_index.pages.pdf.layout import MAGIC
from corpus_index.pages.reader import Fit, Sheet, entries_reader
from corpus_index.pages.text.prose import is_scholarly

_NAME = "pdf"
_HEAD = re.compile(r"(?:abstract|summary)\b", re.IGNORECASE)
_SHORTEST_TITLE = 4


def sniff(sheet: Sheet) -> Fit:
    """Fit what begins as PDF files begin."""
    if not sheet.page.text.startswith(MAGIC):
        return Fit(0.0, "it is no PDF file")
    title, abstract = _title(sheet), _abstract(sheet)
    if len(title) < _SHORTEST_TITLE or not (abstract or len(sheet.paragraphs) > 2):
        return Fit(0.0, "the first page of the PDF file shows no title", holds_none=True)
    return Fit(1.0, f"the first page of a PDF file, {'with' if abstract else 'without'} an abstract")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the one paper; of each kind of identifier the first counts."""
    texts = [paragraph.text for paragraph in sheet.paragraphs[1:]]
    own: dict[Scheme, str] = {}
    for text in texts:
        for found, start, end in identifiers(text):
            own.setdefault(found.scheme, text[start:end])
    yield Entry(title=_title(sheet), abstract=_abstract(sheet), ids=tuple(own.values()))


def _title(sheet: Sheet) -> str:
    return sheet.paragraphs[1].text if len(sheet.paragraphs) > 1 else ""


def _abstract(sheet: Sheet) -> str:
    """The text behind the word, which stands last; without the word the first paragraph that is prose."""
    texts = [paragraph.text for paragraph in sheet.paragraphs[2:]]
    at = next((at for at, text in enumerate(texts) if _HEAD.match(text)), None)
    if at is None:
        return next(filter(is_scholarly, texts), "")
    return without_label("\n".join(texts[at:]))


READER = entries_reader(_NAME, sniff, entries)
