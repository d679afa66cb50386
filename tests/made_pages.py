"""Pages made of plain parts, and what has to hold of every page that was split."""

from corpus_index import pages
from corpus_index.domain.page import Page
from corpus_index.domain.record import ReadPage

LONG = (
    "We study how readers of saved pages can tell a title from an abstract. Existing methods look at single lines, "
    "which fails where a title is long or an abstract is short. We propose a method that looks at the neighbours of a "
    "line as well, and evaluate it on three collections of pages. The results show that it finds every paper."
)
OTHER = (
    "Catalogues of small planets grow faster than anyone can look at them. In this paper we present a model that ranks "
    "candidates by how much an observation of each would teach. On simulated surveys it halves the time that is spent "
    "on false alarms, and the code is available."
)
THIRD = (
    "Bread rises because yeast makes gas, but how much it rises depends on the flour. This study measures the volume "
    "of 200 loaves of eleven kinds of flour and derives a simple equation from the data. The equation predicts the "
    "volume of a loaf within four percent, better than previous estimates."
)


def page(text: str) -> Page:
    """A page with this text."""
    return pages.load("page.txt", text.encode("utf-8"))


def split(text: str) -> ReadPage:
    """The split of a page with this text, checked to be whole."""
    read = pages.split(page(text))
    assert_whole(read)
    return read


def found(text: str) -> list[tuple[str | None, str]]:
    """Titles and abstracts of a page with this text."""
    return [(record.title.text if record.title else None, record.abstract.text) for record in split(text).records]


def reasons(read: ReadPage) -> dict[str, str]:
    """What was passed over, with the reasons; equal texts share one."""
    return {read.page.text[each.start : each.end]: each.reason for each in read.skipped}


def assert_whole(read: ReadPage) -> None:
    """Every non-blank character is in exactly one record or skipped stretch, and every span reads back."""
    text = read.page.text
    stretches = [(record.start, record.end) for record in read.records]
    stretches += [(each.start, each.end) for each in read.skipped]
    position = 0
    for start, end in sorted(stretches):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip(), f"lost: {text[position:start]!r}"
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        position = end
    assert not text[position:].strip(), f"lost: {text[position:]!r}"
    assert [record.ordinal for record in read.records] == list(range(len(read.records)))
    assert [record.start for record in read.records] == sorted(record.start for record in read.records)
    for record in read.records:
        for span in (record.abstract, *([record.title] if record.title else [])):
            assert record.start <= span.start <= span.end <= record.end
            # A paper may be listed without its abstract, but then it has a title.
            assert span.text or (span is record.abstract and record.title)
        for span in (record.abstract, *record.authors, *([record.title] if record.title else [])):
            assert text[span.start : span.end] == span.text
        assert record.abstract.text.strip() == record.abstract.text
    assert all(each.reason for each in read.skipped)
