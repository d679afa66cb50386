"""Whatever stands on a page is in a record or reported as passed over; a page is split or refused, never worse."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from made_pages import LONG, OTHER, THIRD, assert_whole

from corpus_index import pages
from corpus_index.domain.page import Page, PageDigest
from corpus_index.errors import NoReaderFits, NotText

TITLES = st.sampled_from(
    ["Titles and Their Neighbours", "Bread", "Why?", "Loaf: A Model", "No More.", "面包", "Search"]
)
TEXTS = st.sampled_from([LONG, OTHER, THIRD, LONG[:149], "We show that bread rises.", "Probably not.", THIRD.upper()])
LINES = """
Daily Papers | Subscribe | Jul 31 | • 12 authors | · | Oct 3, 2025 2 | submitted by | somebody | https://example.org/
Publications | Jane Doe | Jane Doe, Ludwig van Beer | NeurIPS 2024 | Teaching | © 2025 | ---- | # Heading
AI Summary | 📝 Abstract | TL;DR: bread | Abstract: | Summary
"""
FURNITURE = st.sampled_from(["\u200b", "x" * 21_000, *LINES.strip().replace("\n", "|").split("|")])
GAPS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n\n\n\n", " \n\t\n", "\n\x0b\n"])
LABELS = st.sampled_from(["", "Abstract:", "Abstract: ", "ABSTRACT—"])
PAPERS = st.lists(st.tuples(TITLES, LABELS, TEXTS), min_size=1, max_size=6)


@st.composite
def listings(draw: st.DrawFn) -> str:
    """Pages of the four shapes, with lines of the page anywhere."""
    above = draw(
        st.sampled_from([[], ["Daily Papers", "Jul 31"], ["Jane Doe", "Publications"], ["new", "Daily Papers"]])
    )
    titled = draw(st.booleans())
    summed_up = draw(st.booleans())
    lines = list(above)
    for title, label, text in draw(PAPERS):
        lines += [title] if titled else []
        lines += ["🤖 AI Summary", OTHER, "📝 Abstract"] if summed_up else []
        lines += [label + text, *draw(st.lists(FURNITURE, max_size=2))]
    return "".join(line + draw(GAPS) for line in lines)


def split_or_refuse(text: str) -> None:
    """Split a text, and check the split if there is one."""
    page = Page("page", PageDigest(""), text)
    verdicts = pages.explain(page)
    try:
        read = pages.split(page)
    except NoReaderFits:
        assert not any(verdict.fits for verdict in verdicts)
        return
    assert read.reader == verdicts[0].reader
    assert read.records
    assert read == pages.split(page)
    assert_whole(read)


@given(listings())
def test_pages_of_the_four_shapes(text: str) -> None:
    split_or_refuse(text)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text(text: str) -> None:
    split_or_refuse(text)


@given(st.lists(st.one_of(FURNITURE, TITLES, TEXTS, GAPS, st.text(max_size=40))))
def test_any_lines(lines: list[str]) -> None:
    split_or_refuse("\n".join(lines))


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    with suppress(NotText):
        split_or_refuse(pages.load("page", data).text)


@given(PAPERS.filter(lambda papers: len(papers) > 1), GAPS)
def test_bare_lists_give_back_their_abstracts(papers: list[tuple[str, str, str]], gap: str) -> None:
    text = gap.join(f"Abstract: {abstract}" for _, _, abstract in papers)
    read = pages.split(Page("page", PageDigest(""), text))
    assert [record.abstract.text for record in read.records] == [abstract for _, _, abstract in papers]


@given(
    st.lists(
        st.tuples(TITLES.filter(lambda title: title != "Search"), st.sampled_from([LONG, OTHER, THIRD])), min_size=1
    ),
    GAPS,
)
def test_daily_pages_give_back_their_papers(papers: list[tuple[str, str]], gap: str) -> None:
    lines = ["Daily Papers", "Jul 31", *(line for paper in papers for line in paper)]
    read = pages.split(Page("page", PageDigest(""), gap.join(lines)))
    titles = [record.title.text if record.title else None for record in read.records]
    assert list(zip(titles, (record.abstract.text for record in read.records), strict=True)) == papers
