"""INDEX.md links to where things stand, and no text of a page formats it."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from made_index import MadeIndex, made_index
from markdown_it import MarkdownIt

from corpus_index.report import index_page, index_pages

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


def test_a_large_index_is_on_pages_that_lead_to_each_other(index: MadeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in {"MOST_ON_ONE_PAGE": 1, "_PAPERS_A_PAGE": 1, "_LINES_A_PAGE": 3}.items():
        monkeypatch.setitem(index_pages.__globals__, name, most)
    pages = dict(index_pages(index.store, "My INDEX.md", "seeds"))
    assert list(pages)[:2] == ["My INDEX-parts/papers-1.md", "My INDEX-parts/papers-2.md"]
    assert list(pages)[-1] == "My INDEX.md"
    assert "My INDEX-parts/models-2.md" in pages
    led_to = set()
    for name, text in pages.items():
        for target in re.findall(r"(?<!\\)\]\(([^)]*)\)", text):
            path, _, anchor = unquote(target).partition("#")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
            if page != "seeds/day.txt":
                assert not anchor or f'<a id="{anchor}"></a>' in pages[page]
                led_to.add(page)
    assert led_to == set(pages)


def test_a_small_index_is_on_one_page(index: MadeIndex) -> None:
    assert dict(index_pages(index.store, "INDEX.md", "seeds")) == {"INDEX.md": index_page(index.store, "seeds")}
