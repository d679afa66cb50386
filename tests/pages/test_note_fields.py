"""Notes about one paper in Markdown: where they say its fields."""

import pytest
from digest_records import ids, names, records, title
from made_pages import LONG, split


def test_note_of_which_the_front_matter_has_no_authors() -> None:
    front = "---\ntitle: 'On Bread: Why It Rises'\nvenue: OVEN\nyear: 2020\n---\n\n# On Bread\n\n"
    (note,) = records(f"{front}**Authors:** Jane Doe, Ron Roe\n**URL:** https://openreview.net/forum?id=a1B2c3D4\n")
    assert (title(note), names(note)) == ("On Bread: Why It Rises", ["Jane Doe", "Ron Roe"])
    assert note.year is not None
    assert (ids(note), note.year.value) == (["a1B2c3D4"], 2020)


def test_values_in_brackets() -> None:
    text = "# [On Bread: Why It Rises]\n\n* **作者:** [Jane Doe, Ron Roe]\n* **arXiv ID:** [2001.00001]\n"
    (note,) = records(f"{text}* **Abstract:** {LONG}\n")
    assert (title(note), names(note), ids(note)) == ("On Bread: Why It Rises", ["Jane Doe", "Ron Roe"], ["2001.00001"])


LOGSEQ = """title:: On Bread: Why It Rises
authors:: [[Jane Doe]], [[Ron Roe]]
year:: 2020
url:: https://arxiv.org/abs/2001.00001

- ## Notes
\t- Read it.
"""
CALLOUT = """---
citekey: doe2020
---
> **FirstAuthor**:: Doe, Jane
> **Author**:: Roe, Ron
>
> **Title**:: On Bread: Why It Rises
> **Year**:: 2020
> **DOI**:: 10.48550/arXiv.2001.00001
"""


@pytest.mark.parametrize("text", [LOGSEQ, CALLOUT], ids=["properties of a page", "fields in a quotation"])
def test_fields_with_two_colons(text: str) -> None:
    (note,) = records(text)
    assert (title(note), names(note), ids(note)) == ("On Bread: Why It Rises", ["Jane Doe", "Ron Roe"], ["2001.00001"])


def test_abstract_beside_its_translation() -> None:
    front = (
        "---\ntitle: 'On Bread: Why It Rises'\nauthors: Jane Doe, Ron Roe\npdf: https://arxiv.org/pdf/2001.00001\n---\n"
    )
    note, translated = split(f"{front}## 摘要\n我们烤面包并测量它如何膨胀。\n\n## Abstract\n{LONG}\n").records
    assert (note.abstract.text, translated.summarises) == (LONG, note.ordinal)


def test_titles_in_bold_above_labelled_links() -> None:
    names = ("How Bread Rises", "Why Loaves Have a Crust", "What Crumbs Are For")
    text = "".join(f"**{name}**\n\n- 论文：https://arxiv.org/abs/2001.0000{at}\n- 代码：https://github.com/doe/x{at}\n\n"
                   for at, name in enumerate(names, 1))  # fmt: skip
    found = records(f"# 面包\n\n{text}")
    assert [(title(each), ids(each)) for each in found] == [
        (name, [f"2001.0000{at}"]) for at, name in enumerate(names, 1)
    ]


@pytest.mark.parametrize("head", ["[!abstract]", "[!Abstract]- ", "[!note]+ Abstract", "[!summary|wide] Abstract"])
def test_callouts(head: str) -> None:
    front = "---\ntitle: On Bread\nauthors: [Jane Doe, Ron Roe]\ndoi: 10.1234/bread\n---\n\n"
    first, own = split(f"{front}> {head}\n> {LONG}\n\n> [!note] Thoughts\n> Read again.\n").records
    assert (title(first), first.abstract.text) == ("On Bread", LONG)
    assert (own.summarises, own.abstract.text) == (first.ordinal, "Read again.")
