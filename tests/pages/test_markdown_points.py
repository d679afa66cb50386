"""Short lists in Markdown, answers of language models and newsletters."""

import pytest
from made_pages import page, split

from corpus_index import pages
from corpus_index.domain.record import RawRecord
from corpus_index.errors import NoReaderFits


def records(text: str) -> tuple[RawRecord, ...]:
    """What is read from a page that has to be a list."""
    read = split(text)
    assert read.reader == "markdown-list"
    return read.records


def test_two_papers_with_their_code_are_enough_beside_other_text() -> None:
    item = "- **{}** [[Paper]](https://arxiv.org/abs/2001.0000{}) [[Code]](https://github.com/doe/x)\n"
    tools = "\n## Tools\n\nTools for bread.\n\n- [Kneader](https://github.com/doe/kneader) - kneads\n"
    found = records(f"# Bread\n\nA list.\n\n{item.format('On Bread', 1)}{item.format('On Salt', 2)}{tools}")
    assert [record.title and record.title.text for record in found] == ["On Bread", "On Salt"]
    with pytest.raises(NoReaderFits):
        pages.split(page(f"# Bread\n\nA list.\n\n{item.format('On Bread', 1)}{tools}"))


def test_an_answer_in_which_links_stand_below_the_titles() -> None:
    item = (
        '{0}. **"{1}"** – *Jane Doe, Ron Roe* (2020)\n   A word on it. [arXiv](https://arxiv.org/abs/2001.0000{0})\n\n'
    )
    found = records(
        "Here are some papers:\n\n" + "".join(item.format(n, f"On Bread {n}") for n in (1, 2, 3)) + "More?\n"
    )
    assert [record.title and record.title.text for record in found] == ["On Bread 1", "On Bread 2", "On Bread 3"]
    assert {tuple(name.text for name in record.authors) for record in found} == {("Jane Doe", "Ron Roe")}


def test_points_of_a_newsletter() -> None:
    item = "**{0}. On the Rise of Bread {0}** - why it rises. ([paper](https://arxiv.org/abs/2001.0000{0}) | [post](https://x.example))\n\n"
    found = records("# Bread Weekly\n\nHello.\n\n## Papers\n\n" + "".join(map(item.format, (1, 2, 3))) + "Thanks!\n")
    assert [record.ids[0].id.value for record in found] == ["2001.00001", "2001.00002", "2001.00003"]
    assert found[0].title is not None
    assert found[0].title.text == "On the Rise of Bread 1"
