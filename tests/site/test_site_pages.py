"""Pages hold what the index says, mark facts where they stand, and let no text act."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import attacks
import hostile_index
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from corpus_index.domain.board import RankedResult, Ranking
from corpus_index.domain.facts import Bound, ResultKind, Trust
from corpus_index.site.addresses import file_name
from corpus_index.site.marking import segments
from corpus_index.site.pages import Pages
from corpus_index.site.plot import WIDTH, plot
from corpus_index.store import open_store, read
from corpus_index.store.fact_places import fact_places


def parsed(text: str) -> Any:
    """A page as elements, of which lxml's types say too little."""
    return html.document_fromstring(text)


def paper_page(index: Path, key: str) -> Any:
    """The page of a paper, parsed."""
    with open_store(index) as store:
        places = fact_places(store, [key])
        return parsed(Pages(store).paper(read.paper(store, key), places[key]))


def test_every_fact_of_the_shown_texts_is_marked_in_place(seed_index: Path) -> None:
    with open_store(seed_index) as store:
        for paper in read.papers(store):
            page = parsed(Pages(store).paper(paper, fact_places(store, [paper.key])[paper.key]))
            marked = {number for mark in page.find_class("mark") for number in mark.get("data-facts", "").split()}
            listed = page.xpath("//section[@class='facts']//li")
            titles = " ".join(source.title or "" for source in paper.records)
            unmarked = [item for item in listed if item.get("id", "").removeprefix("fact-") not in marked]
            # What only a title states stands in no text of the page's body.
            assert all(item.xpath("string(q)") in titles for item in unmarked)
            texts = ["".join(each.itertext()) for each in page.find_class("text")]
            assert texts[0].strip() == (paper.abstract or paper.summaries[0].text).strip()


def test_what_a_person_wrote_is_on_no_page(seed_index: Path) -> None:
    with open_store(seed_index) as store:
        paper = replace(read.paper(store, "LongSpec"), tags=("my-tag",), note="my note")
        text = Pages(store).paper(paper, {})
    assert "my-tag" not in text
    assert "my note" not in text


def test_marks_hold_the_words_of_their_facts(seed_index: Path) -> None:
    page = paper_page(seed_index, "MiMo-V2-Flash")
    abstract = page.find_class("text")[0]
    for item in page.xpath("//section[@class='facts']//li[not(.//span[contains(@class, 'summary')])]"):
        number = item.get("id").removeprefix("fact-")
        words = "".join(m.text or "" for m in abstract.find_class("mark") if number in m.get("data-facts").split())
        assert words == item.xpath("string(q)")


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45), st.integers(1, 5))))
def test_segments_are_the_text_and_each_is_part_of_its_facts(text: str, places: list[tuple[int, int, int]]) -> None:
    found = segments(text, places)
    assert "".join(each.text for each in found) == text
    at = 0
    for each in found:
        covering = {number for a, b, number in places if 0 <= a <= at and at + len(each.text) <= b <= len(text)}
        assert set(each.facts) == covering
        at += len(each.text)


@given(st.lists(st.text(min_size=1, max_size=80).filter(lambda name: " " not in name), max_size=6))
def test_file_names_are_plain_and_tell_names_apart(names: list[str]) -> None:
    files = {name: file_name(name) for name in names}
    assert len(set(files.values())) == len(files)
    for name in files.values():
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,68}", name)


@pytest.mark.parametrize("name", ["con", "NUL.txt", "../../x", ".hidden", "a/b", "x" * 300, "模型", "end.", "\ud800"])
def test_no_file_name_is_special_anywhere(name: str) -> None:
    assert re.fullmatch(r"[a-zA-Z0-9_-]*-?[0-9a-f]{8}", file_name(name))


def test_no_text_becomes_an_element_or_an_address_that_acts(tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    hostile_index.make(path)
    with open_store(path) as store:
        pages = Pages(store)
        keys = read.keys(store)
        places = fact_places(store, keys)
        texts = [pages.paper(paper, places.get(paper.key, {})) for paper in read.papers(store)]
        texts += [pages.home(), pages.benchmark_list(), pages.model_list(), pages.graph()]
    assert len(keys) == len(attacks.MARKUP)
    for text in texts:
        page = parsed(text)
        assert not page.xpath("//script[not(@src)] | //img | //iframe | //style | //b[.='beats'] | //@style")
        assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
        for address in page.xpath("//@href | //@src"):
            assert re.match(r"https?://|#|(\.\./)?(assets|data|papers|models|benchmarks)/|(\.\./)?\w+\.html", address)
    assert "&lt;script&gt;window.acted=1&lt;/script&gt;" in "".join(texts)
    assert "secret" not in "".join(texts)  # the folder of the page
    assert "49" not in parsed(texts[5]).xpath("string(//h1)")


def _ranking(*values: tuple[float, int | None], lower: bool = False) -> Ranking:
    entries = tuple(
        RankedResult(
            rank=rank, value=value, year=year, kind=ResultKind.SCORE, unit="%", subject=f"Model-{rank}",
            trust=Trust.OWN, bound=Bound.BELOW if value < 0 else None, evidence="", start=0, end=0, key=f"k{rank}",
            title="", title_inferred=False, record="p#0", page="p", first_line=1, last_line=1,
        )
        for rank, (value, year) in enumerate(values, 1)
    )  # fmt: skip
    return Ranking(
        kind=ResultKind.SCORE, metric="accuracy", unit="%", total=None, lower_is_better=lower, entries=entries
    )


def test_scores_without_years_are_rows_in_proportion() -> None:
    drawn = plot(_ranking((90, None), (70, None), (50, None)))
    assert drawn is not None
    first, second, third = (mark.x for mark in drawn.marks)
    assert first - second == pytest.approx(second - third)
    assert [mark.y for mark in drawn.marks] == sorted(mark.y for mark in drawn.marks)
    assert {text: x for x, text in drawn.x_ticks}["90"] == pytest.approx(first)


@pytest.mark.parametrize(("lower", "best"), [(False, ["Model-3", "Model-1"]), (True, ["Model-3", "Model-4"])])
def test_scores_of_several_years_have_a_line_of_the_best_so_far(lower: bool, best: list[str]) -> None:
    drawn = plot(_ranking((90, 2024), (80, 2024), (70, 2022), (40, 2025), lower=lower))
    assert drawn is not None
    assert [mark.label for mark in drawn.marks if mark.label] == best
    assert [text for _, text in drawn.x_ticks] == ["2022", "2023", "2024", "2025"]
    assert len(drawn.best) == 4


@given(st.lists(st.tuples(st.floats(-1e9, 1e9), st.none() | st.integers(1990, 2030)), max_size=40))
@example([(0.0, None), (5e-324, None)])
def test_every_mark_is_inside_the_picture(values: list[tuple[float, int | None]]) -> None:
    drawn = plot(_ranking(*values))
    for mark in drawn.marks if drawn else ():
        assert 0 <= mark.x <= WIDTH
        assert 0 <= mark.y <= drawn.height if drawn else False
