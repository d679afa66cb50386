"""Lists of papers on web pages: by hand, by programs, and pages that only look like one."""

from contextlib import suppress
from typing import Any

import pytest
from made_pages import LONG, OTHER, THIRD, page, split

from corpus_index import pages
from corpus_index.domain.record import ReadPage
from corpus_index.errors import NoReaderFits
from corpus_index.pages.web.people_in_line import people_of

TITLES = ["Titles and Their Neighbours", "Loaf: A Model of Bread", "Bread Again"]
WORDS = {
    "heading": "<article><h3>{t}</h3><div class=meta>Jane Doe*, Ron Roe<br>BREAD {y}</div>"
    "<a href='https://arxiv.org/abs/2001.0000{n}'>paper</a></article>",
    "table": "<tr><td><img></td><td><a href='p{n}'><span class=papertitle>{t}</span></a><br><a href=u>Jane Doe</a>,\n"
    "<strong>Ron Roe</strong>,<br><em>BREAD</em>, {y} (Oral)<br><a href='https://arxiv.org/abs/2001.0000{n}'>arXiv</a>"
    "<p>We show that it rises.</p></td></tr>",
    "authors first": "<li>Jane Doe and Ron Roe. <a href='https://arxiv.org/abs/2001.0000{n}'>{t}</a>. "
    "In <i>BREAD</i>, {y}.</li>",
    "bold": "<li><b>{t}</b><br>Jane Doe, Ron Roe<br>BREAD {y} <a href='https://arxiv.org/pdf/2001.0000{n}'>[pdf]</a></li>",
    "sentences": "<li><b>{t}</b>. <u>Jane Doe</u>, Ron Roe. BREAD {y}. <a href='https://arxiv.org/abs/2001.0000{n}'>arXiv</a>"
    "</li>",
    "quoted": "<p>Jane Doe and Ron Roe. \"{t}\". In BREAD, {y}. [<a href='https://arxiv.org/abs/2001.0000{n}'>paper</a>]"
    "</p>",
    "bibliography": "<li><div class=title>{t}</div><div class=author><em>Jane Doe</em>, and <a href=r>Ron Roe</a></div>"
    "<div class=periodical>In <em>BREAD</em>, {y}</div><a href='http://arxiv.org/abs/2001.0000{n}'>arXiv</a></li>",
    "marked up": "<li><cite><span itemprop=author><a href=p>Jane Doe</a></span>, <span itemprop=author>Ron Roe</span>: "
    "<span class=title itemprop=name>{t}.</span> BREAD {y}: 1-9</cite> "
    "<a href='https://doi.org/10.48550/arXiv.2001.0000{n}'>doi</a></li>",
    "line by line": "<a href='https://arxiv.org/abs/2001.0000{n}'>{t}</a><br>Jane Doe, Ron Roe<br>BREAD {y}<br><br>",
}


def document(body: str, title: str = "Jane Doe") -> str:
    """An HTML page."""
    return f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body>{body}</body></html>"


def rows(read: ReadPage) -> list[tuple[Any, ...]]:
    """Title, authors, year and identifiers of each record."""
    return [
        (
            record.title.text if record.title else None,
            [span.text for span in record.authors],
            record.year.value if record.year else None,
            [printed.id.value for printed in record.ids],
        )
        for record in read.records
    ]


@pytest.mark.parametrize("form", WORDS)
def test_list_by_hand(form: str) -> None:
    items = "".join(WORDS[form].format(t=title, n=n, y=2020 + n) for n, title in enumerate(TITLES, 1))
    wrapped = f"<table>{items}</table>" if form == "table" else f"<div>{items}</div>"
    talks = "<h2>Talks</h2><ul><li><a href='https://example.org/t'>On Bread, 2019</a></li></ul>"
    read = split(document(f"<h1>Jane Doe</h1><p>I bake.</p><h2>Publications</h2>{wrapped}{talks}"))
    assert read.reader == "web-list"
    assert rows(read) == [
        (title, ["Jane Doe", "Ron Roe"], 2020 + n, [f"2001.0000{n}"]) for n, title in enumerate(TITLES, 1)
    ]
    assert {record.venue.text if record.venue else "BREAD" for record in read.records} == {"BREAD"}


@pytest.mark.parametrize("at", [0, 1, 3])
@pytest.mark.parametrize(
    "bare", ["Toast<br>Jim Poe, Jane Doe<br><em>BREAD 2020</em>", "Toast. Jim Poe and Jane Doe. BREAD 2020."]
)
def test_a_paper_without_a_link_stays_in_the_list(at: int, bare: str) -> None:
    words = "<a href=p{n}.pdf>{t}</a><br>Jane Doe, Ron Roe<br><em>BREAD {y}</em>"
    points = [words.format(t=title, n=n, y=2020 + n) for n, title in enumerate(TITLES, 1)]
    points.insert(at, bare.replace("Toast", "Toast at Home"))
    papers: list[tuple[str, list[str], int, list[str]]] = [
        (title, ["Jane Doe", "Ron Roe"], 2020 + n, []) for n, title in enumerate(TITLES, 1)
    ]
    papers.insert(at, ("Toast at Home", ["Jim Poe", "Jane Doe"], 2020, []))
    news = "<li>The bakery is closed. Jane Doe is away.</li>"
    read = split(document(f"<ul>{news}{''.join(f'<li>{point}</li>' for point in points)}</ul>"))
    assert rows(read) == papers


def test_one_author_between_title_and_venue() -> None:
    words = "<li><b>{t}</b>. J. Doe. BREAD {y}. <a href=p{n}.pdf>pdf</a></li>"
    items = "".join(words.format(t=title, n=n, y=2020 + n) for n, title in enumerate(TITLES, 1))
    assert rows(split(document(f"<ul>{items}</ul>"))) == [
        (title, ["J. Doe"], 2020 + n, []) for n, title in enumerate(TITLES, 1)
    ]


def test_listing_with_labels_in_front() -> None:
    items = "".join(
        f"<dt>[{n}] <a href='/abs/2001.0000{n}'>arXiv:2001.0000{n}</a></dt><dd><div class='list-title mathjax'>"
        f"<span>Title:</span> {title}</div><div class=list-authors><a href=j>Jane Doe</a>, <a href=r>Ron Roe</a></div>"
        f"<p class=mathjax>{text}</p></dd>"
        for n, (title, text) in enumerate(zip(TITLES, (LONG, OTHER, THIRD), strict=True), 1)
    )
    read = split(document(f"<dl>{items}</dl>"))
    assert rows(read) == [
        (title, ["Jane Doe", "Ron Roe"], 2020, [f"2001.0000{n}"]) for n, title in enumerate(TITLES, 1)
    ]
    assert [record.abstract.text for record in read.records] == [LONG, OTHER, THIRD]


def test_proceedings_take_the_year_of_the_volume() -> None:
    items = "".join(
        f"<tr><td><span class=contrib_title>{title}</span> <a href='{n}.pdf'>pdf</a> "
        "<span class=contrib_authors>J. Doe, R.b. Roe and J.-P. Poe</span></td></tr>"
        for n, title in enumerate(["Foreword", *TITLES])
    )
    sessions = "<tr class=title><td>Preface</td></tr>"
    read = split(document(f"<h1>Bread Conference 2013</h1><table>{sessions}{items}</table>", "Bread 2013"))
    assert rows(read) == [(title, ["J. Doe", "R.b. Roe", "J.-P. Poe"], 2013, []) for title in ["Foreword", *TITLES]]
    assert [span.text for span in read.records[0].urls] == ["0.pdf"]


def test_daily_papers_keep_their_links() -> None:
    items = "".join(
        f"<article><h3><a href='/papers/2001.0000{n}'>{title}</a></h3><p>{LONG}</p><div>3 authors</div></article>"
        for n, title in enumerate(TITLES)
    )
    saved = "<!-- saved from url=(0030)https://huggingface.co/papers -->"
    read = split(f"<!DOCTYPE html>\n{saved}\n<html><body><nav>Models</nav><h1>Daily Papers</h1>{items}</body></html>")
    assert [row[3] for row in rows(read)] == [[f"2001.0000{n}"] for n in range(3)]
    assert read.records[0].urls[0].text == "https://huggingface.co/papers/2001.00000"
    assert {record.abstract.text for record in read.records} == {LONG}


@pytest.mark.parametrize(
    ("body", "reader"),
    [
        ("<h1>Jane Doe</h1><h2>Publications</h2>{}", "author-page"),
        ("<h1>Daily Papers</h1><p>Jul 31</p>{}", "daily-papers"),
    ],
)
def test_html_is_read_as_its_text(body: str, reader: str) -> None:
    pairs = "".join(
        f"<h3>{title}</h3>\n<p>{text}</p>" for title, text in zip(TITLES, (LONG, OTHER, THIRD), strict=True)
    )
    read = split(document(body.format(pairs) + "<script>x</script><h2>Teaching</h2>"))
    assert read.reader == reader
    assert [(row[0], record.abstract.text) for row, record in zip(rows(read), read.records, strict=True)] == [
        *zip(TITLES, (LONG, OTHER, THIRD), strict=True)
    ]


def test_bare_abstracts_in_html() -> None:
    read = split(document(f"<p><b>Abstract:</b> {LONG}</p><p><b>Abstract:</b> {OTHER}<br></p>"))
    assert [(record.title, record.abstract.text) for record in read.records] == [(None, LONG), (None, OTHER)]


@pytest.mark.parametrize(
    "item",
    [
        "<article><h3><a href='/{n}'>{t}</a></h3><div class=author>Jane Doe</div><time>2024-01-01</time></article>",
        "<li class=product><h3 class=title><a href='/{n}'>{t}</a></h3><div>$ 12</div></li>",
        "<div class=post><h2 class=post-title><a href='/{n}'>{t}</a></h2><p>I ate bread. It was nice.</p></div>",
        "<li><a href='2026-02-2{n}/index.html'>2026-02-2{n}</a> 24 papers</li>",
    ],
)
def test_other_lists_are_refused(item: str) -> None:
    with pytest.raises(NoReaderFits):
        pages.split(page(document("".join(item.format(t=title, n=n) for n, title in enumerate(TITLES)))))


@pytest.mark.parametrize(
    ("line", "names", "complete"),
    [
        ("Jane Doe*, Ron Roe¹² and Jim (Jimmy) Poe", ["Jane Doe", "Ron Roe", "Jim (Jimmy) Poe"], True),
        ("Jane Doe1, Ron Roe2,3, et al.", ["Jane Doe", "Ron Roe"], False),
        ("Authors: J. Doe; R.-b. Roe", ["J. Doe", "R.-b. Roe"], True),
        ("The Loaf Team", ["The Loaf Team"], True),
        ("Jane Doe · Ron Roe | Jim Poe", ["Jane Doe", "Ron Roe", "Jim Poe"], True),
        ("We bake bread, and Ron eats it", [], True),
        ("BREAD 2020", [], True),
        ("Jim Poe. Titles, Jane Doe", [], True),
    ],
)
def test_people_of_a_line(line: str, names: list[str], complete: bool) -> None:
    found = people_of(line)
    assert list(found.names) == names
    assert found.complete is complete or not names


@pytest.mark.parametrize(
    "body",
    [
        "<li><a href=x.pdf>Titles and Bread</a>, " * 5000,
        "<div class=title>" * 5000 + "x",
        "<p>Jane Doe,<br>" * 10_000,
        "<h3>Bread at Home</h3><p>Jane Doe, Ron Roe</p>" * 3000,
        "<td><b><i><a href='http://['>Bread at Home</a>" * 2000,
        "<span class=title>x</span>" * 20_000,
    ],
)
def test_hostile_lists_are_read_or_refused(body: str) -> None:
    with suppress(NoReaderFits):
        assert all(record.start < record.end for record in split(document(body)).records)


def test_elements_below_front_matter() -> None:
    """As Jekyll's pages are before they are built: HTML, with headings in Markdown."""
    card = '<div class="pub"><div class="pub-title"><a href="https://arxiv.org/abs/2001.0000AT">On Bread AT</a></div>\n'
    card += '<div class="pub-authors">Jane Doe, Ron Roe</div>\n<div class="pub-venue">OVEN 2020</div>\n</div>\n'
    text = "---\ntitle: About\n---\n\n## Publications\n\n" + "".join(card.replace("AT", at) for at in "123")
    read = split(text)
    assert read.reader == "web-list"
    assert [each.title and each.title.text for each in read.records] == ["On Bread 1", "On Bread 2", "On Bread 3"]
    assert [[span.text for span in each.authors] for each in read.records] == [["Jane Doe", "Ron Roe"]] * 3


def test_points_without_a_paper_are_reported() -> None:
    point = "<li><a href='https://arxiv.org/abs/2001.0000{}'>{}</a>, Jane Doe, Ron Roe. BREAD 2020.</li>"
    listed = "".join(point.format(at, title) for at, title in enumerate(TITLES, 1))
    more = "<li>Invited talk at the bakery</li><li>Ann Poe. On the rise of rye. OVEN, 2019.</li>"
    read = split(document(f"<ul>{listed}{more}</ul>"))
    assert [record.title and record.title.text for record in read.records] == [*TITLES, "On the rise of rye"]
    assert [read.page.text[each.start : each.end] for each in read.skipped] == ["Invited talk at the bakery"]
