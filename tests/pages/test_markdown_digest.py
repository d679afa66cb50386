"""Digests and notes in Markdown: a heading for each paper, with fields below it."""

import pytest
from digest_records import ids, names, records, title
from made_pages import LONG, OTHER, THIRD, page, split

from corpus_index import pages
from corpus_index.domain.record import RecordKind
from corpus_index.errors import NoReaderFits

WE = f"{LONG} We also show that our readers cope with whatever people write around the papers. {OTHER}"
DIGEST = f"""# Loaves of the day

## Contents
- [cs.BR](#cs-br)

## cs.BR

### [1] [On Bread, and Why](https://arxiv.org/abs/2401.00001)
*Jane Doe,Ron Roe*

**TL;DR**: 面包会发酵。

<details>
  <summary>Details</summary>
Motivation: Nobody knows.

Abstract: {LONG}

</details>

### [2] [Dough v2: A Model](https://arxiv.org/abs/2401.00002)
*Jim Poe*

TL;DR: 面团。

<details>
  <summary>Details</summary>

Abstract: {THIRD}

</details>
"""


def test_digest() -> None:
    first, second = records(DIGEST)
    assert (title(first), names(first), ids(first)) == ("On Bread, and Why", ["Jane Doe", "Ron Roe"], ["2401.00001"])
    assert first.abstract.text == LONG
    assert first.year is not None
    assert first.year.value == 2024
    assert (title(second), names(second), second.abstract.text) == ("Dough v2: A Model", ["Jim Poe"], THIRD)


def test_summaries_are_no_abstracts() -> None:
    told = [record for record in split(DIGEST).records if record.kind is RecordKind.SUMMARY]
    assert [record.abstract.text for record in told] == ["面包会发酵。\nMotivation: Nobody knows.", "面团。"]
    assert [record.summarises for record in told] == [0, 2]


@pytest.mark.parametrize(
    "block",
    [
        (
            "**Authors**: Jane Doe, Ron Roe\n\n**Link**: [PDF](https://arxiv.org/pdf/2401.00001)\n\n"
            "**Abstract**: {text}\n\n---"
        ),
        "**Authors:** Jane Doe and Ron Roe  \n**arXiv:** 2401.00001  \n**Abstract:** {text}",
        "- **作者**：Jane Doe、Ron Roe\n- **链接**：https://arxiv.org/abs/2401.00001v2\n- **摘要**：{text}",
        "Authors: Jane Doe; Ron Roe\nLink: <https://arxiv.org/abs/2401.00001>\nAbstract: {text}",
        (
            "*[Jane Doe](https://doe.example)<sup>1</sup>, Ron Roe*\n\n[arXiv](https://arxiv.org/abs/2401.00001)\n\n"
            "> **Abstract**: {text}"
        ),
        "**Authors**: Jane Doe, Ron Roe\n\narXiv 2401.00001\n\n<div class='paper-abstract'>\n\n{text}\n\n</div>",
        (
            "**Authors**: Jane Doe, Ron Roe\n\n[PDF](https://arxiv.org/pdf/2401.00001)\n\n"
            "#### Abstract\n\n{text}\n\n#### Notes\n\nGood."
        ),
    ],
)
@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_spellings(block: str, break_: str) -> None:
    parts = [("On Bread, and Why", LONG), ("Dough: A Model", THIRD)]
    text = "# Papers\n\n" + "\n".join(
        f"## {number}. {name} ⭐ 12\n\n{block.format(text=text).replace('00001', f'0000{number}')}\n"
        for number, (name, text) in enumerate(parts, 1)
    )
    read = records(text.replace("\n", break_))
    assert [(title(each), each.abstract.text) for each in read] == parts
    assert [names(each) for each in read] == [["Jane Doe", "Ron Roe"]] * 2
    assert [ids(each) for each in read] == [["2401.00001"], ["2401.00002"]]


BOLD = """**{name}**

Authors: Jane Doe
Abstract: {text}

"""
DETAILS = """<details>
<summary><b>1. {name}</b> ⭐ 6</summary>

[arXiv](https://arxiv.org/abs/2401.0000{at})

> {text}

</details>

"""


@pytest.mark.parametrize("form", [BOLD, DETAILS])
def test_bold_lines_and_summaries_of_details_are_headings(form: str) -> None:
    parts = ["On Bread and Why", "Dough: A Model"]
    text = "# Today\n\n" + "".join(form.format(name=name, text=WE, at=at) for at, name in enumerate(parts, 1))
    assert [(title(each), each.abstract.text) for each in records(text)] == [(name, WE) for name in parts]


TRANSLATED = f"""# [On Bread](https://arxiv.org/abs/2401.00001)

**Title (ZH)**: 面包

**Abstract**: {LONG}

**Abstract (ZH)**: 我们研究。

面包。

---
# [Dough: A Model](https://arxiv.org/abs/2401.00002)

**Abstract**: No abstract available.
"""
NOTE = f"""# On Bread, and Why

- **arXiv**: https://arxiv.org/abs/2401.00001
- **Added**: 2025-01-01

## One-liner
{OTHER}

## Notes
{WE}
"""
FRONT = f"""---
title: "On Bread, and Why"
authors:
  - Jane Doe
  - 'Ron Roe'
date: 2023-05-01
venue: Journal of Loaves
doi: 10.1234/Loaf
---

## Abstract
{LONG}
"""


def test_translations_and_placeholders() -> None:
    first, second = records(TRANSLATED)
    assert (first.abstract.text, second.abstract.text) == (LONG, "")
    (told,) = [record for record in split(TRANSLATED).records if record.summarises is not None]
    assert told.abstract.text == "我们研究。\n面包。"


def test_note_with_the_abstract_below_any_heading() -> None:
    (record,) = records(NOTE)
    assert (title(record), record.abstract.text) == ("On Bread, and Why", WE)
    assert record.year is not None
    assert record.year.value == 2024


def test_front_matter() -> None:
    (record,) = records(FRONT)
    assert (title(record), names(record), ids(record)) == (
        "On Bread, and Why",
        ["Jane Doe", "Ron Roe"],
        ["10.1234/loaf"],
    )
    assert record.year is not None
    assert (record.year.value, record.abstract.text) == (2023, LONG)
    assert record.venue is not None
    assert record.venue.text == "Journal of Loaves"


BLOG = """---
title: My holiday
author: Jane Doe
date: 2020-01-01
---

# My holiday

It was [nice](https://example.org).
"""
CODE = f"""# On Bread: the code

Jane Doe, Ron Roe

[Paper](https://arxiv.org/abs/2401.00001)

## Abstract
{LONG}

## Installation
Run `pip install bread`.
"""
MANUAL = """# Bread

A program that bakes, described in [a paper](https://arxiv.org/abs/2401.00001).

## Options

**Author**: the name that is printed on the loaf.

### `abstract`

The shape of the loaf, see [the list of shapes](https://bread.example/shapes).
"""


REPORT = DIGEST + "".join(f"### A finding of ours, number {number}\n\nBread rises.\n\n" for number in range(9))


@pytest.mark.parametrize(
    "text", [BLOG, CODE, REPORT, MANUAL, "# One\n\n# Two\n\nwords\n", "---\n---\n", "# [a b](http://[::1)\n"]
)
def test_refused(text: str) -> None:
    with pytest.raises(NoReaderFits):
        pages.split(page(text))


@pytest.mark.parametrize(
    "text",
    [
        "# a b c\n" + "[" * 20_000,
        "# a b c\n" + "> " * 5_000 + "x",
        "# a b c\n" + "<details>\n\n" * 2_000,
        "# a b c\n" + "<a href=x>" * 5_000,
        "# a b c\n**Authors**: " + "(" * 20_000,
        "# a b c\n**Authors**: " + "Jane Doe, " * 5_000 + "\n\n**Abstract**: " + "word " * 20_000,
        "---\n" + "a: b\n" * 5_000,
        "# a b c\n" * 2_000,
        "# " + "\\textit{" * 5_000 + "\n[x](https://arxiv.org/abs/2401.00001)\n\n" + LONG,
    ],
)
def test_hostile_pages_are_read_or_refused(text: str) -> None:
    try:
        split(text)
    except NoReaderFits:
        return
