"""Lists of papers as search engines and proceedings show them: how they say titles, people, years and identifiers."""

from typing import Any

import pytest
from made_pages import LONG, split

from corpus_index.domain.record import RawRecord


def facts(record: RawRecord) -> tuple[Any, ...]:
    """Title, authors, year and identifiers as plain values."""
    return (
        record.title.text if record.title else None,
        [span.text for span in record.authors],
        record.year.value if record.year else None,
        [printed.id.value for printed in record.ids],
    )


NUMBERED = (
    '<li class="result"><p class="list-title"><a href="https://arxiv.org/abs/2001.0000AT">arXiv:2001.0000AT</a> '
    '[<a href="https://arxiv.org/pdf/2001.0000AT">pdf</a>]</p><p class="title">On Bread AT</p>'
    '<p class="authors"><span>Authors:</span> <a href="#">Jane Doe</a>, <a href="#">Ron Roe</a></p></li>'
)
DASHED = (
    '<div class="r"><h3><span>[PDF][PDF]</span> <a href="https://arxiv.org/abs/2001.0000AT">On Bread AT</a></h3>'
    '<div class="by">J Doe, R Roe - Journal of Bread, 2019 - baker.example</div><div>Bread rises, and …</div></div>'
)
MEDICAL = (
    '<article class="r"><a class="docsum-title" href="/12345AT/">On Bread AT.</a><div><span class="authors">'
    "Doe J, Roe RA.</span> <span>J Bread. 2019 Jan;16(1):10-20. doi: 10.1234/bread.AT.</span></div></article>"
)
CITED = (
    '<div class="pub-item"><span class="li-author"><span>Jane Doe</span>, <span>Ron Roe</span></span> (2019). '
    '<a href="/publication/AT/">How Bread Rises at Night AT</a>. <em>Journal of Bread</em>.'
    '<p><a class="btn" href="https://doi.org/10.1234/bread.AT">DOI</a></p></div>'
)
ROWS = (
    '<div class="title-row"><span>C1</span><div class="title">On Bread AT</div></div>'
    '<div class="authors">Jane Doe, Ron Roe</div><div>OVEN 2019</div>'
)
OWN = (
    '<li><a href="https://doe.example/AT"><papertitle>On Bread AT</papertitle></a><br><strong>Jane Doe</strong>,</br>'
    '<a href="#">Ron Roe</a><br><em>OVEN</em>, 2019 <strong>(Oral Presentation)</strong><br>'
    '<a href="https://arxiv.org/abs/2001.0000AT">arXiv</a></li>'
)
PEOPLE = ["Jane Doe", "Ron Roe"]


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        (NUMBERED, ("On Bread 1", PEOPLE, 2020, ["2001.00001"])),
        (DASHED, ("On Bread 1", ["J Doe", "R Roe"], 2019, ["2001.00001"])),
        (MEDICAL, ("On Bread 1", ["J Doe", "RA Roe"], 2019, ["10.1234/bread.1"])),
        (CITED, ("How Bread Rises at Night 1", PEOPLE, 2019, ["10.1234/bread.1"])),
        (OWN, ("On Bread 1", PEOPLE, 2019, ["2001.00001"])),
        (f'<div class="item">{ROWS}</div>', ("On Bread 1", PEOPLE, 2019, [])),
    ],
    ids=["number above the title", "authors, venue and year between dashes", "initials last", "year behind authors",
         "an element of its own", "title within a row"],
)  # fmt: skip
def test_item(item: str, wanted: tuple[Any, ...]) -> None:
    read = split(f"<html><body><ol>{''.join(item.replace('AT', at) for at in '123')}</ol></body></html>")
    assert (read.reader, facts(read.records[0])) == ("web-list", wanted)
    assert len(read.records) == 3


@pytest.mark.parametrize(
    ("address", "value"), [("/forum?id=a1B2c3D4e5", "a1B2c3D4e5"), ("/2019.bread-main.1/", "2019.bread-main.1")]
)
def test_identifiers_in_addresses_within_a_site(address: str, value: str) -> None:
    """Papers without a year take that of the volume, which stands in a heading above them."""
    item = f'<li class="note"><h4><a href="{address}">How Bread Rises at Night</a></h4><p>Jane Doe, Ron Roe</p></li>'
    other = item.replace(address, "x.html").replace("Night", "Noon")
    read = split(f"<html><body><h2>Meeting on Bread (2019)</h2><ul>{item}{other}</ul></body></html>")
    assert facts(read.records[0]) == ("How Bread Rises at Night", PEOPLE, 2019, [value])


def test_years_of_headings() -> None:
    item = '<li><a href="AT.pdf">How Bread Rises at Night AT</a><br>Jane Doe, Ron Roe<br>In <i>OVEN</i></li>'
    years = [f"<h3>{year}</h3><ul>{item.replace('AT', str(year))}</ul>" for year in (2019, 2018)]
    read = split(f"<html><body><h1>Since 2001</h1>{''.join(years)}</body></html>")
    assert [facts(record)[2] for record in read.records] == [2019, 2018]


def test_abstract_in_short_and_in_full() -> None:
    text = f'<p class="abstract"><span class="abstract-short">{LONG[:40]}&hellip; <a>&#9661; More</a></span>'
    text += f'<span class="abstract-full">{LONG} <a>&#9651; Less</a></span></p></li>'
    items = [NUMBERED.replace("AT", at).replace("</li>", text) for at in "12"]
    read = split(f"<html><body><ol>{''.join(items)}</ol></body></html>")
    assert [record.abstract.text for record in read.records] == [LONG, LONG]


REFERENCES = """<ol class="bibliography">
<li><span>Doe, J., Roe, R., &amp; Poe, J. (2019). How bread rises: a study. In <i>Proceedings of the Oven Workshop</i>
(pp. 1–9). http://doi.org/10.1234/bread</span></li>
<li><b>Jane Doe</b>*, Ron Roe* (2018). <em>Why Loaves Have a Crust</em>. <b>OVEN 2018</b>.
<a href="https://x.example/">x</a></li>
<li>Many more in the archive</li></ol>"""


def test_references_in_running_text() -> None:
    read = split(f"<html><body><p>My works.</p>{REFERENCES}</body></html>")
    assert read.reader == "web-references"
    assert [facts(record) for record in read.records] == [
        ("How bread rises: a study", ["J. Doe", "R. Roe", "J. Poe"], 2019, ["10.1234/bread"]),
        ("Why Loaves Have a Crust", ["Jane Doe", "Ron Roe"], 2018, []),
    ]
    assert [span.text for span in read.records[1].urls] == ["https://x.example/"]
    assert "Many more in the archive" in {read.page.text[each.start : each.end] for each in read.skipped}
