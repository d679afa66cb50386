"""What a person says of papers beats every source and goes where their records go."""

from pathlib import Path
from typing import Any

import pytest
from workbench import Workbench

from corpus_index.domain.publication import FAMILIES
from corpus_index.errors import NoSuchName, PapersError
from corpus_index.pipeline import add, freeze_keys, merge, note, rebuild, remove, set_field, split, tag, undo
from corpus_index.report.sources import field_sources
from corpus_index.search import matching
from corpus_index.store import open_store, read

pytestmark = pytest.mark.usefixtures("marked")


@pytest.fixture
def index(bench: Workbench) -> Path:
    """Two papers, the first on two pages."""
    return bench.index(
        bench.page("a", ("A Plain Heron", "The #heron in reed."), ("A Plain Ibis", "The #ibis in mud.")),
        bench.page("b", ("A Plain Heron!", "The #heron again.")),
    )


def _paper(path: Path, key: str) -> Any:
    with open_store(path) as store:
        return read.paper(store, key)


@pytest.mark.parametrize(
    ("field", "given", "shown"),
    [
        ("title", "  My   Heron ", {"title": "My Heron", "title_inferred": False}),
        ("title", "On {Heron} of {$x_{1}$} and $x_{2}$", {"title": "On Heron of {$x_{1}$} and $x_{2}$"}),
        ("authors", "Ada Kivi; Olav Stein", {"authors": ("Ada Kivi", "Olav Stein"), "authors_complete": True}),
        ("authors", "Ada Kivi and Olav Stein", {"authors": ("Ada Kivi", "Olav Stein")}),
        ("authors", "Kivi, Ada; ", {"authors": ("Ada Kivi",)}),
        ("authors", "Kivi, Ada and Olav Stein", {"authors": ("Ada Kivi", "Olav Stein")}),
        ("authors", "Ada Kivi, Olav Stein", {"authors": ("Ada Kivi", "Olav Stein")}),
        ("authors", "Ada Kivi; others", {"authors": ("Ada Kivi",), "authors_complete": False}),
        ("authors", "Ada Kivi et al.", {"authors": ("Ada Kivi",), "authors_complete": False}),
        (
            "authors",
            "{World Heron Union and Others}; {Le Kivi}, Ada",
            {
                "authors": ("World Heron Union and Others", "Ada Le Kivi"),
                "publication": {FAMILIES: "World Heron Union and Others; Le Kivi"},
            },
        ),
        (
            "authors",
            "Kivi Stein, Ada",
            {"authors": ("Ada Kivi Stein",), "publication": {FAMILIES: "Kivi Stein"}},
        ),
        ("year", "1999", {"year": 1999}),
        ("venue", "Birds", {"venue": "Birds"}),
        ("url", "https://example.org/h", {"urls": ("https://example.org/h",)}),
        ("arxiv", "https://arxiv.org/abs/2401.00001v2", {"ids": {"arxiv": "2401.00001"}}),
        ("doi", "10.1000/X", {"ids": {"doi": "10.1000/X"}}),
        ("status", "Read", {"status": "read", "corrected": ()}),
        ("volume", "12", {"publication": {"volume": "12"}}),
        ("pages", "5-9", {"publication": {"pages": "5–9"}}),
        ("Editor", "Kivi, Ada and Olav Stein", {"publication": {"editor": "Ada Kivi; Olav Stein"}}),
        ("month", "May", {"publication": {"month": "5"}}),
        ("type", "InProceedings", {"publication": {"type": "inproceedings"}}),
        ("publisher", "Wheat & Sons", {"publication": {"publisher": "Wheat & Sons"}, "venue": "Wheat & Sons"}),
    ],
)
def test_a_field_that_is_set_beats_the_sources_until_it_is_cleared(
    index: Path, field: str, given: str, shown: dict[str, Any]
) -> None:
    before = _paper(index, "Plain-Heron")
    report = set_field(index, "Plain-Heron", field, given)
    assert list(report.own) == [field.lower()]
    paper = _paper(index, report.key)
    assert paper.key == "Plain-Heron"
    assert {name: getattr(paper, name) for name in shown} == shown
    assert paper.corrected == (() if field == "status" else (field.lower(),))
    set_field(index, "Plain-Heron", field, None)
    assert _paper(index, "Plain-Heron") == before


@pytest.mark.parametrize(
    ("field", "given", "what"),
    [
        ("abstract", "x", "no field that can be set"),
        ("note", "x", "papers note"),
        ("type", "boock", "no type of BibTeX"),
        ("key", "Größe", "cannot be a key"),
        ("key", "plain-ibis", "another paper: Plain-Ibis, A Plain Ibis"),
        ("key", None, "papers set Plain-Heron key KEY"),
        ("year", "soon", "is no year"),
        ("status", "half", "is no status"),
        ("arxiv", "heron", "no identifier of arxiv"),
        ("arxiv", "1706.3762", "no identifier of arxiv"),
        ("url", "heron", "is no address"),
        ("month", "13", "is no month"),
        ("title", " ", "cannot be nothing"),
        ("authors", " ; ", "names nobody"),
    ],
)
def test_what_a_field_cannot_take_is_refused_and_changes_nothing(
    index: Path, field: str, given: str | None, what: str
) -> None:
    before = index.read_bytes()
    with pytest.raises(PapersError, match=what):
        set_field(index, "Plain-Heron", field, given)
    assert index.read_bytes() == before


def test_tags_and_notes_are_found_and_go_where_the_records_go(bench: Workbench, index: Path) -> None:
    tag(index, "Plain-Heron", ["wading", "to-cite"], [])
    tag(index, "Plain-Heron", [], ["to-cite"])
    tag(index, "Plain-Ibis", ["red"], [])
    note(index, "Plain-Heron", " Compare \n\nwith the crane. ")
    note(index, "Plain-Ibis", "In mud.")
    with open_store(index) as store:
        assert matching(store, "tag:wading") == matching(store, "note:crane") == ("Plain-Heron",)
        assert matching(store, "tag:to-cite") == ()
    merge(index, ["Plain-Ibis", "Plain-Heron"])
    paper = _paper(index, "Plain-Heron")
    assert (paper.key, paper.tags) == ("Plain-Ibis", ("red", "wading"))
    assert paper.note == "Compare \n\nwith the crane.\n\nIn mud."
    tag(index, "Plain-Ibis", ["birds"], [])
    split(index, "Plain-Ibis", ["a#1"])
    assert _paper(index, "Plain-Ibis").tags == ("red",)
    assert _paper(index, "Plain-Heron").tags == ("birds", "wading")
    assert [record.id for record in _paper(index, "Plain-Heron").records] == ["a#0", "b#0"]
    bench.check(index)


def test_what_was_never_said_cannot_be_taken_back_and_changes_nothing(index: Path) -> None:
    tag(index, "Plain-Heron", ["wading"], [])
    before = index.read_bytes()
    assert tag(index, "Plain-Heron", [], ["red"]).absent == ("tag:red",)
    assert set_field(index, "Plain-Heron", "year", None).absent == ("year",)
    assert index.read_bytes() == before
    report = tag(index, "Plain-Heron", [], ["red", "wading"])
    assert (report.absent, report.own) == (("tag:red",), {})


def test_a_page_that_comes_back_finds_what_was_said(bench: Workbench, index: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Abstract: We present Wadingbird, a #stork of a method that stands in the mud for ever.\n")
    add(index, [str(page)])
    tag(index, "Wadingbird", ["standing"], [])
    set_field(index, "Wadingbird", "title", "The Stork")
    before = bench.dump(index)
    remove(index, [str(page)])
    add(index, [str(page)])
    assert bench.dump(index) == before
    bench.check(index)


def test_a_key_that_is_set_is_the_key_and_goes_when_it_is_taken_back(bench: Workbench, index: Path) -> None:
    before = bench.dump(index)
    assert set_field(index, "Plain-Heron", "key", "heron:1").key == "heron:1"
    rebuild(index)
    paper = _paper(index, "Plain-Heron")
    assert (paper.key, paper.aliases, paper.corrected) == ("heron:1", ("Plain-Heron",), ())
    with open_store(index) as store:
        (said,) = (each.values for each in field_sources(store, paper) if each.field == "key")
    assert [(value.value, value.sources) for value in said] == [("heron:1", ("you",))]
    assert set_field(index, "heron:1", "key", "Plain-Heron").key == "Plain-Heron"
    undo(index)
    assert _paper(index, "Plain-Heron").key == "heron:1"
    undo(index)
    assert bench.dump(index) == before
    with pytest.raises(NoSuchName):
        _paper(index, "heron:1")


def test_a_key_that_was_set_and_exported_leads_to_its_paper_for_ever(index: Path) -> None:
    set_field(index, "Plain-Heron", "key", "heron:1")
    freeze_keys(index, ["heron:1"])
    undo(index)
    paper = _paper(index, "heron:1")
    assert (paper.key, paper.aliases) == ("Plain-Heron", ("heron:1",))


_FULL = """@article{heron, title={A Plain Heron}, author={Kivi, Ada}, year=2020, month=may, day=4, journal={Birds},
    volume=3, doi={10.1000/h}, eprint={2005.00001}, archiveprefix={arXiv}, url={https://example.org/h}}"""


@pytest.mark.parametrize(
    ("field", "shown", "publication"),
    [
        ("authors", {"authors": ()}, {}),
        ("year", {"year": None}, {"month": None, "day": None}),
        ("venue", {"venue": None}, {"journaltitle": None}),
        ("journal", {"venue": None}, {"journaltitle": None}),
        ("url", {"urls": ()}, {}),
        ("doi", {"ids": {"arxiv": "2005.00001"}}, {}),
        ("volume", {}, {"volume": None}),
    ],
)
def test_what_a_person_says_is_not_there_is_gone_until_it_is_cleared(
    tmp_path: Path, field: str, shown: dict[str, Any], publication: dict[str, None]
) -> None:
    (tmp_path / "birds.bib").write_text(_FULL, encoding="utf-8")
    path = tmp_path / "birds.db"
    add(path, [str(tmp_path / "birds.bib")])
    whole = _paper(path, "heron")
    set_field(path, "heron", field, "")
    rebuild(path)
    paper = _paper(path, "heron")
    assert {name: getattr(paper, name) for name in shown} == shown
    assert paper.publication == {name: of for name, of in whole.publication.items() if name not in publication}
    with open_store(path) as store:
        (sources,) = (each for each in field_sources(store, paper) if each.field in paper.corrected)
    assert (sources.values[0].value, sources.values[0].shown) == ("", True)
    set_field(path, "heron", field, None)
    assert _paper(path, "heron") == whole


def test_another_type_has_what_it_is_part_of_in_its_own_field(tmp_path: Path) -> None:
    (tmp_path / "birds.bib").write_text(_FULL, encoding="utf-8")
    path = tmp_path / "birds.db"
    add(path, [str(tmp_path / "birds.bib")])
    before = _paper(path, "heron").publication
    set_field(path, "heron", "type", "inproceedings")
    set_field(path, "heron", "booktitle", "Talks on Birds")
    paper = _paper(path, "heron")
    assert (paper.venue, paper.publication["booktitle"]) == ("Talks on Birds", "Talks on Birds")
    assert "journaltitle" not in paper.publication
    set_field(path, "heron", "venue", None)
    set_field(path, "heron", "type", None)
    assert _paper(path, "heron").publication == before


def test_another_year_has_no_month_of_the_former_one(tmp_path: Path) -> None:
    (tmp_path / "birds.bib").write_text(_FULL, encoding="utf-8")
    path = tmp_path / "birds.db"
    add(path, [str(tmp_path / "birds.bib")])
    set_field(path, "heron", "year", "2020")
    assert _paper(path, "heron").publication["month"] == "5"
    set_field(path, "heron", "year", "2021")
    assert "month" not in _paper(path, "heron").publication
    set_field(path, "heron", "month", "6")
    assert _paper(path, "heron").publication["month"] == "6"


def test_the_venue_stands_where_the_pages_have_theirs(tmp_path: Path) -> None:
    entry = "@article{heron, title={A Plain Heron}, author={Kivi, Ada}, year=2020, journal={Birds}, volume=3}"
    (tmp_path / "birds.bib").write_text(entry, encoding="utf-8")
    path = tmp_path / "birds.db"
    add(path, [str(tmp_path / "birds.bib")])
    set_field(path, "heron", "journal", "Reeds")
    set_field(path, "heron", "number", "4")
    rebuild(path)
    paper = _paper(path, "heron")
    assert (paper.venue, paper.corrected) == ("Reeds", ("number", "venue"))
    assert paper.publication == {"type": "article", "journaltitle": "Reeds", "volume": "3", "number": "4"}
    with open_store(path) as store:
        assert matching(store, "publication:4") == ("heron",)
