"""Tables of papers in Markdown and in the HTML within it."""

import pytest
from made_pages import LONG, THIRD, page, split

from corpus_index import pages
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.errors import NoReaderFits


def records(text: str) -> tuple[RawRecord, ...]:
    """What is read from a page that has to be a table."""
    read = split(text)
    assert read.reader == "markdown-table"
    return read.records


def told(text: str) -> list[tuple[str | None, int | None, list[str]]]:
    """Titles, years and identifiers."""
    return [
        (
            each.title.text if each.title else None,
            each.year.value if each.year else None,
            [one.id.value for one in each.ids],
        )
        for each in records(text)
    ]


SHOW, SHOWN = "<details><summary>Show</summary><p>", "</p></details>"
DETAILS = f"""# Papers

| **Title** | **Date** | **Abstract** | **Comment** |
| --- | --- | --- | --- |
| **[On Bread](https://arxiv.org/abs/2301.00001v3)** | 2024 | {SHOW}{LONG} |x| > 1.{SHOWN} | {SHOW}12 pages{SHOWN} |
| **[Dough, 1\\,Hz](https://arxiv.org/abs/2401.00002v1)** | 2024-05-01 | {SHOW}{THIRD}{SHOWN} |  |
"""
SCORES = """# Baking

| Model | Rise | Paper / Source | Code |
| ----- | :--: | -------------- | ---- |
| A (Doe et al., 2018) | 9.1 | [On Bread, and Why](https://aclanthology.org/P18-1001) | [Code](https://g.example/loaf) |
| B (Doe et al., 2018) | 8.9 | [On Bread, and Why](https://aclanthology.org/P18-1001) * |
| Old (Poe et al., 2015) | 8 |[Dough: A Model](https://arxiv.org/abs/1801.00002)| |
| Older (Roe et al., 2014) | 7 |[Dough: A Model](https://arxiv.org/pdf/1801.00002)| |
| Oldest | 6 | Doe, Jane, and Ron Roe. "Loaves of the past." Proceedings of Bread. 2004. | |
| None | 5 | | |

| Passage | Question |
| ------- | -------- |
| Bread rises in the oven. | What rises? |
"""


def test_abstracts_in_details() -> None:
    assert told(DETAILS) == [("On Bread", 2023, ["2301.00001"]), ("Dough, 1 Hz", 2024, ["2401.00002"])]
    assert [each.abstract.text for each in records(DETAILS)] == [f"{LONG} |x| > 1.", THIRD]


def test_scores() -> None:
    assert told(SCORES) == [
        ("On Bread, and Why", 2018, ["P18-1001"]),
        ("Dough: A Model", 2018, ["1801.00002"]),
        ("Loaves of the past", 2004, []),
    ]
    assert [name.text for name in records(SCORES)[2].authors] == ["Jane Doe", "Ron Roe"]


def test_digest_of_a_site() -> None:
    text = "| # | 题目 | 一句话要点 |\n|---:|---|---|\n"
    text += "| 1 | [On Bread](./papers/240100001v2-on-bread.html) | 面包 |\n"
    text += "| 2 | [Dough: A Model](./papers/240100002v1-dough.html) | 面团 |\n"
    read = records(text)
    assert [each.kind for each in read] == [RecordKind.SUMMARY] * 2
    assert [(one.id.value, one.id.version) for each in read for one in each.ids] == [
        ("2401.00001", "v2"),
        ("2401.00002", "v1"),
    ]
    assert [each.urls for each in read] == [(), ()]


def test_authors_in_a_column_and_links_in_another() -> None:
    text = "|Date|Title|Authors|PDF|Code|\n|:--|:--|:--|:--|:--|\n"
    text += "|**2024-01-02**|**On Bread, $|x|$**|Jane Doe et.al.|[2401.00001](http://arxiv.org/abs/2401.00001)|null|\n"
    text += "|2024-01-02|Dough: A Model|Ron Roe, Jim Poe|[2401.00002](http://arxiv.org/abs/2401.00002)|"
    text += "**[link](https://github.com/poe/dough)**|\n"
    first, second = records(text)
    assert first.title is not None
    assert first.title.text == "On Bread, $|x|$"
    assert ([each.text for each in first.authors], first.authors_complete) == (["Jane Doe"], False)
    assert [each.text for each in second.authors] == ["Ron Roe", "Jim Poe"]
    assert [each.text for each in second.urls] == ["http://arxiv.org/abs/2401.00002", "https://github.com/poe/dough"]


def test_html_without_a_title_column() -> None:
    rows = "".join(
        f"<tr><td>{at}</td><td><a href='https://arxiv.org/abs/2401.0000{at}'>Bread number {name}</a></td></tr>\n"
        for at, name in enumerate(("one", "two", "three"), 1)
    )
    assert [each[0] for each in told(f"# Papers\n\n<table>\n<tr><th>No</th><th>What</th></tr>\n{rows}</table>\n")] == [
        "Bread number one",
        "Bread number two",
        "Bread number three",
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "# API\n\n| Title | Link |\n|---|---|\n"
            "| Bread function | [docs](https://x.example/a) |\n| Dough function | [docs](https://x.example/b) |\n"
        ),
        "| a | b |\n|---|---|\n",
        "|" * 20_000 + "\n" + "|-" * 10_000,
        "|a|b|\n|-|-|\n|" + "<details>" * 10_000,
        "|a|b|\n|-|-|\n|" + "$a|" * 10_000,
        "<table>" + "<tr><td>" * 10_000,
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(NoReaderFits):
        pages.split(page(text))


def test_titles_that_begin_with_a_quotation() -> None:
    head = "|Date|Title|Authors|PDF|\n|---|---|---|---|\n"
    row = '|2020|**"Rise Up": How Bread AT Rises**|Doe, J., Roe, R.|[pdf](https://arxiv.org/abs/2001.0000AT)|'
    rows = [row.replace("AT", str(at)) for at in (1, 2)]
    found = records(head + "\n".join(rows))
    assert [each.title and each.title.text for each in found] == [f'"Rise Up": How Bread {at} Rises' for at in (1, 2)]
    assert [[span.text for span in each.authors] for each in found] == [["J. Doe", "R. Roe"]] * 2


def test_dates_count_where_no_number_tells_the_year() -> None:
    table = "|Date|Paper|\n|---|---|\n|2018-10|[On Bread](https://aclanthology.org/N19-1423.pdf)|\n"
    table += "|2024-10|[On Some Jam](https://arxiv.org/abs/2001.00001)|\n"
    assert [year for _, year, _ in told(table)] == [2018, 2020]


def test_names_with_the_family_first() -> None:
    table = "| Title | Authors |\n| --- | --- |\n| On the Rise of Bread | Doe, Jane; van der Roe, Ron; et al. |\n"
    first, _ = records(f"{table}| On the Fall of Bread | Doe, Jane and Roe, Ron |\n")
    assert [author.text for author in first.authors] == ["Jane Doe", "Ron van der Roe"]
    assert not first.authors_complete


def test_a_list_beside_a_table_is_read_too() -> None:
    rows = "| On the Rise of Bread | Jane Doe, Ron Roe |\n| On Rye Bread | Ann Poe, Bo Loe |\n"
    table = f"| Title | Authors |\n| --- | --- |\n{rows}"
    listed = "- [On Salt and Bread](https://arxiv.org/abs/2001.00001)\n- Ask the baker\n"
    for text, first in ((f"{table}\n## More\n\n{listed}", 0), (f"{listed}\n## Older\n\n{table}", 1)):
        read = split(text)
        titles = [record.title and record.title.text for record in read.records]
        assert titles == [
            *["On Salt and Bread"] * first,
            "On the Rise of Bread",
            "On Rye Bread",
            *["On Salt and Bread"] * (1 - first),
        ]
        assert [read.page.text[each.start : each.end] for each in read.skipped] == ["Ask the baker"]


def test_titles_in_bold_with_what_is_said_of_them() -> None:
    row = "| 1) **LoafAT** - a model that tells us why bread rises. | [Paper](https://arxiv.org/abs/2001.0000AT) |\n"
    text = "| **Paper** | **Links** |\n|---|---|\n" + row.replace("AT", "1") + row.replace("AT", "2")
    first, told, *_ = records(text)
    assert (first.title and first.title.text, told.abstract.text) == ("Loaf1", "a model that tells us why bread rises.")
