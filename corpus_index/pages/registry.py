"""The readers, and which of them splits a page.

A new page shape is a file with a `READER` and a line in `READERS`. Packages add theirs as entry points of the group
`corpus_index.readers`, each of which names a `Reader`.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import TypeVar

from corpus_index.domain.page import Page
from corpus_index.domain.record import ReadPage
from corpus_index.errors import NoReaderFits, PageError
from corpus_index.pages.exports import (
    arxiv_mail,
    bibtex,
    csv_table,
    endnote_tagged,
    endnote_xml,
    medline,
    ovid,
    pubmed_text,
    ris,
    scopus_text,
    web_of_science,
)
from corpus_index.pages.feeds import (
    acl_anthology,
    arxiv_snapshot,
    atom,
    crossref,
    dblp_xml,
    jats,
    json_papers,
    oai_pmh,
    openalex,
    paper_export,
    pubmed_xml,
    rss,
    semantic_scholar,
    unixref,
)
from corpus_index.pages.markdown import digest as markdown_digest
from corpus_index.pages.markdown import exported_list, tables_and_lists
from corpus_index.pages.pdf import first_page as pdf_page
from corpus_index.pages.reader import Fit, Reader, Sheet
from corpus_index.pages.text import ai_summary, author_page, bare_abstracts, daily_papers, listing, reference_list
from corpus_index.pages.text.markup import markup_in
from corpus_index.pages.text.prose import LONGEST_ABSTRACT
from corpus_index.pages.text.saved_text import of_saved_text
from corpus_index.pages.web import article_page, cited_points, paper_page, web_list, zotero_report

_Answer = TypeVar("_Answer")
GROUP = "corpus_index.readers"
READERS = (
    acl_anthology.READER,
    article_page.READER,
    arxiv_mail.READER,
    arxiv_snapshot.READER,
    atom.READER,
    bibtex.READER,
    csv_table.READER,
    endnote_tagged.READER,
    medline.READER,
    ovid.READER,
    pubmed_text.READER,
    ris.READER,
    scopus_text.READER,
    web_of_science.READER,
    crossref.READER,
    dblp_xml.READER,
    endnote_xml.READER,
    jats.READER,
    json_papers.READER,
    exported_list.READER,
    markdown_digest.READER,
    tables_and_lists.LISTS,
    tables_and_lists.TABLES,
    oai_pmh.READER,
    openalex.READER,
    paper_export.READER,
    pdf_page.READER,
    pubmed_xml.READER,
    rss.READER,
    semantic_scholar.READER,
    unixref.READER,
    reference_list.READER,
    paper_page.READER,
    web_list.READER,
    cited_points.READER,
    zotero_report.READER,
    *map(
        of_saved_text,
        (ai_summary.READER, author_page.READER, bare_abstracts.READER, daily_papers.READER, listing.READER),
    ),
)


@dataclass(frozen=True, slots=True)
class ReaderVerdict:
    """What one reader thinks of a page; `score` is 0 where it does not fit, else at most 1, higher for better."""

    reader: str
    fits: bool
    why: str
    score: float = 0.0


@cache
def readers() -> tuple[Reader, ...]:
    """Give the readers of this package, then those that other packages add, in the order of their names.

    One that cannot be loaded fits no page and says why: a broken package must not keep pages from being read.
    """
    added = []
    for entry in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        try:
            loaded = entry.load()
        except Exception as fault:
            added.append(_absent(entry.name, f"it cannot be loaded ({type(fault).__name__}: {fault})"))
        else:
            added.append(loaded if isinstance(loaded, Reader) else _absent(entry.name, f"{entry.value} is no Reader"))
    return (*READERS, *added)


def _absent(name: str, why: str) -> Reader:
    def read(sheet: Sheet) -> ReadPage:
        raise NoReaderFits(sheet.page.name, why, "")

    return Reader(name, lambda _: Fit(0.0, why), read)


def split(page: Page) -> ReadPage:
    """Split a page with the reader that fits best; of equals the first.

    The content decides, never the name. Raises `NoReaderFits` where no reader finds papers, or one has a fault.
    """
    sheet = Sheet.of(page)
    fits = [(_asked(reader, reader.sniff, sheet), reader) for reader in readers()]
    fit, best = max(fits, key=lambda entry: entry[0].score)
    if fit.score <= 0.0:
        raise _refusal(sheet, (fit for fit, _ in fits))
    return _asked(best, best.read, sheet)


def explain(page: Page) -> tuple[ReaderVerdict, ...]:
    """Return every reader's verdict, the best first; the first one that fits is the one that `split` takes."""
    sheet = Sheet.of(page)
    fits = [(reader.name, _asked(reader, reader.sniff, sheet)) for reader in readers()]
    verdicts = [ReaderVerdict(name, fit.score > 0.0, fit.why, fit.score) for name, fit in fits]
    return tuple(sorted(verdicts, key=lambda verdict: -verdict.score))


def _asked(reader: Reader, question: Callable[[Sheet], _Answer], sheet: Sheet) -> _Answer:
    """Ask a reader about a page. A fault of the reader is an error of the page, so that the pages after it are read."""
    try:
        return question(sheet)
    except PageError:
        raise
    except Exception as fault:
        what = f"the reader {reader.name} fails on it ({type(fault).__name__}: {fault})"
        raise NoReaderFits(sheet.page.name, what, "please report it, with the page if others may see it") from fault


def _refusal(sheet: Sheet, fits: Iterable[Fit]) -> NoReaderFits:
    told = next((fit.why for fit in fits if fit.holds_none), None)
    if told:
        return NoReaderFits(sheet.page.name, f"no papers found: {told}", "")
    markup = markup_in(sheet)
    longest = max((len(paragraph.text) for paragraph in sheet.paragraphs), default=0)
    if sheet.too_much:
        what = f"it has {sheet.too_much}, as no page of papers has"
    elif markup == "JSON" and sheet.json is None:
        what = f"it looks like JSON, but {_broken(sheet.page.text)}"
    elif markup:
        what = f"it looks like {markup}"
    elif longest > LONGEST_ABSTRACT:
        what = f"a paragraph of {longest:,} characters is longer than any abstract (at most {LONGEST_ABSTRACT:,})"
    else:
        what = "neither titles above abstracts, nor 'Abstract:' in front of them, nor a list of papers"
    return NoReaderFits(
        sheet.page.name, f"no papers found: {what}", "papers parse --explain-reader says what each reader missed"
    )


def _broken(text: str) -> str:
    """Say where a text stops being JSON."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"line {error.lineno} is none ({error.msg})"
    except (ValueError, RecursionError):
        pass
    return "with numbers too long or nested too deeply"
