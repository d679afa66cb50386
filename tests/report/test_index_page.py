"""INDEX.md links to where things stand, and no text of a page formats it."""

import re
from collections.abc import Iterator

import pytest
from made_index import MadeIndex, made_index
from markdown_it import MarkdownIt

from corpus_index.report import index_page

HOSTILE = "# <script>x</script> [a](b) | *c* `d`"


@pytest.fixture
def index() -> Iterator[MadeIndex]:
    """Two papers, the first with text that would format Markdown wherever it can stand."""
    with made_index() as made:
        one = made.paper("hostile", HOSTILE)
        two = made.paper("SALE", "SALE", inferred=True)
        made.fact(one, "introduces", name=HOSTILE, kind="model")
        made.fact(one, "models", name=HOSTILE, role="introduced")
        made.fact(two, "models", name="Bee", role="base", trust="summary")
        made.fact(one, "specs", subject=HOSTILE, attribute="layers", value=36.0, unit="layers")
        made.score(one, "GSM8K", 90.0, subject=HOSTILE, baseline=HOSTILE)
        made.score(two, "GSM8K", 91.5)
        made.insert(
            "links",
            source_id=1,
            target_id=2,
            via="SALE",
            to="SALE",
            kind="exact",
            role=None,
            family="sale",
            record_id=one,
            evidence=HOSTILE,
            start=0,
            end=3,
        )
        made.insert(
            "conflicts",
            paper_id=1,
            attribute="layers",
            grade="contradiction",
            a_record_id=one,
            a_claim=HOSTILE,
            a_evidence=HOSTILE,
            a_start=0,
            a_end=3,
            b_record_id=one,
            b_claim="36",
            b_evidence="36 layers",
            b_start=0,
            b_end=3,
        )
        yield made


def test_links_lead_to_lines_of_pages(index: MadeIndex) -> None:
    text = index_page(index.store, "seeds")
    assert "`SALE` · [day.txt:4](seeds/day.txt#L4-L5)" in text
    assert "`hostile` · [day.txt:1](day.txt#L1-L2)" in index_page(index.store)


def test_links_inside_the_page_lead_to_its_papers(index: MadeIndex) -> None:
    text = index_page(index.store)
    headings = {f"#{found.lower()}" for found in re.findall(r"^## (.*)$", text, re.MULTILINE)}
    anchors = {f"#{found}" for found in re.findall(r'<a id="([^"]*)"></a>', text)}
    assert anchors == {"#hostile", "#SALE"}
    assert set(re.findall(r"\]\((#[^)]*)\)", text)) == headings | anchors


def test_inferred_titles_and_borrowed_claims_are_marked(index: MadeIndex) -> None:
    text = index_page(index.store)
    assert '### <a id="SALE"></a>*SALE*' in text
    assert "Bee (base) [summary]" in text


def test_best_score_is_first(index: MadeIndex) -> None:
    text = index_page(index.store)
    assert "Score: accuracy, in %" in text
    assert text.index("| 1 | 91.5% |") < text.index("| 2 | 90% |")


def test_no_text_of_a_page_formats_anything(index: MadeIndex) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(index_page(index.store))
    assert "<script>" not in html
    assert '<a href="b">' not in html
    assert "<em>c</em>" not in html
    assert "<code>d</code>" not in html
    rows = [line for line in index_page(index.store).splitlines() if line.startswith("| ")]
    assert html.count("<tr>") == sum("---" not in row for row in rows)
    assert html.count(HOSTILE.replace("<", "&lt;").replace(">", "&gt;")) == 14


def test_an_empty_index_has_all_its_parts() -> None:
    with made_index() as made:
        text = index_page(made.store)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "Papers",
        "Models",
        "Leaderboards",
        "Cross-links",
        "Contradictions",
    ]
    assert text.endswith("None.\n")
