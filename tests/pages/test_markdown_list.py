"""Awesome lists and reading lists in Markdown."""

import pytest
from made_pages import page, split

from corpus_index import pages
from corpus_index.domain.record import RawRecord
from corpus_index.errors import NoReaderFits

HEAD = """# Awesome Bread [![Awesome](https://awesome.example/badge.svg)](https://awesome.example)

- [Papers](#papers)

## Papers

"""
FILL = "".join(f"- [Filling number {name}](https://arxiv.org/abs/2001.0000{at})\n" for at, name in enumerate("abc", 1))


def records(text: str) -> tuple[RawRecord, ...]:
    """What is read from a page that has to be a list."""
    read = split(text)
    assert read.reader == "markdown-list"
    return read.records


@pytest.mark.parametrize(
    ("item", "title", "authors", "year", "venue"),
    [
        ("- [Loaf](LINK) with Sour Dough and Salt | OVEN' 25", "Loaf with Sour Dough and Salt", [], 2025, "OVEN' 25"),
        (
            "- Rising Dough with [LoafNet](LINK) for Fast Ovens",
            "Rising Dough with LoafNet for Fast Ovens",
            [],
            2024,
            None,
        ),
        ("- A Roe, B Poe. **On Rye**. 2023. [doi.org/10.1/x](LINK)", "On Rye", ["A Roe", "B Poe"], 2023, None),
        ("- **On Rye and Salt**. [arxiv.org/abs/2401.1](LINK)", "On Rye and Salt", [], 2024, None),
        ("- [paper](LINK) | [code](https://github.com/doe/x) On Bread and Salt", "On Bread and Salt", [], 2024, None),
        ("- [Sour Dough Rise](LINK): SDR: On Sour Dough | OVEN", "SDR: On Sour Dough", [], 2024, None),
        ("- **Loaf**: [A Model of Bread](LINK) (Roe et al., 2023)", "Loaf: A Model of Bread", ["Roe"], 2023, None),
        ("- [Loaf](LINK): On the Rise of Bread. Roe 2023.", "Loaf: On the Rise of Bread", [], 2023, None),
        ("- [Roe 2023] [On the Rise of Bread](LINK)", "On the Rise of Bread", [], 2023, None),
        ("- Roe 2023, [On the Rise of Bread](LINK)", "On the Rise of Bread", [], 2023, None),
        ("- [On Bread](LINK), Nature 2023", "On Bread", [], 2023, "Nature 2023"),
        ("- [Loaf](LINK): A Model of Bread | OVEN' 25", "Loaf: A Model of Bread", [], 2025, "OVEN' 25"),
        ("- [OVEN2023] On Bread (_University of Loaves_) [[paper]](LINK);", "On Bread", [], 2023, "OVEN2023"),
        (
            "- **On Bread.** *Doe, J., Roe, R.* OVEN 2023. [[paper]](LINK)",
            "On Bread",
            ["J. Doe", "R. Roe"],
            2023,
            "OVEN 2023",
        ),
        (
            "1. **On Bread.** *Doe, Jane, Ron Roe, and Jim Poe.* OVEN 2023. [[pdf]](LINK)",
            "On Bread",
            ["Jane Doe", "Ron Roe", "Jim Poe"],
            2023,
            "OVEN 2023",
        ),
        ('3. Doe, Jane. **"On Bread."** OVEN (2023). [[Paper]](LINK)', "On Bread", ["Jane Doe"], 2023, "OVEN (2023)"),
        (
            '4. Doe, Jane, et al. "On Bread." OVEN (2023). [[Paper]](LINK)',
            "On Bread",
            ["Jane Doe"],
            2023,
            "OVEN (2023)",
        ),
        (
            "- [2023/02] On Bread: Why It Rises *Jane Doe et al. Oven* [[paper](LINK)] [[code](https://github.com/doe/x)]",
            "On Bread: Why It Rises",
            ["Jane Doe"],
            2023,
            None,
        ),
        ("- [2023/02] **On Bread.** *Jane Doe (Oslo). Oven.* [[paper](LINK)]", "On Bread", ["Jane Doe"], 2023, None),
        (
            '1. <u>Loaf</u>: **"On Bread"**. *Jane Doe et al.* OVEN 2023. [[Paper](LINK)]',
            "On Bread",
            ["Jane Doe"],
            2023,
            "OVEN 2023",
        ),
        (
            "1. **On Bread** [[pdf](LINK)]\n\n   *Jane Doe\\*, Ron Roe\\**",
            "On Bread",
            ["Jane Doe", "Ron Roe"],
            2024,
            None,
        ),
        ("- [On Bread](LINK), Doe & Roe, OVEN 2023 | [bibtex](x.bib)", "On Bread", ["Doe", "Roe"], 2023, "OVEN 2023"),
        (
            "1. **On Bread**.(OVEN 2023) <br />\nJane D. Doe, Ron Roe.[[paper](LINK)]",
            "On Bread",
            ["Jane D. Doe", "Ron Roe"],
            2023,
            "OVEN 2023",
        ),
        ('- "Rise Up": How Bread Rises [[paper]](LINK)', '"Rise Up": How Bread Rises', [], 2024, None),
        ("- [Loaf:](LINK) A Model of Bread", "Loaf: A Model of Bread", [], 2024, None),
        (
            "1. **[On Bread.](LINK)** [[code](https://github.com/doe/x)]\n\n    *Jane Doe, Ron Roe.* ACL'23",
            "On Bread",
            ["Jane Doe", "Ron Roe"],
            2023,
            "ACL'23",
        ),
        (
            "- (ICLR 2023) On Bread: Why It Rises [[Paper](LINK)] [[Code](https://github.com/doe/x)]",
            "On Bread: Why It Rises",
            [],
            2023,
            "ICLR 2023",
        ),
        (
            "- [2023/05] **On Bread.** [[paper](LINK)] ![](https://img.shields.io/github/stars/a/b)",
            "On Bread",
            [],
            2023,
            None,
        ),
        (
            "- **On Bread**, Jane Doe, Ron Roe, *NeurIPS 2022*. [[pdf]](LINK)",
            "On Bread",
            ["Jane Doe", "Ron Roe"],
            2022,
            "NeurIPS 2022",
        ),
        (
            '- Jane Doe, Ron Roe. "On Bread, and Why." *ICML*, 2020. [paper](LINK)',
            "On Bread, and Why",
            ["Jane Doe", "Ron Roe"],
            2020,
            "ICML, 2020",
        ),
        (
            "- Jane Doe, Ron Roe. **On Bread.** ACL 2023. [[PDF](LINK)]",
            "On Bread",
            ["Jane Doe", "Ron Roe"],
            2023,
            "ACL 2023",
        ),
        ("- On Bread, ICLR 2022, [[paper]](LINK)", "On Bread", [], 2022, "ICLR 2022"),
        ("- <a href='LINK'>On Bread</a>, NAACL 2021", "On Bread", [], 2021, "NAACL 2021"),
        ("- [On Bread][one] – A Bakery (Jul 2024)\n\n[one]: LINK", "On Bread", [], 2024, "A Bakery (Jul 2024)"),
        ("- [On Bread](LINK) - A short note that describes the paper.", "On Bread", [], 2024, None),
        (
            "* **On Bread**\n  - Authors: Jane Doe, Ron Roe\n  - [Paper](LINK) | [Code](https://github.com/doe/x)",
            "On Bread",
            ["Jane Doe", "Ron Roe"],
            2024,
            None,
        ),
    ],
)
def test_items(item: str, title: str, authors: list[str], year: int, venue: str | None) -> None:
    item = item.replace("LINK", "https://arxiv.org/abs/2401.00001")
    record = records(f"{HEAD}{FILL}{item}\n")[-1]
    assert record.title is not None
    assert record.title.text == title
    assert [each.text for each in record.authors] == authors
    assert record.year is not None
    assert record.year.value == year
    assert (record.venue.text if record.venue else None) == venue
    assert [each.id.value for each in record.ids] == ["2401.00001"]


SECTIONS = f"""{HEAD}<details>
<summary><b>2019</b></summary>

- [On Bread](https://www.usenix.org/conference/x/doe)

</details>

**2021**
- [Dough: A Model](https://dl.acm.org/doi/abs/10.1145/1.2)
{FILL}- Rolls Without a Link: A Study of Rolls | OVEN' 22
- [A blog on bread](https://bread.example/blog)
- [Breadware tools](https://github.com/doe/tools)

## Tools
- [Another bread tool](https://github.com/doe/b)
- [A bread course](https://bread.example/course)
- [Dough: A Model](https://dl.acm.org/doi/abs/10.1145/1.2)
- [Third tool of bread](https://third.example)
"""


def test_headings_give_years_and_code_is_no_paper() -> None:
    read = records(SECTIONS)
    assert [(each.title.text if each.title else "", each.year.value if each.year else None) for each in read] == [
        ("On Bread", 2019),
        ("Dough: A Model", 2021),
        ("Filling number a", 2021),
        ("Filling number b", 2021),
        ("Filling number c", 2021),
        ("Rolls Without a Link: A Study of Rolls", 2022),
        ("A blog on bread", 2021),
    ]
    assert [each.id.value for each in read[1].ids] == ["10.1145/1.2"]


MANUAL = f"""# Bread

## Installation
- [Bread for everyone](https://bread.example)

## Usage
- [A guide to bread](https://bread.example/guide)

## References
{FILL}"""
LINKS = """# Links

- [A guide to bread](https://bread.example/a)
- [A guide to dough](https://bread.example/b)
- [The paper behind](https://arxiv.org/abs/2401.00001)
"""


@pytest.mark.parametrize(
    "text",
    [
        MANUAL,
        LINKS,
        "# Changes\n\n- Fixed the oven, see https://github.com/doe/x/1\n- Added salt, see https://github.com/doe/x/2\n",
        "- " + "[" * 20_000 + "(http://x",
        "- [a b](http://x) " + "| " * 20_000,
        "- " + "a, " * 5_000 + "http://x",
        "\n".join("  " * depth + "- [a b](http://x)" for depth in range(200)),
        "- " + "**a " * 5_000 + "[x](http://x)",
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(NoReaderFits):
        pages.split(page(text))


def test_code_with_authors_and_a_year_among_papers() -> None:
    item = (
        "- **A Corpus of Bread.** `GitHub`  \n  *Jane Doe and Ron Roe.* [[GitHub](https://github.com/doe/x)], 2023.\n"
    )
    *_, last = records(f"{HEAD}{FILL}{item}- [A tool for bakers](https://github.com/doe/tool)\n")
    assert last.title is not None
    assert (last.title.text, [span.text for span in last.authors]) == ("A Corpus of Bread", ["Jane Doe", "Ron Roe"])


def test_numbered_sections_of_references_are_no_papers() -> None:
    fills = [FILL.replace("0000", f"1{at}00").replace("number", f"of loaf {at}") for at in range(1, 4)]
    text = "".join(f"## 2.{at} On Bread\n\n{fill}\n" for at, fill in enumerate(fills, 1))
    assert len(records(f"# Bread\n\n{text}")) == 9


def test_a_list_and_nothing_else_may_be_short() -> None:
    assert [
        record.title and record.title.text
        for record in records("# Bread\n\n- [On Rye](https://arxiv.org/abs/2001.00001)\n")
    ] == ["On Rye"]


def test_a_short_list_is_refused_with_what_it_lacks() -> None:
    text = "# Notes\n\nSome words about bread.\n\n- [On Rye](https://arxiv.org/abs/2001.00001)\n- [Flour](https://flour.example)\n"
    with pytest.raises(NoReaderFits, match="only 1 item of a list in Markdown"):
        split(text)


def test_items_without_a_paper_are_reported() -> None:
    read = split(f"{HEAD}{FILL}- Ask the baker\n")
    assert [read.page.text[each.start : each.end] for each in read.skipped] == ["Ask the baker"]


def test_years_and_topics_as_items() -> None:
    """Titles in front of generic links are no fields of the topic that they are listed below."""
    items = "".join(f"  - {year}\n    - On Bread and Loaves of {year}, [[pdf]](https://arxiv.org/abs/{at}01.00001)\n"
                    for year, at in ((2019, "19"), (2018, "18")))  # fmt: skip
    found = records(f"{HEAD}- Topics\n{items}{FILL}")
    assert [record.title and record.title.text for record in found[:2]] == [
        "On Bread and Loaves of 2019",
        "On Bread and Loaves of 2018",
    ]


def test_cited_items_that_lead_to_projects() -> None:
    items = (
        "- [How Bread Rises at Night](https://r.example/), Doe et al., OVEN 2020\n- [Talk](https://t.example/), Doe\n"
    )
    *_, last = records(f"{HEAD}{FILL}## Projects\n\n{items}")
    assert last.title is not None
    assert (last.title.text, [span.text for span in last.authors]) == ("How Bread Rises at Night", ["Doe"])
