"""References in running text, as papers list them at their end."""

import pytest
from made_pages import split

from corpus_index.pages.text.running_reference import reference_in


@pytest.mark.parametrize(
    ("text", "title", "authors", "year", "venue"),
    [
        ("A. Roe and B. Poe. On bread. In ICML, 2020.", "On bread", ["A. Roe", "B. Poe"], 2020, "ICML"),
        ("Ann Roe, Bo Poe, and Cy Doe. Rye: A study of\n  loaves. In Proceedings of OVEN, pages 1–9, 2019.",
         "Rye: A study of loaves", ["Ann Roe", "Bo Poe", "Cy Doe"], 2019, "Proceedings of OVEN"),
        ("Roe, A., & Poe, B. C. (2021). What do loaves know? Journal of Bread, 12(3), 1–9.",
         "What do loaves know?", ["A. Roe", "B. C. Poe"], 2021, "Journal of Bread, 12(3), 1–9"),
        ("Ann Roe and Bo Poe. 2022. Rolls at scale. arXiv preprint arXiv:2103.00003.",
         "Rolls at scale", ["Ann Roe", "Bo Poe"], 2022, "arXiv preprint arXiv:2103.00003"),
        ('A. Roe, B. Poe, "On the rise of dough," IEEE Trans. Bread, 2018.',
         "On the rise of dough", ["A. Roe", "B. Poe"], 2018, None),
        ("Crumb Lab. Rye technical report, 2023.", "Rye technical report", ["Crumb Lab"], 2023, None),
        ("Ann Roe et al. Rolls are loaves. OVEN, 2020.", "Rolls are loaves", ["Ann Roe"], 2020, "OVEN"),
        ("Attention is all you knead. A. Roe, N. Poe. OVEN 2017.",
         "Attention is all you knead", ["A. Roe", "N. Poe"], 2017, "OVEN"),
    ],
)  # fmt: skip
def test_styles(text: str, title: str, authors: list[str], year: int, venue: str | None) -> None:
    entry = reference_in(text)
    assert entry is not None
    assert (entry.title, list(entry.authors), entry.year, entry.venue) == (title, authors, year, venue)


@pytest.mark.parametrize(
    "text", ["Personal communication.", "The oven is hot. It was hot in 2020.", "Roe, A. 2020", ""]
)
def test_no_reference(text: str) -> None:
    assert reference_in(text) is None


@pytest.mark.parametrize("mark", ["[{}]", "{}.", "({})", "-"])
def test_lists_with_numbers_or_bullets(mark: str) -> None:
    works = (
        "A. Roe and B. Poe. On bread. In ICML, 2020.",
        "C. Doe. On rye in\n    ovens. OVEN, 2021.",
        "Ask the baker.",
    )
    read = split("References\n\n" + "\n".join(f"{mark.format(at)} {work}" for at, work in enumerate(works, 1)) + "\n")
    assert read.reader == "reference-list"
    assert [record.title and record.title.text for record in read.records] == ["On bread", "On rye in ovens"]
    assert [read.page.text[each.start : each.end] for each in read.skipped] == ["Ask the baker."]
