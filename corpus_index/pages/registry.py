"""The readers, and which of them splits a page.

A new page shape is a file with a `READER` and a line in `READERS`.
"""

from dataclasses import dataclass

from corpus_index.domain.page import Page
from corpus_index.domain.record import ReadPage
from corpus_index.errors import NoReaderFits
from corpus_index.pages import ai_summary, author_page, bare_abstracts, daily_papers
from corpus_index.pages.markup import markup_in
from corpus_index.pages.prose import LONGEST_ABSTRACT
from corpus_index.pages.reader import Sheet

READERS = (
    ai_summary.READER,
    author_page.READER,
    bare_abstracts.READER,
    daily_papers.READER,
)


@dataclass(frozen=True, slots=True)
class ReaderVerdict:
    """What one reader thinks of a page; `score` is 0 where it does not fit, else at most 1, higher for better."""

    reader: str
    fits: bool
    why: str
    score: float = 0.0


def split(page: Page) -> ReadPage:
    """Split a page with the reader that fits best; of equals the first in `READERS`.

    The content decides, never the name. Raises `NoReaderFits` where no reader finds papers.
    """
    sheet = Sheet.of(page)
    scores = [(reader.sniff(sheet).score, reader) for reader in READERS]
    score, best = max(scores, key=lambda entry: entry[0])
    if score <= 0.0:
        raise _refusal(sheet)
    return best.read(sheet)


def explain(page: Page) -> tuple[ReaderVerdict, ...]:
    """Return every reader's verdict, the best first; the first one that fits is the one that `split` takes."""
    sheet = Sheet.of(page)
    fits = [(reader.name, reader.sniff(sheet)) for reader in READERS]
    verdicts = [ReaderVerdict(name, fit.score > 0.0, fit.why, fit.score) for name, fit in fits]
    return tuple(sorted(verdicts, key=lambda verdict: -verdict.score))


def _refusal(sheet: Sheet) -> NoReaderFits:
    markup = markup_in(sheet)
    what = f"no papers found: it looks like {markup}" if markup else "no papers found"
    longest = max((len(paragraph.text) for paragraph in sheet.paragraphs), default=0)
    if not markup and longest > LONGEST_ABSTRACT:
        what += f": a paragraph of {longest:,} characters is longer than any abstract (at most {LONGEST_ABSTRACT:,})"
    return NoReaderFits(sheet.page.name, what, "looked for " + ", ".join(reader.looks_for for reader in READERS))
